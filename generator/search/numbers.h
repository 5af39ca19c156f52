// Whole numbers in the 64 letters of the index, in ASCII order, so that texts compare as numbers do.
// One letter up to 43, two up to 1,067, three up to 13,355, six above (FORMAT.md, "Numbers").
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::search {

inline constexpr std::string_view digits = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

inline void append_number(std::string& out, std::uint32_t value) {
    if (value < 44) {
        out += digits[value];
    } else if (value < 1068) {
        out += digits[44 + (value - 44) / 64];
        out += digits[(value - 44) % 64];
    } else if (value < 13356) {
        out += digits[60 + (value - 1068) / 4096];
        out += digits[(value - 1068) / 64 % 64];
        out += digits[(value - 1068) % 64];
    } else {
        out += digits[63];
        for (int shift = 30; shift > 0;) out += digits[value >> (shift -= 6) & 63U];
    }
}

inline constexpr auto digit_values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < digits.size(); ++i) values[static_cast<unsigned char>(digits[i])] = static_cast<std::int8_t>(i);
    return values;
}();

// The number at `at`, which is moved past it; -1 where the text ends early or holds another letter.
inline auto read_number(std::string_view text, std::size_t& at) -> std::int64_t {
    const auto next = [&]() -> std::int64_t { return at < text.size() ? digit_values[static_cast<unsigned char>(text[at++])] : -1; };
    const std::int64_t first = next();
    if (first < 44) return first;
    int more = first < 60 ? 1 : first < 63 ? 2 : 5;
    std::int64_t value = first < 60 ? first - 44 : first < 63 ? first - 60 : 0;
    for (const int letters = more; more > 0; --more) {
        const std::int64_t digit = next();
        if (digit < 0) return -1;
        value = value * 64 + digit;
        if (more == 1) return value + (letters == 1 ? 44 : letters == 2 ? 1068 : 0);
    }
    return -1;
}

}  // namespace praxis::search
