#include "pictures/orientation.h"

#include <algorithm>
#include <cstring>

namespace praxis::pictures {
namespace {

// A number of `size` bytes; 0 beyond the end.
auto number(std::string_view bytes, std::uint64_t at, std::size_t size, bool is_big) -> std::uint64_t {
    if (at > bytes.size() || size > bytes.size() - at) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = (value << 8U) | static_cast<unsigned char>(bytes[static_cast<std::size_t>(at) + (is_big ? i : size - 1 - i)]);
    return value;
}

auto piece(std::string_view bytes, std::uint64_t at, std::uint64_t size) -> std::string_view {
    return at > bytes.size() ? std::string_view() : bytes.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(size));
}

// The first directory of a TIFF structure.
auto in_tiff(std::string_view tiff) -> int {
    const bool is_big = tiff.starts_with("MM");
    if (!is_big && !tiff.starts_with("II")) return 1;
    const std::uint64_t directory = number(tiff, 4, 4, is_big);
    const std::uint64_t count = number(tiff, directory, 2, is_big);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t entry = directory + 2 + 12 * i;
        if (number(tiff, entry, 2, is_big) != 0x0112) continue;
        const auto value = static_cast<int>(number(tiff, entry + 8, 2, is_big));
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

auto in_jpeg(std::string_view bytes) -> int {
    for (std::uint64_t at = 2; number(bytes, at, 1, true) == 0xFF && number(bytes, at + 1, 1, true) != 0xDA;) {
        const std::uint64_t marker = number(bytes, at + 1, 1, true), length = number(bytes, at + 2, 2, true);
        const std::string_view segment = piece(bytes, at + 4, length);
        if (marker == 0xE1 && segment.starts_with(std::string_view("Exif\0\0", 6))) return in_tiff(segment.substr(6));
        at += marker == 0xFF ? 1 : 2 + std::max<std::uint64_t>(length, 2);
    }
    return 1;
}

auto in_png(std::string_view bytes) -> int {
    for (std::uint64_t at = 8; at + 12 <= bytes.size();) {
        const std::uint64_t length = number(bytes, at, 4, true);
        if (piece(bytes, at + 4, 4) == "eXIf") return in_tiff(piece(bytes, at + 8, length));
        at += 12 + length;
    }
    return 1;
}

auto in_webp(std::string_view bytes) -> int {
    for (std::uint64_t at = 12; at + 8 <= bytes.size();) {
        const std::uint64_t length = number(bytes, at + 4, 4, false);
        if (piece(bytes, at, 4) == "EXIF") {
            const std::string_view block = piece(bytes, at + 8, length);
            return in_tiff(block.starts_with(std::string_view("Exif\0\0", 6)) ? block.substr(6) : block);
        }
        at += 8 + length + (length & 1U);
    }
    return 1;
}

}  // namespace

auto orientation_of(std::string_view bytes) -> int {
    if (bytes.starts_with("\xFF\xD8")) return in_jpeg(bytes);
    return bytes.starts_with("RIFF") ? in_webp(bytes) : in_png(bytes);
}

auto upright(Picture picture, int orientation) -> Picture {
    if (orientation <= 1 || orientation > 8) return picture;
    const std::uint32_t width = picture.width, height = picture.height;
    Picture turned{width, height, picture.is_transparent, {}};
    if (swaps_sides(orientation)) std::swap(turned.width, turned.height);
    turned.pixels.resize(picture.pixels.size());
    const bool from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    for (std::uint32_t y = 0; y < turned.height; ++y) {
        for (std::uint32_t x = 0; x < turned.width; ++x) {
            const std::uint32_t along = swaps_sides(orientation) ? y : x, down = swaps_sides(orientation) ? x : y;
            const std::size_t column = from_right ? width - 1 - along : along, row = from_below ? height - 1 - down : down;
            std::memcpy(&turned.pixels[(std::size_t{y} * turned.width + x) * 4], &picture.pixels[(row * width + column) * 4], 4);
        }
    }
    return turned;
}

}  // namespace praxis::pictures
