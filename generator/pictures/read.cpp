#include "pictures/formats.h"
#include "pictures/orientation.h"

namespace praxis::pictures {

auto is_built() -> bool {
    return true;
}

auto libraries() -> std::string {
    return jpeg_library() + ", " + png_library() + ", " + webp_library();
}

auto read_picture(std::string_view bytes, std::uint32_t useful_width) -> Expected<Picture, Fault> {
    const bool is_jpeg = bytes.starts_with("\xFF\xD8"), is_png = bytes.starts_with("\x89PNG\r\n\x1A\n"),
               is_webp = bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP";
    if (!is_jpeg && !is_png && !is_webp) return failure(Fault::foreign);
    if (bytes.size() > most_bytes) return failure(Fault::too_large);
    const int orientation = orientation_of(bytes);
    auto picture = is_jpeg ? read_jpeg(bytes, useful_width, swaps_sides(orientation)) : is_png ? read_png(bytes) : read_webp(bytes);
    if (!picture) return picture;
    return upright(std::move(*picture), orientation);
}

}  // namespace praxis::pictures
