#include "maps/projection.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

namespace praxis::maps {
namespace {

// B. Šavrič, T. Patterson, B. Jenny: The Equal Earth map projection. International Journal of
// Geographical Information Science 33(3), 2019, equations 9 and 10.
constexpr double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;
const double half_root = std::sqrt(3.0) / 2;
const double scale = world_width / 2 * half_root * a1 / std::numbers::pi;

auto radians(double degrees) -> double {
    return degrees * std::numbers::pi / 180;
}

}  // namespace

auto project(const Place& place) -> Point {
    double east = place.longitude - middle;
    if (east < -180) east += 360;
    const double theta = std::asin(half_root * std::sin(radians(place.latitude))), square = theta * theta;
    const double sixth = square * square * square;
    const double stretch = half_root * (9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1);
    const double north = theta * (a4 * sixth * square + a3 * sixth + a2 * square + a1);
    return {world_width / 2 + scale * radians(east) * std::cos(theta) / stretch, world_width / 4 - scale * north};
}

auto world_frame() -> Frame {
    const double top = project({86, middle}).y, bottom = project({-60, middle}).y;
    return {0, std::floor(top), world_width, std::ceil(bottom - top)};
}

auto tenths(double value) -> std::string {
    const long long all = std::llround(value * 10), whole = std::abs(all) / 10, rest = std::abs(all) % 10;
    return fmt::format("{}{}{}", all < 0 ? "-" : "", whole, rest == 0 ? std::string() : fmt::format(".{}", rest));
}

auto view_box(const Frame& frame) -> std::string {
    return fmt::format("{} {} {} {}", tenths(frame.x), tenths(frame.y), tenths(frame.width), tenths(frame.height));
}

}  // namespace praxis::maps
