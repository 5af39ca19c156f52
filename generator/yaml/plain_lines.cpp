#include "yaml/plain_lines.h"

#include <algorithm>
#include <optional>

namespace praxis::yaml {
namespace {

struct PlainLine {
    std::string_view key, value;
};

auto is_small_letter(char c) -> bool {
    return c >= 'a' && c <= 'z';
}

auto is_key(std::string_view text) -> bool {
    return !text.empty() && text.size() <= 64 && is_small_letter(text.front()) &&
           std::ranges::all_of(text, [](char c) { return is_small_letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

// Letters beyond ASCII begin with 0xC3 to 0xDF here: no space, mark or order of bytes does (Unicode 15, table 3-7).
auto begins_text(char first) -> bool {
    const auto c = static_cast<unsigned char>(first);
    return is_small_letter(static_cast<char>(c | 0x20U)) || (c >= '0' && c <= '9') || (c >= 0xC3 && c <= 0xDF);
}

auto is_plain(std::string_view value) -> bool {
    if (value.empty() || !begins_text(value.front()) || value.back() == ' ' || value.back() == ':') return false;
    for (const std::string_view null : {"null", "Null", "NULL"}) {
        if (value == null) return false;
    }
    for (std::size_t at = 0; at < value.size(); ++at) {
        const auto c = static_cast<unsigned char>(value[at]);
        if (c < 0x20 || c == 0x7F) return false;
        if ((c == ':' && value[at + 1] == ' ') || (c == '#' && value[at - 1] == ' ')) return false;
    }
    return true;
}

auto line_of(std::string_view line) -> std::optional<PlainLine> {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    const PlainLine found{line.substr(0, colon), line.substr(colon + 2)};
    return is_key(found.key) && is_plain(found.value) ? std::optional(found) : std::nullopt;
}

}  // namespace

auto plain_lines(std::string_view text, FileId file, std::uint32_t offset) -> PlainLines {
    PlainLines found;
    const auto node = [&](std::string_view part) {
        const std::uint32_t begin = offset + static_cast<std::uint32_t>(part.data() - text.data());
        return Node{.span = {file, begin, begin + static_cast<std::uint32_t>(part.size())}, .text = std::string(part)};
    };
    while (found.end < text.size()) {
        const std::size_t end = std::min(text.find('\n', found.end), text.size());
        const auto line = line_of(text.substr(found.end, end - found.end));
        const bool stands_alone = end + 1 >= text.size() || is_small_letter(text[end + 1]);
        if (!line || !stands_alone || std::ranges::find(found.keys, line->key, &Node::text) != found.keys.end()) break;
        found.keys.push_back(node(line->key));
        found.items.push_back(node(line->value));
        found.end = std::min(end + 1, text.size());
    }
    return found;
}

}  // namespace praxis::yaml
