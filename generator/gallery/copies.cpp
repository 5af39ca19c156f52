#include "gallery/copies.h"

#include <algorithm>
#include <array>

namespace praxis::gallery {
namespace {

constexpr std::array<std::uint32_t, 3> steps{480, 960, full_width};

void add(Made& made, const pictures::Picture& picture, Format format, std::string bytes) {
    made.copies.all.push_back({format, picture.width, picture.height, bytes.size(), digest_of(bytes)});
    made.bytes.push_back(std::move(bytes));
}

}  // namespace

auto extension(Format format) -> std::string_view {
    return format == Format::webp ? ".webp" : format == Format::jpeg ? ".jpg" : ".png";
}

auto recipe() -> std::string {
    return "copies 1, " + pictures::libraries();
}

auto widths_of(std::uint32_t own) -> std::vector<std::uint32_t> {
    std::vector<std::uint32_t> widths;
    const std::uint32_t widest = std::min(own, full_width);
    for (const std::uint32_t step : steps) {
        if (step < widest - widest / 5) widths.push_back(step);
    }
    widths.push_back(widest);
    return widths;
}

auto make_copies(std::string_view picture) -> Made {
    Made made;
    auto read = pictures::read_picture(picture, full_width);
    if (!read) {
        made.copies.fault = read.error();
        return made;
    }
    auto widths = widths_of(read->width);
    std::ranges::reverse(widths);  // each from the next wider one
    for (const std::uint32_t width : widths) {
        *read = pictures::scaled(*read, width);
        const Format other = read->is_transparent ? Format::png : Format::jpeg;
        add(made, *read, other, other == Format::png ? pictures::png_of(*read) : pictures::jpeg_of(*read));
        add(made, *read, Format::webp, pictures::webp_of(*read));
    }
    std::ranges::reverse(made.copies.all);
    std::ranges::reverse(made.bytes);
    const bool is_whole = std::ranges::none_of(made.bytes, &std::string::empty);
    return is_whole ? std::move(made) : Made{{pictures::Fault::damaged, {}}, {}};
}

}  // namespace praxis::gallery
