// Where the copies of pictures stand, and how a browser is told which of them to take.
#include <fmt/format.h>

#include "base/html.h"
#include "pages/composer.h"

namespace praxis::pages {

// Of a picture with copies the widest one that every browser knows; else the file as it is.
auto Composer::picture_address(FileId file) const -> std::string {
    const gallery::Copies* copies = site_.gallery.find(file);
    return copies == nullptr ? href(routes::attachment_path(site_.inputs[file].path)) : copy_address(file, copies->all.back());
}

auto Composer::copy_address(FileId file, const gallery::Copy& copy) const -> std::string {
    return href(routes::copy_path(site_.inputs[file].path, site_.gallery.name_of(file, copy)));
}

// The value of `srcset` (HTML 4.8.4.2.1): addresses with their widths.
auto Composer::source_set(FileId file, bool as_webp) const -> std::string {
    std::string all;
    for (const gallery::Copy& copy : site_.gallery.find(file)->all) {
        if ((copy.format == gallery::Format::webp) == as_webp)
            all += fmt::format("{}{} {}w", all.empty() ? "" : ", ", copy_address(file, copy), copy.width);
    }
    return all;
}

// The attributes of a picture in a text: room is kept for it before it comes.
auto Composer::copies_of(const bank::Destination& destination) const -> std::string {
    const gallery::Copies* copies =
        destination.kind == bank::Destination::Kind::attachment ? site_.gallery.find(destination.file) : nullptr;
    if (copies == nullptr) return {};
    std::string out = " srcset=\"";
    append_escaped(out, source_set(destination.file, false), Quotes::twofold);
    const gallery::Copy& widest = copies->all.back();
    return out + fmt::format("\" sizes=\"(min-width: 48rem) 44rem, 100vw\" width=\"{}\" height=\"{}\"", widest.width, widest.height);
}

}  // namespace praxis::pages
