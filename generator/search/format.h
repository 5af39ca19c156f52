// What the makers and the readers of an index agree upon (generator/emitters/search/FORMAT.md).
#pragma once

#include <array>
#include <cstdint>

namespace praxis::search {

inline constexpr int format_version = 1;
inline constexpr std::size_t level_count = 16;
inline constexpr std::uint32_t most_title_words = 15;  // a title counts as no longer
inline constexpr std::uint32_t paragraph_places = 64;  // paragraphs begin at multiples of it

// Why an entry of the dictionary leads to another.
enum class Lead : std::uint8_t { same = 0, near = 1, synonym = 2 };

}  // namespace praxis::search
