// Which way up a picture is (Exif 2.32, tag 0x0112). Only for the files of this folder.
#pragma once

#include "pictures/picture.h"

namespace praxis::pictures {

// 1 to 8; 1 where the picture, a JPEG, PNG or WebP, says nothing sensible.
auto orientation_of(std::string_view bytes) -> int;
inline auto swaps_sides(int orientation) -> bool {
    return orientation >= 5;
}
auto upright(Picture picture, int orientation) -> Picture;

}  // namespace praxis::pictures
