#include "maps/circles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace praxis::maps {
namespace {

constexpr double gap = 2, growth = 14, most_reach = 40;

auto radius_of(std::size_t count, double pixel) -> double {
    return pixel * std::min(most_reach, std::sqrt(least_reach * least_reach + growth * static_cast<double>(count - 1)));
}

void join(Circle& into, Circle& from, double pixel) {
    const auto own = static_cast<double>(into.members.size()), other = static_cast<double>(from.members.size());
    into.centre = {(into.centre.x * own + from.centre.x * other) / (own + other),
                   (into.centre.y * own + from.centre.y * other) / (own + other)};
    into.members.insert(into.members.end(), from.members.begin(), from.members.end());
    into.radius = radius_of(into.members.size(), pixel);
    from.members.clear();
}

// What would overlap surely, by a grid: so that the number of circles is bounded by the size of the map.
auto gathered(std::span<const Point> points, double pixel) -> std::vector<Circle> {
    std::map<std::pair<long, long>, Circle> cells;
    const double side = least_reach * std::sqrt(2.0) * pixel;
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        Circle one{points[i], radius_of(1, pixel), {i}};
        const auto [at, is_new] =
            cells.try_emplace({static_cast<long>(std::floor(points[i].x / side)), static_cast<long>(std::floor(points[i].y / side))}, one);
        if (!is_new) join(at->second, one, pixel);
    }
    std::vector<Circle> all;
    for (auto& [cell, circle] : cells) all.push_back(std::move(circle));
    return all;
}

auto overlap(const Circle& a, const Circle& b, double pixel) -> bool {
    return std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) < a.radius + b.radius + gap * pixel;
}

// One pass: larger circles take in what they overlap. False when nothing did.
auto merged(std::vector<Circle>& all, double pixel) -> bool {
    std::ranges::sort(all, {}, [](const Circle& c) { return std::tuple(-static_cast<long>(c.members.size()), c.centre.x, c.centre.y); });
    bool any = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; !all[i].members.empty() && j < all.size(); ++j) {
            if (all[j].members.empty() || !overlap(all[i], all[j], pixel)) continue;
            join(all[i], all[j], pixel);
            any = true;
        }
    }
    std::erase_if(all, [](const Circle& c) { return c.members.empty(); });
    return any;
}

}  // namespace

auto circles(std::span<const Point> points, double pixel) -> std::vector<Circle> {
    std::vector<Circle> all = gathered(points, pixel);
    while (merged(all, pixel)) {
    }
    for (Circle& circle : all) std::ranges::sort(circle.members);
    std::ranges::sort(all, {}, [](const Circle& c) { return std::tuple(c.centre.x, c.centre.y); });
    return all;
}

auto frame_around(std::span<const Point> points, double least_width) -> Frame {
    if (points.empty()) return world_frame();
    const auto [west, east] = std::ranges::minmax(points, {}, &Point::x);
    const auto [north, south] = std::ranges::minmax(points, {}, &Point::y);
    constexpr double margin = 1.2, proportion = 4.0 / 3;
    const double width = std::ceil(std::max({least_width, margin * (east.x - west.x), margin * proportion * (south.y - north.y)}));
    const double height = std::ceil(width / proportion);
    return {std::round((west.x + east.x - width) / 2), std::round((north.y + south.y - height) / 2), width, height};
}

}  // namespace praxis::maps
