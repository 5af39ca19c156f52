// "Did you mean": the nearest of the known names, by edit distance with transpositions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

// Optimal string alignment distance over bytes, or `limit + 1` when it is more than `limit`.
auto edit_distance(std::string_view a, std::string_view b, std::size_t limit) -> std::size_t;

// At most three of `known` within a third of the length of `wanted` (at least one edit), nearest
// first, then in byte order.
auto nearest(std::string_view wanted, std::span<const std::string_view> known) -> std::vector<std::string>;
auto nearest(std::string_view wanted, std::span<const std::string> known) -> std::vector<std::string>;

}  // namespace praxis
