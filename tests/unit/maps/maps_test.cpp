// The map: where places stand on it, the land as a path, circles that do not overlap, names beside them.
#include <cmath>
#include <random>

#include "maps/circles.h"
#include "maps/coastline.h"
#include "maps/projection.h"
#include "support/catch.h"

namespace praxis::tests {
namespace {

using maps::Circle;
using maps::Frame;
using maps::Label;
using maps::Place;
using maps::Point;
using maps::Side;

auto shown(const Point& point) -> std::string {
    return maps::tenths(point.x) + " " + maps::tenths(point.y);
}

auto shown(const std::vector<Circle>& circles) -> std::vector<std::string> {
    std::vector<std::string> all;
    for (const Circle& circle : circles) {
        std::string line = shown(circle.centre) + " r" + maps::tenths(circle.radius) + ":";
        for (const std::uint32_t member : circle.members) line += " " + std::to_string(member);
        all.push_back(line);
    }
    return all;
}

}  // namespace

// The values are those of d3-geo's geoEqualEarth, turned and scaled alike.
TEST_CASE("places stand where the Equal Earth projection puts them", "[unit]") {
    CHECK(shown(maps::project({0, 11})) == "1800 900");
    CHECK(shown(maps::project({0, -169})) == "0 900");
    CHECK(shown(maps::project({90, 11})) == "1800 23.9");
    CHECK(shown(maps::project({-90, 11})) == "1800 1776.1");
    CHECK(shown(maps::project({41.39, 2.17})) == "1722.4 368.8");
    CHECK(shown(maps::project({21.12, -101.68})) == "709.5 618.9");
    CHECK(shown(maps::project({37.57, 126.98})) == "2843.1 413.4");
    CHECK(shown(maps::project({66, -169.5})) == "3071 126.1");
}

TEST_CASE("numbers of a drawing have at most one decimal, and a point", "[unit]") {
    CHECK(maps::tenths(0) == "0");
    CHECK(maps::tenths(-0.04) == "0");
    CHECK(maps::tenths(-0.25) == "-0.3");
    CHECK(maps::tenths(12.04) == "12");
    CHECK(maps::tenths(1234.56) == "1234.6");
    CHECK(maps::view_box({-1.5, 0, 600, 450}) == "-1.5 0 600 450");
}

TEST_CASE("rings become steps of whole units", "[unit]") {
    CHECK(maps::path_of("# a remark\n0 0 100 0 0 100 -100 0\n") == "M1800 900l100 0-1-134-99 0z");
    CHECK(maps::path_of("") == "");
    CHECK(maps::path_of("0\n") == "");
}

TEST_CASE("the coastline is of this world, and light", "[unit]") {
    const std::string& land = maps::coastline();
    CHECK(land.starts_with("M"));
    CHECK(land.ends_with("z"));
    CHECK(land.find_first_not_of("Mlz0123456789- ") == std::string::npos);
    CHECK(std::ranges::count(land, 'M') > 80);
    CHECK(land.size() < 30000);
}

TEST_CASE("places that stand too close share a circle, and others keep theirs", "[unit]") {
    const std::vector<Point> points{{100, 100}, {200, 100}, {206, 108}, {210, 100}, {225, 100}, {251, 100}};
    CHECK(shown(maps::circles(points, 1)) == std::vector<std::string>{"100 100 r12: 0", "210.3 102 r13.6: 1 2 3 4", "251 100 r12: 5"});
    CHECK(shown(maps::circles(points, 5)) == std::vector<std::string>{"198.7 101.3 r73.1: 0 1 2 3 4 5"});
    CHECK(maps::circles({}, 1).empty());
}

TEST_CASE("no two circles overlap, none is lost, and their area grows with their number", "[unit]") {
    std::mt19937 random(7);
    for (const std::size_t count : {2U, 30U, 400U, 5000U}) {
        std::vector<Point> points(count);
        for (Point& point : points) point = {static_cast<double>(random() % 3600), static_cast<double>(random() % 1500)};
        const auto circles = maps::circles(points, 3.75);
        std::size_t members = 0;
        for (std::size_t i = 0; i < circles.size(); ++i) {
            members += circles[i].members.size();
            for (std::size_t j = i + 1; j < circles.size(); ++j) {
                const double apart = std::hypot(circles[i].centre.x - circles[j].centre.x, circles[i].centre.y - circles[j].centre.y);
                CHECK(apart >= circles[i].radius + circles[j].radius);
                if (circles[i].members.size() > circles[j].members.size()) CHECK(circles[i].radius >= circles[j].radius);
            }
        }
        CHECK(members == count);
    }
}

TEST_CASE("a frame holds its points with a margin, four by three, and is never too near", "[unit]") {
    CHECK(maps::frame_around(std::vector<Point>{{1000, 500}}, 600) == Frame{700, 275, 600, 450});
    CHECK(maps::frame_around(std::vector<Point>{{0, 0}, {1000, 300}}, 600) == Frame{-100, -300, 1200, 900});
    CHECK(maps::frame_around(std::vector<Point>{{0, 0}, {100, 900}}, 600) == Frame{-670, -90, 1440, 1080});
    CHECK(maps::frame_around({}, 600) == maps::world_frame());
}

TEST_CASE("a name stands where there is room, or not at all", "[unit]") {
    const Frame frame{0, 0, 600, 450};
    const std::vector<Circle> circles{{{100, 100}, 12, {0}}, {{590, 100}, 12, {1}}, {{300, 300}, 14, {2, 3}}, {{132, 100}, 12, {4}}};
    const std::vector<std::string> names{"Gunsan", "León", "several", "Cork"};
    const auto labels = maps::labels(circles, names, frame, 1);
    REQUIRE(labels.size() == 4);
    CHECK(labels[0] == Label{Side::left, {91.5, 104}});
    CHECK(labels[1] == Label{Side::left, {581.5, 104}});
    CHECK(!labels[2]);
    CHECK(labels[3] == Label{Side::right, {140.5, 104}});
    const std::vector<Circle> corner{{{5, 5}, 12, {0}}};
    CHECK(!maps::labels(corner, std::vector<std::string>{std::string(100, 'x')}, frame, 1)[0]);
}

}  // namespace praxis::tests
