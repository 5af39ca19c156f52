// What cameras write into pictures (places, times, owners) does not go on the site.
#pragma once

#include <string>
#include <string_view>

namespace praxis::emitters::site {

// The same picture without Exif, XMP, IPTC and comments, for JPEG (ITU T.81), PNG and WebP; anything
// else, and anything that does not read as one of these, unchanged. Colour profiles stay.
auto without_camera_data(std::string_view bytes) -> std::string;

}  // namespace praxis::emitters::site
