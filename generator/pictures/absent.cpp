// In place of the readers and writers, where their libraries are not installed.
#include "pictures/picture.h"

namespace praxis::pictures {

auto is_built() -> bool {
    return false;
}
auto libraries() -> std::string {
    return {};
}
auto read_picture(std::string_view, std::uint32_t) -> Expected<Picture, Fault> {
    return failure(Fault::foreign);
}
auto webp_of(const Picture&) -> std::string {
    return {};
}
auto jpeg_of(const Picture&) -> std::string {
    return {};
}
auto png_of(const Picture&) -> std::string {
    return {};
}

}  // namespace praxis::pictures
