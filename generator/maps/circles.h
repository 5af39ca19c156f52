// Circles for places on a map, of which no two overlap: places that stand too close share one, whose area
// grows with their number; and names beside those that stand alone, where there is room. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "maps/projection.h"

namespace praxis::maps {

struct Circle {
    Point centre;
    double radius = 0;  // of what a finger has to hit
    std::vector<std::uint32_t> members;
    friend auto operator==(const Circle&, const Circle&) -> bool = default;
};

// A pixel, in units of the map, where the map is drawn as small as it may be.
inline constexpr double least_reach = 12, dot_radius = 5.5, letter_height = 12;

// From west to east. `pixel` sets how large the circles are.
auto circles(std::span<const Point> points, double pixel) -> std::vector<Circle>;

// The smallest frame of four by three that holds the points with a margin, not closer than `least_width`.
auto frame_around(std::span<const Point> points, double least_width) -> Frame;

enum class Side : std::uint8_t { right, left, above, below };
struct Label {
    Side side = Side::right;
    Point at;  // on the base line: where the text begins, ends (left), or has its middle (above, below)
    friend auto operator==(const Label&, const Label&) -> bool = default;
};
// One for each circle; nothing where there is no text, or no room.
auto labels(std::span<const Circle> circles, std::span<const std::string> texts, const Frame& frame, double pixel)
    -> std::vector<std::optional<Label>>;

}  // namespace praxis::maps
