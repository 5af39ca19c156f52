#include "look/compact.h"

#include <algorithm>

namespace praxis::look {
namespace {

constexpr std::string_view blanks = " \t\r";

auto trimmed(std::string_view line) -> std::string_view {
    const std::size_t begin = line.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view() : line.substr(begin, line.find_last_not_of(blanks) - begin + 1);
}

}  // namespace

auto compact(std::string_view source) -> std::string {
    std::string kept;
    for (std::size_t at = 0; at < source.size();) {
        const std::size_t end = std::min(source.find('\n', at), source.size());
        const std::string_view line = trimmed(source.substr(at, end - at));
        if (line.starts_with("/*")) {
            // Only a comment after which its line ends.
            const std::size_t open = source.find("/*", at), close = source.find("*/", open + 2);
            const std::size_t after = close == std::string_view::npos ? close : std::min(source.find('\n', close), source.size());
            if (after != std::string_view::npos && trimmed(source.substr(close + 2, after - close - 2)).empty()) {
                at = after + 1;
                continue;
            }
        }
        if (!line.empty()) kept.append(line).append(1, '\n');
        at = end + 1;
    }
    // Lines within back quotes may be text; in comments these marks are only marks.
    return kept.find('`') == std::string::npos ? kept : std::string(source);
}

}  // namespace praxis::look
