#include <png.h>

#include <algorithm>

#include "pictures/formats.h"

namespace praxis::pictures {
namespace {

struct Image : png_image {
    Image() : png_image{} { version = PNG_IMAGE_VERSION; }
    ~Image() { png_image_free(this); }
    Image(const Image&) = delete;
    auto operator=(const Image&) -> Image& = delete;
};

}  // namespace

auto png_library() -> std::string {
    return std::string("libpng ") + png_get_libpng_ver(nullptr);
}

auto read_png(std::string_view bytes) -> Expected<Picture, Fault> {
    Image image;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return failure(Fault::damaged);
    if (!is_reasonable(image.width, image.height)) return failure(Fault::too_large);
    image.format = PNG_FORMAT_RGBA;
    Picture picture{image.width, image.height, false, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    if (png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr) == 0) return failure(Fault::damaged);
    for (std::size_t at = 3; at < picture.pixels.size() && !picture.is_transparent; at += 4)
        picture.is_transparent = picture.pixels[at] < 255;
    return picture;
}

auto png_of(const Picture& picture) -> std::string {
    Image image;
    image.width = picture.width;
    image.height = picture.height;
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(size, '\0');
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, picture.pixels.data(), 0, nullptr) == 0) return {};
    bytes.resize(size);
    return bytes;
}

}  // namespace praxis::pictures
