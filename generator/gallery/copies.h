// The copies of one picture that go on the site: in a few widths, each as WebP and as a format that every
// browser knows (JPEG, or PNG where the picture is transparent). The same bytes give the same copies.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "pictures/picture.h"

namespace praxis::gallery {

inline constexpr std::uint32_t full_width = 1440;

enum class Format : std::uint8_t { webp, jpeg, png };
auto extension(Format format) -> std::string_view;

struct Copy {
    Format format = Format::webp;
    std::uint32_t width = 0, height = 0;
    std::uint64_t size = 0;
    Digest digest;
};

struct Copies {
    pictures::Fault fault = pictures::Fault::none;
    std::vector<Copy> all;  // narrowest first, of each width WebP first
};

// The widths of a picture: 480, 960, 1440, none above its own; its own where that is less than 1440, and then
// none that is nearly the same.
auto widths_of(std::uint32_t own) -> std::vector<std::uint32_t>;

struct Made {
    Copies copies;
    std::vector<std::string> bytes;  // of each
};
auto make_copies(std::string_view picture) -> Made;

// What copies depend on beside the picture: settings and libraries.
auto recipe() -> std::string;

}  // namespace praxis::gallery
