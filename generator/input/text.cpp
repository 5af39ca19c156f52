#include <fmt/format.h>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "input/codes.h"
#include "input/input_set.h"

namespace praxis::input {
namespace {

// What is a hidden character, or may be the beginning of one (`is_hidden`): controls, U+0080 to 009F, U+2000 to 2FFF, U+F000
// to FFFF, and all from U+C0000 on.
constexpr ByteSet not_plain = [] {
    ByteSet set("\x7F\xC2\xE2\xEF");
    set.add(0x00, 0x08);
    set.add(0x0B, 0x0C);
    set.add(0x0E, 0x1F);
    set.add(0xF3, 0xF4);
    return set;
}();

}  // namespace

auto check_text(std::string_view bytes, FileId file) -> Diagnostics {
    Diagnostics found;
    const std::size_t invalid = first_invalid_utf8(bytes);
    const std::string_view valid = bytes.substr(0, invalid);
    for (std::size_t at = not_plain.find(valid); at < valid.size(); at = not_plain.find(valid, at)) {
        const auto begin = static_cast<std::uint32_t>(at);
        const char32_t code = next_code_point(valid, at);
        if (!is_hidden(code)) continue;
        found.push_back(diagnose(codes::hidden_character, {file, begin, static_cast<std::uint32_t>(at)},
                                 {fmt::format("U+{:04X}", static_cast<std::uint32_t>(code))}));
        if (found.size() == 20) break;
    }
    if (invalid != std::string_view::npos) {
        const auto begin = static_cast<std::uint32_t>(invalid);
        found.push_back(diagnose(codes::not_utf8, {file, begin, begin + 1, Span::Sureness::line}));
    }
    return found;
}

auto position_of(std::string_view bytes, std::size_t offset) -> Position {
    Position position;
    std::size_t line_start = 0;
    offset = std::min(offset, bytes.size());
    for (std::size_t i = 0; i < offset; ++i) {
        if (bytes[i] == '\n') {
            ++position.line;
            line_start = i + 1;
        }
    }
    position.column = 1 + code_points(bytes.substr(line_start, offset - line_start));
    return position;
}

auto line_at(std::string_view bytes, std::size_t offset) -> std::string_view {
    offset = std::min(offset, bytes.size());
    const std::size_t before = offset == 0 ? std::string_view::npos : bytes.rfind('\n', offset - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = bytes.find('\n', offset);
    std::string_view line = bytes.substr(begin, (end == std::string_view::npos ? bytes.size() : end) - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

auto is_id(std::string_view text) -> bool {
    if (text.empty() || text.size() > 100 || text.front() == '-' || text.back() == '-') return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '-' && text[i - 1] == '-') return false;
        if (!(c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return false;
    }
    return true;
}

auto is_device_name(std::string_view id) -> bool {
    if (id == "con" || id == "prn" || id == "aux" || id == "nul") return true;
    return id.size() == 4 && (id.starts_with("com") || id.starts_with("lpt")) && id[3] >= '0' && id[3] <= '9';
}

auto is_free_id(std::string_view id) -> bool {
    return is_id(id) && !is_device_name(id) && id != "index";
}

}  // namespace praxis::input
