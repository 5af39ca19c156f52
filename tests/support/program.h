// Runs the program as a person would, in a folder of its own, and looks at what came of it.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace praxis::tests {

struct Run {
    int exit_code = -1;
    std::string out, err;
};

// A folder that is removed with its object.
class Workshop {
public:
    Workshop();
    ~Workshop();
    Workshop(const Workshop&) = delete;
    auto operator=(const Workshop&) -> Workshop& = delete;

    auto path(const std::string& below = {}) const -> std::string;
    void write(const std::string& below, const std::string& text) const;
    auto read(const std::string& below) const -> std::string;
    // The first `old` of a file, which has to be there.
    void replace(const std::string& below, const std::string& old, const std::string& now) const;
    auto exists(const std::string& below) const -> bool;
    void copy_base(const std::string& below = ".") const;     // the small bank of the golden cases
    void copy_content(const std::string& below = ".") const;  // the shipped bank
    // `environment` comes before the program: `LC_ALL=fr_FR.UTF-8 TZ=Asia/Tokyo`.
    auto praxis(const std::string& arguments, const std::string& environment = {}) const -> Run;

private:
    std::filesystem::path folder_;
};

// Every file below a folder, by path; our manifest left out, since it holds times.
auto tree_of(const std::string& folder) -> std::map<std::string, std::string>;

// From the first `from` of a text, at or behind `start`, to the end of the next `until`; empty where it has none.
auto between(const std::string& text, const std::string& from, const std::string& until, std::size_t start = 0) -> std::string;

// Compares with a whole text kept in tests/sites/; PRAXIS_UPDATE=1 writes it anew.
void check_whole(const std::string& name, const std::string& text);

}  // namespace praxis::tests
