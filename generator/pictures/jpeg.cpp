#include <turbojpeg.h>

#include <algorithm>
#include <memory>

#include "pictures/formats.h"

namespace praxis::pictures {
namespace {

constexpr int quality = 80;

struct Closed {
    void operator()(void* handle) const { tjDestroy(handle); }
    void operator()(unsigned char* bytes) const { tjFree(bytes); }
};
using Handle = std::unique_ptr<void, Closed>;

auto bytes_of(std::string_view bytes) -> const unsigned char* {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

// Photographs for print: four inks, stored inverted as Adobe does; red, green and blue as they look on white.
void from_inks(std::vector<std::uint8_t>& pixels) {
    for (std::size_t at = 0; at < pixels.size(); at += 4) {
        for (std::size_t i = 0; i < 3; ++i) pixels[at + i] = static_cast<std::uint8_t>(pixels[at + i] * pixels[at + 3] / 255);
        pixels[at + 3] = 255;
    }
}

// A file that was cut off is shown grey below; other warnings are of no consequence to the eye.
auto is_whole(const Handle& handle) -> bool {
    const std::string_view said = tjGetErrorStr2(handle.get());
    return tjGetErrorCode(handle.get()) == TJERR_WARNING && said.find("remature end") == std::string_view::npos;
}

}  // namespace

auto jpeg_library() -> std::string {
    return "libturbojpeg " PRAXIS_TURBOJPEG_VERSION;
}

auto read_jpeg(std::string_view bytes, std::uint32_t useful, bool is_turned) -> Expected<Picture, Fault> {
    const Handle handle(tjInitDecompress());
    int width = 0, height = 0, sampling = 0, colours = 0;
    if (!handle || tjDecompressHeader3(handle.get(), bytes_of(bytes), bytes.size(), &width, &height, &sampling, &colours) != 0)
        return failure(Fault::damaged);
    if (width < 1 || height < 1) return failure(Fault::damaged);
    if (!is_reasonable(static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height))) return failure(Fault::too_large);
    // The library halves while it decodes, which saves most of the work for large photographs.
    tjscalingfactor factor{1, 1};
    for (const int part : {2, 4, 8}) {
        const tjscalingfactor smaller{1, part};
        if (TJSCALED((is_turned ? height : width), smaller) >= static_cast<int>(useful)) factor = smaller;
    }
    Picture picture{static_cast<std::uint32_t>(TJSCALED(width, factor)), static_cast<std::uint32_t>(TJSCALED(height, factor)), false, {}};
    picture.pixels.resize(std::size_t{picture.width} * picture.height * 4);
    const bool has_inks = colours == TJCS_CMYK || colours == TJCS_YCCK;
    const int read =
        tjDecompress2(handle.get(), bytes_of(bytes), bytes.size(), picture.pixels.data(), static_cast<int>(picture.width), 0,
                      static_cast<int>(picture.height), has_inks ? TJPF_CMYK : TJPF_RGBA, TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS);
    if (read != 0 && !is_whole(handle)) return failure(Fault::damaged);
    if (has_inks) from_inks(picture.pixels);
    return picture;
}

auto jpeg_of(const Picture& picture) -> std::string {
    const Handle handle(tjInitCompress());
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const int made =
        !handle ? -1
                : tjCompress2(handle.get(), picture.pixels.data(), static_cast<int>(picture.width), 0, static_cast<int>(picture.height),
                              TJPF_RGBX, &bytes, &size, TJSAMP_420, quality, TJFLAG_ACCURATEDCT | TJFLAG_PROGRESSIVE);
    const std::unique_ptr<unsigned char, Closed> kept(bytes);
    return made == 0 ? std::string(reinterpret_cast<const char*>(bytes), size) : std::string();
}

}  // namespace praxis::pictures
