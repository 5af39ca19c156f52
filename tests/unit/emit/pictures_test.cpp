#include "emitters/site/pictures.h"

#include "support/catch.h"

namespace praxis::emitters::site {

using namespace std::string_literals;

TEST_CASE("what cameras write does not go on the site", "[unit]") {
    const std::string start = "\xFF\xD8"s, jfif = "\xFF\xE0\x00\x04JF"s,
                      exif =
                          "\xFF\xE1\x00\x08"
                          "Exif12"s,
                      rest = "\xFF\xDA\x00\x04xx data"s;
    CHECK(without_camera_data(start + jfif + exif + rest) == start + jfif + rest);
    const std::string png = "\x89PNG\r\n\x1A\n"s, text = "\x00\x00\x00\x02tEXtab1234"s, data = "\x00\x00\x00\x01IDATx1234"s;
    CHECK(without_camera_data(png + text + data) == png + data);
    CHECK(without_camera_data("<svg/>") == "<svg/>");
    CHECK(without_camera_data(start + "\xFF\xE1\xFF\xFF") == start + "\xFF\xE1\xFF\xFF");
}

}  // namespace praxis::emitters::site
