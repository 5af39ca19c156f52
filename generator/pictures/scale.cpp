// Areas are averaged as light, not as the numbers that stand for it (IEC 61966-2-1), and colours weighed by how
// opaque they are: fine bright lines keep their brightness, and edges take no colour from what is not seen.
#include <algorithm>
#include <array>
#include <cmath>

#include "pictures/picture.h"

namespace praxis::pictures {
namespace {

constexpr std::size_t steps = 65535;

struct Tables {
    std::array<float, 256> light{};                // 0 to 1
    std::array<std::uint8_t, steps + 1> number{};  // of light in `steps`
    Tables() {
        for (std::size_t i = 0; i < light.size(); ++i) {
            const double value = static_cast<double>(i) / 255;
            light[i] = static_cast<float>(value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
        }
        for (std::size_t i = 0; i < number.size(); ++i) {
            const double value = static_cast<double>(i) / steps;
            const double coded = value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
            number[i] = static_cast<std::uint8_t>(std::lround(coded * 255));
        }
    }
};

auto tables() -> const Tables& {
    static const Tables all;
    return all;
}

// The stretch of a source line that one pixel covers.
struct Stretch {
    std::uint32_t begin = 0, end = 0;
    double from = 0, to = 0;
    auto weight(std::uint32_t at) const -> float {
        return static_cast<float>((std::min<double>(to, at + 1.0) - std::max<double>(from, at)) / (to - from));
    }
};

auto stretch(std::uint32_t number, std::uint32_t length, std::uint32_t source) -> Stretch {
    const double step = static_cast<double>(source) / length;
    Stretch one{0, 0, number * step, (number + 1) * step};
    one.begin = static_cast<std::uint32_t>(one.from);
    one.end = std::clamp<std::uint32_t>(static_cast<std::uint32_t>(std::ceil(one.to)), one.begin + 1, source);
    return one;
}

using Line = std::vector<float>;

void add_line(Line& sum, const Picture& picture, std::uint32_t row, float share, const std::vector<Stretch>& columns) {
    const auto& light = tables().light;
    for (std::size_t x = 0; x < columns.size(); ++x) {
        const Stretch& column = columns[x];
        std::array<float, 4> pixel{};
        for (std::uint32_t at = column.begin; at < column.end; ++at) {
            const std::uint8_t* from = &picture.pixels[(std::size_t{row} * picture.width + at) * 4];
            const float weight = share * column.weight(at) * static_cast<float>(from[3]);
            for (std::size_t i = 0; i < 3; ++i) pixel[i] += weight * light[from[i]];
            pixel[3] += weight;
        }
        for (std::size_t i = 0; i < 4; ++i) sum[x * 4 + i] += pixel[i];
    }
}

void put_line(const Line& sum, std::uint8_t* out) {
    for (std::size_t at = 0; at < sum.size(); at += 4) {
        const float opaque = sum[at + 3];
        for (std::size_t i = 0; i < 3; ++i) {
            const float light = opaque > 0 ? std::clamp(sum[at + i] / opaque, 0.0F, 1.0F) : 0.0F;
            out[at + i] = tables().number[static_cast<std::size_t>(light * steps + 0.5F)];
        }
        out[at + 3] = static_cast<std::uint8_t>(std::clamp(std::lround(opaque), 0L, 255L));
    }
}

}  // namespace

auto scaled(const Picture& picture, std::uint32_t width) -> Picture {
    if (width >= picture.width) return picture;
    const double exact = static_cast<double>(picture.height) * width / picture.width;
    Picture small{width, std::max<std::uint32_t>(1, static_cast<std::uint32_t>(std::lround(exact))), picture.is_transparent, {}};
    small.pixels.resize(std::size_t{small.width} * small.height * 4);
    std::vector<Stretch> columns;
    for (std::uint32_t x = 0; x < width; ++x) columns.push_back(stretch(x, width, picture.width));
    for (std::uint32_t y = 0; y < small.height; ++y) {
        Line sum(std::size_t{width} * 4);
        const Stretch rows = stretch(y, small.height, picture.height);
        for (std::uint32_t row = rows.begin; row < rows.end; ++row) add_line(sum, picture, row, rows.weight(row), columns);
        put_line(sum, &small.pixels[std::size_t{y} * width * 4]);
    }
    return small;
}

}  // namespace praxis::pictures
