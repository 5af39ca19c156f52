#include <algorithm>
#include <array>

#include "maps/circles.h"

namespace praxis::maps {
namespace {

struct Box {
    double left, top, right, bottom;
};

auto touch(const Box& a, const Box& b) -> bool {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

auto visible_radius(const Circle& circle, double pixel) -> double {
    return circle.members.size() > 1 ? circle.radius : dot_radius * pixel;
}

// Letters of the east take a square, others two thirds of one: readers have different fonts, the widest counts.
auto width_of(const std::string& text, double pixel) -> double {
    double width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U) width += byte >= 0xE1U ? 1 : 0.64;
    }
    return width * letter_height * pixel;
}

constexpr double air = 3, above_line = 10, below_line = 4;  // of a line of text, in pixels

auto label_at(Side side, const Circle& circle, double pixel) -> Label {
    const double away = (dot_radius + air) * pixel;
    const Point& c = circle.centre;
    switch (side) {
        case Side::right: return {side, {c.x + away, c.y + below_line * pixel}};
        case Side::left: return {side, {c.x - away, c.y + below_line * pixel}};
        case Side::above: return {side, {c.x, c.y - away - below_line / 2 * pixel}};
        case Side::below: return {side, {c.x, c.y + away + above_line * pixel}};
    }
    return {};
}

auto box_of(const Label& label, double width, double pixel) -> Box {
    const double left = label.side == Side::right ? label.at.x : label.side == Side::left ? label.at.x - width : label.at.x - width / 2;
    return {left, label.at.y - above_line * pixel, left + width, label.at.y + below_line * pixel};
}

}  // namespace

auto labels(std::span<const Circle> circles, std::span<const std::string> texts, const Frame& frame, double pixel)
    -> std::vector<std::optional<Label>> {
    std::vector<Box> taken;
    for (const Circle& circle : circles) {
        const double r = visible_radius(circle, pixel);
        taken.push_back({circle.centre.x - r, circle.centre.y - r, circle.centre.x + r, circle.centre.y + r});
    }
    std::vector<std::optional<Label>> all(circles.size());
    for (std::size_t i = 0; i < circles.size(); ++i) {
        if (texts[i].empty() || circles[i].members.size() > 1) continue;
        const double width = width_of(texts[i], pixel);
        for (const Side side : std::array{Side::right, Side::left, Side::below, Side::above}) {
            const Label label = label_at(side, circles[i], pixel);
            const Box box = box_of(label, width, pixel);
            const bool inside =
                box.left > frame.x && box.right < frame.x + frame.width && box.top > frame.y && box.bottom < frame.y + frame.height;
            if (!inside || std::ranges::any_of(taken, [&](const Box& other) { return touch(box, other); })) continue;
            all[i] = label;
            taken.push_back(box);
            break;
        }
    }
    return all;
}

}  // namespace praxis::maps
