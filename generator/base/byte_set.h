// Sets of bytes, for looking through much text for a few characters.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace praxis {

class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view members = {}) {
        for (const char c : members) add(c);
    }
    constexpr void add(char c) { holds_[static_cast<unsigned char>(c)] = true; }
    constexpr void add(unsigned char first, unsigned char last) {
        for (unsigned c = first; c <= last; ++c) holds_[c] = true;
    }
    constexpr auto holds(char c) const -> bool { return holds_[static_cast<unsigned char>(c)]; }
    // All other bytes.
    constexpr auto operator~() const -> ByteSet {
        ByteSet others;
        for (std::size_t c = 0; c < holds_.size(); ++c) others.holds_[c] = !holds_[c];
        return others;
    }
    // Where the first of its bytes stands from a place on; the size of the text when there is none. Eight bytes a step.
    auto find(std::string_view text, std::size_t at = 0) const -> std::size_t {
        const auto four = [&](std::size_t i) { return holds(text[i]) | holds(text[i + 1]) | holds(text[i + 2]) | holds(text[i + 3]); };
        while (at + 8 <= text.size() && (four(at) | four(at + 4)) == 0) at += 8;
        while (at < text.size() && !holds(text[at])) ++at;
        return at;
    }

private:
    std::array<bool, 256> holds_{};
};

}  // namespace praxis
