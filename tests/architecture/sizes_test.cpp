// Files and functions stay small enough to be read at one sitting: hard limits of 500 and 80 lines.
#include <algorithm>
#include <filesystem>
#include <regex>
#include <sstream>
#include <vector>

#include "support/case_file.h"
#include "support/catch.h"

namespace praxis::tests {
namespace {

auto source_files() -> std::vector<std::string> {
    std::vector<std::string> files;
    for (const std::string folder : {"generator", "tests", "themes"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root() + "/" + folder)) {
            const std::string extension = entry.path().extension().string();
            const bool source = extension == ".cpp" || extension == ".h" || extension == ".js" || extension == ".mjs" ||
                                extension == ".css" || extension == ".html";
            if (source && entry.path().string().find("/node_modules/") == std::string::npos) files.push_back(entry.path().string());
        }
    }
    std::ranges::sort(files);
    return files;
}

auto lines_of(const std::string& path) -> std::vector<std::string> {
    std::vector<std::string> lines;
    std::istringstream stream(read_text(path));
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("no source file is over 500 lines", "[architecture]") {
    const auto files = source_files();
    REQUIRE(files.size() > 100);
    for (const std::string& path : files) {
        INFO(path.substr(root().size()));
        CHECK(lines_of(path).size() <= 500);
    }
}

// A function begins on a line that ends in `{` after `)` and ends where a line of the same indent
// closes it: true of the way this project lays out its code.
TEST_CASE("no function is over 80 lines", "[architecture]") {
    static const std::regex begins(R"(^( *)(auto|void|static|template|constexpr|[A-Z]\w*::).*\).*\{$)");
    for (const std::string& path : source_files()) {
        if (!path.ends_with(".cpp") && !path.ends_with(".h")) continue;
        const auto lines = lines_of(path);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::smatch match;
            if (!std::regex_match(lines[i], match, begins)) continue;
            const std::string end = match[1].str() + "}";
            std::size_t last = i;
            while (last < lines.size() && lines[last] != end && lines[last] != end + ";") ++last;
            INFO(path.substr(root().size()) << ":" << i + 1);
            CHECK(last - i < 80);
        }
    }
}

}  // namespace praxis::tests
