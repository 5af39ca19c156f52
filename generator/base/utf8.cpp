#include "base/utf8.h"

#include <array>
#include <cstring>

namespace praxis {
namespace {

auto sequence_length(unsigned char lead) -> std::size_t {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

auto is_continuation(unsigned char c) -> bool {
    return (c & 0xC0) == 0x80;
}

// The second byte of some sequences is bounded more tightly (RFC 3629 section 4).
auto second_is_allowed(unsigned char lead, unsigned char second) -> bool {
    switch (lead) {
        case 0xE0: return second >= 0xA0;
        case 0xED: return second <= 0x9F;
        case 0xF0: return second >= 0x90;
        case 0xF4: return second <= 0x8F;
        default: return true;
    }
}

// Where the ASCII that begins at a place ends. Sixteen bytes a step.
auto after_ascii(std::string_view bytes, std::size_t at) -> std::size_t {
    constexpr std::uint64_t high = 0x8080808080808080ULL;  // the top bit of eight bytes
    for (std::array<std::uint64_t, 2> words{}; at + 16 <= bytes.size(); at += 16) {
        std::memcpy(words.data(), bytes.data() + at, 16);
        if (((words[0] | words[1]) & high) != 0) break;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    return at;
}

}  // namespace

auto is_ascii(std::string_view bytes) -> bool {
    return after_ascii(bytes, 0) == bytes.size();
}

auto lower_ascii(std::string_view text) -> std::string {
    std::string small(text);
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return small;
}

auto first_invalid_utf8(std::string_view bytes) -> std::size_t {
    for (std::size_t at = after_ascii(bytes, 0); at < bytes.size(); at = after_ascii(bytes, at)) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::size_t length = sequence_length(lead);
        if (length == 0 || at + length > bytes.size()) return at;
        for (std::size_t i = 1; i < length; ++i) {
            if (!is_continuation(static_cast<unsigned char>(bytes[at + i]))) return at;
        }
        if (length > 1 && !second_is_allowed(lead, static_cast<unsigned char>(bytes[at + 1]))) return at;
        at += length;
    }
    return std::string_view::npos;
}

auto code_points(std::string_view text) -> std::size_t {
    std::size_t count = 0;
    for (const char c : text) count += is_continuation(static_cast<unsigned char>(c)) ? 0 : 1;
    return count;
}

auto next_code_point(std::string_view text, std::size_t& at) -> char32_t {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = sequence_length(lead);
    if (length <= 1) {
        ++at;
        return lead;
    }
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    at += length;
    return value;
}

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

auto prefix(std::string_view text, std::size_t count) -> std::string_view {
    std::size_t at = 0;
    while (at < text.size() && count > 0) {
        next_code_point(text, at);
        --count;
    }
    return text.substr(0, at);
}

auto is_hidden(char32_t c) -> bool {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    if (c >= 0x7F && c <= 0x9F) return true;
    if (c == 0x200B || c == 0x200E || c == 0x200F || c == 0xFEFF) return true;
    if (c >= 0x202A && c <= 0x202E) return true;
    if (c >= 0x2060 && c <= 0x2069) return true;
    return (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

}  // namespace praxis
