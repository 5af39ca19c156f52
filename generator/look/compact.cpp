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
    return std::string_view("{};,:>\n").find(before) == std::string_view::npos &&
           std::string_view("{};,>").find(after) == std::string_view::npos;
}

class StyleWriter {
public:
    void write(std::string_view source) {
        for (std::size_t at = 0; at < source.size();) {
            const char letter = source[at];
            if (source.substr(at).starts_with("/*")) {
                const std::size_t close = source.find("*/", at + 2);
                at = close == std::string_view::npos ? source.size() : close + 2;
                continue;
            }
            if (letter == '\n' || blanks.find(letter) != std::string_view::npos) {
                blank_ = true;
                ++at;
                continue;
            }
            const bool quoted = letter == '"' || letter == '\'';
            const std::size_t end = quoted ? past_quotes(source, at) : at + 1;
            put(source.substr(at, end - at));
            if (quoted && end == source.size()) kept_.append(1, '\n');  // where CSS ends a text that was left open
            at = end;
        }
        blank_ = true;
    }
    auto taken() -> std::string { return kept_.empty() ? std::string() : std::move(kept_.append(1, '\n')); }

private:
    void put(std::string_view piece) {
        if (blank_ && !kept_.empty() && parts_words(kept_.back(), piece.front())) kept_.append(1, ' ');
        blank_ = false;
        if (piece == "}" && kept_.ends_with(';')) kept_.pop_back();
        if (piece == "{" && depth_++ == 0 && goes_on()) return;
        kept_.append(piece);
        if (piece == "}" && depth_ > 0) --depth_;
        if (depth_ == 0 && piece == ";") layer_.clear();
        if (depth_ == 0 && (piece == "}" || piece == ";")) rule_ = kept_.size();
    }

    // A block of a layer right after another of the same layer goes on with it.
    auto goes_on() -> bool {
        const std::string opened = kept_.substr(rule_);
        const bool same = opened.starts_with("@layer ") && opened == layer_;
        if (same) kept_.resize(rule_ - 1);
        layer_ = opened;
        return same;
    }

    std::string kept_, layer_;  // `layer_`: how the last block began
    std::size_t rule_ = 0;      // where the rule that is being written begins
    std::size_t depth_ = 0;
    bool blank_ = false;
};

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

auto compact_styles(const std::vector<std::string>& sources) -> std::string {
    StyleWriter writer;
    for (const std::string& source : sources) writer.write(source);
    return writer.taken();
}

}  // namespace praxis::look
