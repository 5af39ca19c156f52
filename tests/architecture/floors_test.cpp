// The floors of generator/floors.txt hold: no include goes up or sideways, and each library stays in
// its one module.
#include <filesystem>
#include <map>
#include <regex>
#include <sstream>
#include <vector>

#include "support/case_file.h"
#include "support/catch.h"

namespace praxis::tests {
namespace {

struct Floors {
    std::map<std::string, int> floor_of;
    std::vector<std::pair<std::string, std::string>> only;
};

auto read_floors() -> Floors {
    Floors floors;
    std::istringstream lines(read_text(root() + "/generator/floors.txt"));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string first, word;
        if (!(words >> first) || first.starts_with("#")) continue;
        if (first == "only") {
            std::string place;
            words >> word >> place;
            floors.only.emplace_back(word, place);
            continue;
        }
        while (words >> word) floors.floor_of[word] = std::stoi(first);
    }
    return floors;
}

struct Include {
    std::string file, header;
};

auto all_includes() -> std::vector<Include> {
    static const std::regex pattern(R"re(^\s*#include\s+["<]([^">]+)[">])re");
    std::vector<Include> includes;
    const std::string top = root() + "/generator/";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".cpp" && extension != ".h") continue;
        std::istringstream lines(read_text(entry.path().string()));
        for (std::string line; std::getline(lines, line);) {
            std::smatch match;
            if (std::regex_search(line, match, pattern)) includes.push_back({entry.path().string().substr(top.size()), match[1]});
        }
    }
    return includes;
}

auto module_of(const std::string& path) -> std::string {
    return path.substr(0, path.find('/'));
}

}  // namespace

TEST_CASE("a module includes only modules on lower floors", "[architecture]") {
    const Floors floors = read_floors();
    const auto includes = all_includes();
    REQUIRE(includes.size() > 100);
    for (const Include& include : includes) {
        INFO(include.file << " includes " << include.header);
        const std::string own = module_of(include.file), other = module_of(include.header);
        REQUIRE(floors.floor_of.contains(own));
        if (!floors.floor_of.contains(other) || other == own) continue;
        CHECK(floors.floor_of.at(other) < floors.floor_of.at(own));
    }
}

TEST_CASE("an emitter does not know its siblings", "[architecture]") {
    for (const Include& include : all_includes()) {
        if (!include.file.starts_with("emitters/") || !include.header.starts_with("emitters/")) continue;
        INFO(include.file << " includes " << include.header);
        CHECK(module_of(include.header.substr(9)) == module_of(include.file.substr(9)));
    }
}

TEST_CASE("each library is used in its one place", "[architecture]") {
    const Floors floors = read_floors();
    for (const Include& include : all_includes()) {
        for (const auto& [header, place] : floors.only) {
            if (!include.header.starts_with(header)) continue;
            INFO(include.file << " includes " << include.header);
            CHECK(include.file.starts_with(place));
        }
    }
}

}  // namespace praxis::tests
