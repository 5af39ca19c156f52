// Where a place stands on the flat map. It holds the projection and the size of the drawing: a unit is a
// 3600th of the world's width. Pure numbers; rounded only when written, so that pages are the same anywhere.
#pragma once

#include <string>

namespace praxis::maps {

// In degrees, north and east.
struct Place {
    double latitude = 0, longitude = 0;
};

struct Point {
    double x = 0, y = 0;  // from the upper left, downwards
    friend auto operator<=>(const Point&, const Point&) = default;
};

// A part of the map, as `viewBox` has it.
struct Frame {
    double x = 0, y = 0, width = 0, height = 0;
    friend auto operator<=>(const Frame&, const Frame&) = default;
};

inline constexpr double world_width = 3600;
inline constexpr double middle = 11;  // the meridian in the middle: the cut at 169° W crosses no land but an island

// Equal Earth: a continent is as large as it is, and looks like itself.
auto project(const Place& place) -> Point;

// The inhabited world, from 60° S to 86° N.
auto world_frame() -> Frame;

// A number with at most one decimal, with a point.
auto tenths(double value) -> std::string;
auto view_box(const Frame& frame) -> std::string;

}  // namespace praxis::maps
