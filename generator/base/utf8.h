// UTF-8 (RFC 3629): validity, code points, and the characters that must not hide in a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace praxis {

auto is_ascii(std::string_view bytes) -> bool;

// Capitals of ASCII made small; all else stays.
auto lower_ascii(std::string_view text) -> std::string;

// Offset of the first byte that is not valid UTF-8, or npos. Overlong forms and surrogates are invalid.
auto first_invalid_utf8(std::string_view bytes) -> std::size_t;

// Number of code points in valid UTF-8.
auto code_points(std::string_view text) -> std::size_t;

// The code point at `at` (moved past it); `text` is valid UTF-8 and `at` on a boundary.
auto next_code_point(std::string_view text, std::size_t& at) -> char32_t;

void append_utf8(std::string& out, char32_t code_point);

// The longest prefix of at most `count` code points.
auto prefix(std::string_view text, std::size_t count) -> std::string_view;

// Control, invisible and bidirectional formatting characters that content may not hold:
// C0 but tab and line feed, DEL, C1, U+200B, U+200E/F, U+202A-E, U+2060-2064, U+2066-2069, U+FEFF,
// U+FFF9-B, tag characters. Joiners U+200C/D are allowed: some scripts need them.
auto is_hidden(char32_t code_point) -> bool;

}  // namespace praxis
