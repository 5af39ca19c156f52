// The bare floor: what any generator has to do at least. Reads every file of a bank, runs cmark-gfm over
// each record, and writes as many files of the same sizes into the same folders as a site has.
// usage: praxis_floor CONTENT SITE OUTPUT [JOBS]
#include <cmark-gfm.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "base/parallel.h"

namespace {

namespace fs = std::filesystem;

struct Out {
    std::string path;
    std::uintmax_t size;
};

auto read(const fs::path& path) -> std::string {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(text).str();
}

void write(const std::string& path, const std::string& filler, std::uintmax_t size) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    for (std::uintmax_t at = 0; at < size;) {
        const ssize_t put = ::write(file, filler.data(), std::min<std::uintmax_t>(filler.size(), size - at));
        if (put <= 0) std::exit(1);
        at += static_cast<std::uintmax_t>(put);
    }
    ::close(file);
}

}  // namespace

auto main(int count, char** arguments) -> int {
    if (count < 4) return 2;
    const unsigned jobs = count > 4 ? static_cast<unsigned>(std::atoi(arguments[4])) : std::thread::hardware_concurrency();
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(arguments[1])) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    praxis::parallel_for(files.size(), jobs, [&](std::size_t i, unsigned) {
        const std::string text = read(files[i]);
        if (files[i].extension() == ".md") std::free(cmark_markdown_to_html(text.data(), text.size(), CMARK_OPT_DEFAULT));
    });
    std::vector<Out> outputs;
    std::set<std::string> folders;
    const std::string from = arguments[2], to = arguments[3];
    for (const auto& entry : fs::recursive_directory_iterator(from)) {
        if (!entry.is_regular_file()) continue;
        outputs.push_back({to + entry.path().string().substr(from.size()), entry.file_size()});
        folders.insert(fs::path(outputs.back().path).parent_path().string());
    }
    for (const std::string& folder : folders) fs::create_directories(folder);
    const std::string filler(64 * 1024, 'x');
    praxis::parallel_for(outputs.size(), jobs, [&](std::size_t i, unsigned) { write(outputs[i].path, filler, outputs[i].size); });
    return 0;
}
