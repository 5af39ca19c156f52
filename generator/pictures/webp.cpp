#include <webp/decode.h>
#include <webp/encode.h>

#include <algorithm>

#include "pictures/formats.h"

namespace praxis::pictures {
namespace {

constexpr float quality = 75;

auto bytes_of(std::string_view bytes) -> const std::uint8_t* {
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

// What is being written, freed with its object.
struct Written {
    WebPPicture picture{};
    WebPMemoryWriter memory{};
    Written() {
        WebPMemoryWriterInit(&memory);
        is_there = WebPPictureInit(&picture) != 0;
        picture.writer = WebPMemoryWrite;
        picture.custom_ptr = &memory;
    }
    Written(const Written&) = delete;
    auto operator=(const Written&) -> Written& = delete;
    ~Written() {
        WebPPictureFree(&picture);
        WebPMemoryWriterClear(&memory);
    }
    bool is_there = false;
};

}  // namespace

auto webp_library() -> std::string {
    return "libwebp " + std::to_string(WebPGetEncoderVersion());
}

auto read_webp(std::string_view bytes) -> Expected<Picture, Fault> {
    WebPBitstreamFeatures features{};
    if (WebPGetFeatures(bytes_of(bytes), bytes.size(), &features) != VP8_STATUS_OK) return failure(Fault::damaged);
    if (features.has_animation != 0) return failure(Fault::moving);
    if (features.width < 1 || features.height < 1) return failure(Fault::damaged);
    const auto width = static_cast<std::uint32_t>(features.width), height = static_cast<std::uint32_t>(features.height);
    if (!is_reasonable(width, height)) return failure(Fault::too_large);
    Picture picture{width, height, false, std::vector<std::uint8_t>(std::size_t{width} * height * 4)};
    const auto* done = WebPDecodeRGBAInto(bytes_of(bytes), bytes.size(), picture.pixels.data(), picture.pixels.size(), features.width * 4);
    if (done == nullptr) return failure(Fault::damaged);
    for (std::size_t at = 3; at < picture.pixels.size() && !picture.is_transparent; at += 4)
        picture.is_transparent = picture.pixels[at] < 255;
    return picture;
}

// One thread and fixed settings, so that the same picture gives the same bytes.
auto webp_of(const Picture& picture) -> std::string {
    WebPConfig config;
    Written out;
    if (!out.is_there || WebPConfigPreset(&config, WEBP_PRESET_PHOTO, quality) == 0) return {};
    config.method = 4;
    config.thread_level = 0;
    out.picture.width = static_cast<int>(picture.width);
    out.picture.height = static_cast<int>(picture.height);
    const auto import = picture.is_transparent ? WebPPictureImportRGBA : WebPPictureImportRGBX;
    if (import(&out.picture, picture.pixels.data(), out.picture.width * 4) == 0 || WebPEncode(&config, &out.picture) == 0) return {};
    return {reinterpret_cast<const char*>(out.memory.mem), out.memory.size};
}

}  // namespace praxis::pictures
