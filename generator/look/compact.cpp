#include "look/compact.h"

#include <algorithm>

namespace praxis::look {
namespace {

constexpr std::string_view blanks = " \t\r";

auto trimmed(std::string_view line) -> std::string_view {
    const std::size_t begin = line.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view() : line.substr(begin, line.find_last_not_of(blanks) - begin + 1);
}

// Past the text in quotes that begins at `at`; a backslash takes the next letter with it.
auto past_quotes(std::string_view source, std::size_t at) -> std::size_t {
    const char quote = source[at++];
    while (at < source.size() && source[at] != quote) at += source[at] == '\\' ? 2 : 1;
    return std::min(at + 1, source.size());
}

auto parts_words(char before, char after) -> bool {
    return std::string_view("{};,:").find(before) == std::string_view::npos &&
           std::string_view("{};,").find(after) == std::string_view::npos;
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

auto compact_style(std::string_view source) -> std::string {
    std::string kept;
    bool blank = false;
    for (std::size_t at = 0; at < source.size();) {
        const char letter = source[at];
        if (source.substr(at).starts_with("/*")) {
            const std::size_t close = source.find("*/", at + 2);
            at = close == std::string_view::npos ? source.size() : close + 2;
            continue;
        }
        if (letter == '\n' || blanks.find(letter) != std::string_view::npos) {
            blank = true;
            ++at;
            continue;
        }
        if (blank && !kept.empty() && parts_words(kept.back(), letter)) kept.append(1, ' ');
        blank = false;
        if (letter == '}' && kept.ends_with(';')) kept.pop_back();
        const std::size_t end = letter == '"' || letter == '\'' ? past_quotes(source, at) : at + 1;
        kept.append(source.substr(at, end - at));
        at = end;
    }
    return kept.empty() ? kept : kept.append(1, '\n');
}

}  // namespace praxis::look
