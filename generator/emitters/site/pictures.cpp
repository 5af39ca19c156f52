#include "emitters/site/pictures.h"

#include <cstdint>

namespace praxis::emitters::site {
namespace {

auto byte(std::string_view bytes, std::size_t at) -> std::uint32_t {
    return static_cast<unsigned char>(bytes[at]);
}

// Segments before the first scan; APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe) are kept.
auto clean_jpeg(std::string_view bytes) -> std::string {
    std::string out(bytes.substr(0, 2));
    std::size_t at = 2;
    while (at + 4 <= bytes.size() && byte(bytes, at) == 0xFF && byte(bytes, at + 1) != 0xDA) {
        const std::uint32_t marker = byte(bytes, at + 1);
        const std::size_t length = 2 + (byte(bytes, at + 2) << 8) + byte(bytes, at + 3);
        if (length < 4 || at + length > bytes.size()) return std::string(bytes);
        const bool application = marker >= 0xE0 && marker <= 0xEF;
        const bool dropped = marker == 0xFE || (application && marker != 0xE0 && marker != 0xE2 && marker != 0xEE);
        if (!dropped) out += bytes.substr(at, length);
        at += length;
    }
    return out + std::string(bytes.substr(std::min(at, bytes.size())));
}

auto clean_png(std::string_view bytes) -> std::string {
    std::string out(bytes.substr(0, 8));
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
        const std::size_t length =
            12 + ((std::size_t{byte(bytes, at)} << 24) | (byte(bytes, at + 1) << 16) | (byte(bytes, at + 2) << 8) | byte(bytes, at + 3));
        if (at + length > bytes.size()) return std::string(bytes);
        const std::string_view type = bytes.substr(at + 4, 4);
        const bool dropped = type == "eXIf" || type == "tEXt" || type == "zTXt" || type == "iTXt" || type == "tIME";
        if (!dropped) out += bytes.substr(at, length);
        at += length;
    }
    return out;
}

// RIFF chunks; the size in the header is written anew and the flags of VP8X lose Exif and XMP.
auto clean_webp(std::string_view bytes) -> std::string {
    std::string out(bytes.substr(0, 12));
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const std::size_t size =
            byte(bytes, at + 4) | (byte(bytes, at + 5) << 8) | (byte(bytes, at + 6) << 16) | (std::size_t{byte(bytes, at + 7)} << 24);
        const std::size_t length = 8 + size + (size & 1U);
        if (at + length > bytes.size()) return std::string(bytes);
        const std::string_view type = bytes.substr(at, 4);
        if (type != "EXIF" && type != "XMP ") {
            const std::size_t start = out.size();
            out += bytes.substr(at, length);
            if (type == "VP8X" && size >= 1) out[start + 8] = static_cast<char>(byte(out, start + 8) & ~0x0CU);
        }
        at += length;
    }
    const std::size_t riff = out.size() - 8;
    for (std::size_t i = 0; i < 4; ++i) out[4 + i] = static_cast<char>((riff >> (8 * i)) & 0xFFU);
    return out;
}

}  // namespace

auto without_camera_data(std::string_view bytes) -> std::string {
    if (bytes.starts_with("\xFF\xD8\xFF")) return clean_jpeg(bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return clean_png(bytes);
    if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") return clean_webp(bytes);
    return std::string(bytes);
}

}  // namespace praxis::emitters::site
