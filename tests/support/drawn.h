// Pictures made for tests.
#pragma once

#include <string>

#include "pictures/picture.h"

namespace praxis::tests {

// Four quarters: red, green; blue, white (or, where transparent, nothing).
inline auto quarters(std::uint32_t width, std::uint32_t height, bool is_transparent = false) -> pictures::Picture {
    pictures::Picture picture{width, height, is_transparent, {}};
    for (std::uint32_t y = 0; y < height; ++y) {
        for (std::uint32_t x = 0; x < width; ++x) {
            const bool right = x >= width / 2, below = y >= height / 2;
            const auto on = [](bool is_on) { return static_cast<std::uint8_t>(is_on ? 255 : 0); };
            const bool red = right == below, green = right, blue = below, opaque = !is_transparent || !right || !below;
            for (const bool part : {red, green, blue, opaque}) picture.pixels.push_back(on(part));
        }
    }
    return picture;
}

// The same JPEG as a camera held some other way would have written it, with the place where it stood.
inline auto taken(const std::string& jpeg, char orientation) -> std::string {
    using namespace std::string_literals;
    const std::string exif = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"s + orientation + "\0\0\0\0\0\0SECRET PLACE"s;
    const std::size_t length = exif.size() + 2;
    return jpeg.substr(0, 2) + "\xFF\xE1" + static_cast<char>(length >> 8U) + static_cast<char>(length) + exif + jpeg.substr(2);
}

}  // namespace praxis::tests
