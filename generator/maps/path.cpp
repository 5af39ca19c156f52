#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>

#include "maps/coastline.h"
#include "maps/projection.h"

namespace praxis::maps {
namespace {

class Numbers {
public:
    explicit Numbers(std::string_view line) : rest_(line) {}
    auto next() -> std::optional<int> {
        while (rest_.starts_with(' ')) rest_.remove_prefix(1);
        int value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc()) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }

private:
    std::string_view rest_;
};

// Whole units, as steps from point to point: a step of none is left out.
void add_ring(std::string_view line, std::string& path) {
    Numbers numbers(line);
    int east = 0, north = 0;
    long x = 0, y = 0;
    bool begun = false;
    while (true) {
        const auto step_east = numbers.next(), step_north = numbers.next();
        if (!step_east || !step_north) break;
        east += *step_east;
        north += *step_north;
        const Point point = project({north / 10.0, east / 10.0 + middle});
        const long next_x = std::lround(point.x), next_y = std::lround(point.y);
        if (!begun)
            path += fmt::format("M{} {}l", next_x, next_y);
        else if (next_x != x || next_y != y)
            path += fmt::format("{}{}{}{}", path.back() == 'l' || next_x < x ? "" : " ", next_x - x, next_y < y ? "" : " ", next_y - y);
        begun = true;
        x = next_x;
        y = next_y;
    }
    if (begun) path += "z";
}

}  // namespace

auto path_of(std::string_view rings) -> std::string {
    std::string path;
    while (!rings.empty()) {
        const std::string_view line = rings.substr(0, rings.find('\n'));
        rings.remove_prefix(std::min(line.size() + 1, rings.size()));
        if (!line.starts_with('#')) add_ring(line, path);
    }
    return path;
}

}  // namespace praxis::maps
