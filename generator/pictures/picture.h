// Pictures as pixels: JPEG, PNG and WebP read, turned the way they were taken, made smaller, written anew.
// Only pixels pass through, so nothing that a camera wrote beside them does. Reading guarantees that no memory is
// taken for a picture before its size is known to be reasonable. Knows nothing of sites.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"

namespace praxis::pictures {

struct Picture {
    std::uint32_t width = 0, height = 0;
    bool is_transparent = false;       // somewhere
    std::vector<std::uint8_t> pixels;  // red, green, blue, alpha; rows from the top
};

// Why there is no picture. `foreign`: of a format that is not read here; `moving`: it would be one of many.
enum class Fault : std::uint8_t { none, foreign, moving, too_large, damaged };

inline constexpr std::uint64_t most_pixels = 50'000'000;
inline constexpr std::uint64_t most_bytes = 64 * 1024 * 1024;

// Whether the libraries were there when the program was built; else every picture is foreign.
auto is_built() -> bool;
// The libraries with their versions: others may write other bytes.
auto libraries() -> std::string;

// The picture as it is to be seen: Exif's orientation is applied. One that is much wider than is of use may come
// smaller, but not below that width.
auto read_picture(std::string_view bytes, std::uint32_t useful_width) -> Expected<Picture, Fault>;

// Not wider than the picture is. Each pixel is the mean of the light that falls on its area.
auto scaled(const Picture& picture, std::uint32_t width) -> Picture;

// The same bytes for the same picture; empty where the library refused. JPEG knows no transparency.
auto webp_of(const Picture& picture) -> std::string;
auto jpeg_of(const Picture& picture) -> std::string;
auto png_of(const Picture& picture) -> std::string;

}  // namespace praxis::pictures
