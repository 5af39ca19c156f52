// The readers of formats, as they lie in their files, not yet turned. Only for the files of this folder.
#pragma once

#include "pictures/picture.h"

namespace praxis::pictures {

// `useful`: the least length of the side that will be the width, which is the height where `is_turned`.
auto read_jpeg(std::string_view bytes, std::uint32_t useful, bool is_turned) -> Expected<Picture, Fault>;
auto read_png(std::string_view bytes) -> Expected<Picture, Fault>;
auto read_webp(std::string_view bytes) -> Expected<Picture, Fault>;

auto jpeg_library() -> std::string;
auto png_library() -> std::string;
auto webp_library() -> std::string;

inline auto is_reasonable(std::uint64_t width, std::uint64_t height) -> bool {
    return width > 0 && height > 0 && width <= 65535 && height <= 65535 && width * height <= most_pixels;
}

}  // namespace praxis::pictures
