#include "support/case_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace praxis::tests {

auto root() -> std::string {
    return PRAXIS_ROOT;
}

auto read_text(const std::string& path) -> std::string {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

auto read_case(const std::string& path) -> CaseFile {
    CaseFile file{path, {}, {}};
    std::istringstream lines(read_text(path));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("--- "))
            file.sections.push_back({line.substr(4), {}});
        else if (!file.sections.empty())
            file.sections.back().text += line + "\n";
        else if (line.starts_with("# "))
            file.title = line.substr(2);
    }
    return file;
}

void write_case(const CaseFile& file) {
    std::ofstream out(file.path, std::ios::binary);
    out << "# " << file.title << "\n";
    for (const Section& section : file.sections) out << "--- " << section.head << "\n" << section.text;
}

auto case_paths(const std::string& folder) -> std::vector<std::string> {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root() + "/tests/" + folder)) {
        if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
    }
    std::ranges::sort(paths);
    return paths;
}

}  // namespace praxis::tests
