#include "support/program.h"

#include <stdlib.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

#include "support/case_file.h"
#include "support/catch.h"

namespace praxis::tests {
namespace fs = std::filesystem;

Workshop::Workshop() {
    std::string name = (fs::temp_directory_path() / "praxis-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
}

Workshop::~Workshop() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

auto Workshop::path(const std::string& below) const -> std::string {
    return below.empty() ? folder_.string() : (folder_ / below).lexically_normal().string();
}

void Workshop::write(const std::string& below, const std::string& text) const {
    fs::create_directories(fs::path(path(below)).parent_path());
    std::ofstream(path(below), std::ios::binary) << text;
}

auto Workshop::read(const std::string& below) const -> std::string {
    return read_text(path(below));
}
void Workshop::replace(const std::string& below, const std::string& old, const std::string& now) const {
    std::string text = read(below);
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    write(below, text.replace(at, old.size(), now));
}

auto Workshop::exists(const std::string& below) const -> bool {
    return fs::exists(fs::symlink_status(path(below)));
}

void Workshop::copy_base(const std::string& below) const {
    fs::create_directories(path(below));
    fs::copy(root() + "/tests/cases/base/content", path(below + "/content"), fs::copy_options::recursive);
}

void Workshop::copy_content(const std::string& below) const {
    fs::create_directories(path(below));
    fs::copy(root() + "/content", path(below + "/content"), fs::copy_options::recursive);
}

auto Workshop::praxis(const std::string& arguments, const std::string& environment) const -> Run {
    const std::string out = path(".out"), err = path(".err");
    const std::string line = "cd '" + path() + "' && env LC_ALL=C XDG_CACHE_HOME='" + path(".cache") + "' " + environment +
                             " '" PRAXIS_PROGRAM "' " + arguments + " >'" + out + "' 2>'" + err + "' </dev/null";
    const int status = std::system(line.c_str());
    Run run{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_text(out), read_text(err)};
    fs::remove(out);
    fs::remove(err);
    return run;
}

auto tree_of(const std::string& folder) -> std::map<std::string, std::string> {
    std::map<std::string, std::string> tree;
    if (!fs::exists(folder)) return tree;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string path = entry.path().lexically_relative(folder).string();
        if (entry.is_regular_file() && path != ".praxis") tree[path] = read_text(entry.path().string());
    }
    return tree;
}

void check_whole(const std::string& name, const std::string& text) {
    const std::string path = root() + "/tests/sites/" + name;
    if (std::getenv("PRAXIS_UPDATE") != nullptr && std::getenv("CI") == nullptr) std::ofstream(path) << text;
    CHECK(text == read_text(path));
}

auto between(const std::string& text, const std::string& from, const std::string& until, std::size_t start) -> std::string {
    const std::size_t begin = text.find(from, start);
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find(until, begin) + until.size() - begin);
}

}  // namespace praxis::tests
