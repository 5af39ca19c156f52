// The command line, parsed: one struct a command, defaults filled in. CLI11 is used in one file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::commands {

// Exit codes (DESIGN section 8).
inline constexpr int exit_clean = 0, exit_content = 1, exit_usage = 2, exit_environment = 3, exit_interrupted = 130;

struct Options {
    enum class Command { none, build, check, explain, translate, search, status, create, schema, serve, receive } command = Command::none;
    std::string source = ".";
    std::string output;  // empty: public/ in the source folder
    std::string base_url;
    std::string cache;     // where caches lie; empty: where the system keeps them; `none`: without one
    std::string language;  // of messages; empty: the environment's
    unsigned jobs = 0;     // 0: one a processor
    std::vector<std::string> only;
    bool drafts = false, strict = false, hold = false, dry_run = false, quiet = false, sync = false, verify = false;
    enum class Timings { none, text, json } timings = Timings::none;
    std::vector<std::string> paths;  // of check, receive
    std::string format = "text";
    std::string today;
    std::string code;    // of explain
    std::string id, to;  // of translate
    bool accept = false;
    std::string query, site;  // of search; an empty site: public/ in the source folder
    std::size_t limit = 10;
    bool json = false, insist = false;
    std::string since, letter;  // of status
    std::string kind, title;    // of new
    int port = 8000;            // of serve; 0: any that is free
    bool open = false;
};

// The options, or the exit code when there is nothing to do: help was printed, or the line is wrong.
struct Parsed {
    Options options;
    std::optional<int> exit_code;
};
auto parse_options(int count, char** arguments) -> Parsed;

}  // namespace praxis::commands
