// The land of the world as one path of SVG, in the units of projection.h. Natural Earth 1:110m, public
// domain; maps/coastline.txt is part of the program, tests/coastline/draw.mjs draws it anew.
#pragma once

#include <string>
#include <string_view>

namespace praxis::maps {

// Rings in tenths of a degree east of the middle meridian, as in coastline.txt.
auto path_of(std::string_view rings) -> std::string;
auto coastline() -> const std::string&;

}  // namespace praxis::maps
