#include "pictures/picture.h"

#include "gallery/copies.h"
#include "support/catch.h"
#include "support/drawn.h"

namespace praxis::pictures {

using namespace std::string_literals;
using tests::quarters;
using tests::taken;

namespace {

// What is seen in the middle of each quarter: r, g, b, w, or . for nothing.
auto seen(const Picture& picture) -> std::string {
    std::string all = std::to_string(picture.width) + "x" + std::to_string(picture.height) + " ";
    for (const std::uint32_t y : {picture.height / 4, picture.height * 3 / 4}) {
        for (const std::uint32_t x : {picture.width / 4, picture.width * 3 / 4}) {
            const std::uint8_t* at = &picture.pixels[(std::size_t{y} * picture.width + x) * 4];
            const bool red = at[0] > 200, green = at[1] > 200, blue = at[2] > 200;
            all += at[3] < 50 ? '.' : red && green && blue ? 'w' : red ? 'r' : green ? 'g' : blue ? 'b' : '?';
        }
    }
    return all;
}

auto seen(const Expected<Picture, Fault>& picture) -> std::string {
    return picture ? seen(*picture) : "fault " + std::to_string(static_cast<int>(picture.error()));
}

auto fault(Fault fault) -> std::string {
    return "fault " + std::to_string(static_cast<int>(fault));
}

}  // namespace

TEST_CASE("a picture is read as it was written, in three formats", "[unit]") {
    const Picture picture = quarters(64, 32);
    for (const std::string& bytes : {jpeg_of(picture), png_of(picture), webp_of(picture)})
        CHECK(seen(read_picture(bytes, 1440)) == "64x32 rgbw");
    const Picture holed = quarters(64, 32, true);
    for (const std::string& bytes : {png_of(holed), webp_of(holed)}) {
        const auto read = read_picture(bytes, 1440);
        CHECK(seen(read) == "64x32 rgb.");
        CHECK(read->is_transparent);
    }
    CHECK(!read_picture(png_of(picture), 1440)->is_transparent);
    CHECK(jpeg_of(picture) == jpeg_of(picture));
    CHECK(webp_of(picture) == webp_of(picture));
}

TEST_CASE("a picture is turned the way it was taken, and loses what the camera wrote", "[unit]") {
    const std::string jpeg = jpeg_of(quarters(64, 32));
    const std::vector<std::string> upright{"64x32 rgbw", "64x32 grwb", "64x32 wbgr", "64x32 bwrg",
                                           "32x64 rbgw", "32x64 brwg", "32x64 wgbr", "32x64 gwrb"};
    for (char orientation = 1; orientation <= 8; ++orientation) {
        const std::string bytes = taken(jpeg, orientation);
        INFO(static_cast<int>(orientation));
        CHECK(seen(read_picture(bytes, 1440)) == upright[static_cast<std::size_t>(orientation - 1)]);
        REQUIRE(bytes.find("SECRET") != std::string::npos);
        for (const std::string& copy : gallery::make_copies(bytes).bytes) {
            CHECK(copy.find("SECRET") == std::string::npos);
            CHECK(copy.find("Exif") == std::string::npos);
        }
    }
    CHECK(seen(read_picture(taken(jpeg, 9), 1440)) == "64x32 rgbw");
}

TEST_CASE("a picture made smaller keeps its light, its edges and its shape", "[unit]") {
    Picture lines{100, 50, false, {}};
    for (std::uint32_t i = 0; i < 100 * 50; ++i)
        lines.pixels.insert(lines.pixels.end(), 4, static_cast<std::uint8_t>(i % 2 == 0 ? 255 : 0));
    for (std::size_t at = 3; at < lines.pixels.size(); at += 4) lines.pixels[at] = 255;
    const Picture grey = scaled(lines, 50);
    CHECK(grey.width == 50);
    CHECK(grey.height == 25);
    // Half of the light is 188 of 255, not 128.
    CHECK(std::vector<std::uint8_t>(grey.pixels.begin(), grey.pixels.begin() + 4) == std::vector<std::uint8_t>{188, 188, 188, 255});
    CHECK(seen(scaled(quarters(301, 199, true), 40)) == "40x26 rgb.");
    CHECK(seen(scaled(quarters(40, 40), 80)) == "40x40 rgbw");
    CHECK(scaled(quarters(3000, 2), 100).height == 1);
    // A large photograph is halved while it is read, never below what is of use.
    CHECK(seen(read_picture(jpeg_of(quarters(640, 320)), 160)) == "160x80 rgbw");
    CHECK(seen(read_picture(jpeg_of(quarters(640, 320)), 161)) == "320x160 rgbw");
    CHECK(seen(read_picture(taken(jpeg_of(quarters(640, 320)), 6), 160)) == "160x320 brwg");
}

TEST_CASE("what is no picture, is damaged, or would fill the memory is not read", "[unit]") {
    const std::string jpeg = jpeg_of(quarters(640, 320)), png = png_of(quarters(640, 320)), webp = webp_of(quarters(640, 320));
    CHECK(seen(read_picture("", 480)) == fault(Fault::foreign));
    CHECK(seen(read_picture("GIF89a", 480)) == fault(Fault::foreign));
    CHECK(seen(read_picture("\xFF\xD8\xFF\xD9", 480)) == fault(Fault::damaged));
    for (const std::string& bytes : {jpeg, png, webp}) {
        for (const std::size_t size : {std::size_t{12}, std::size_t{40}, bytes.size() / 2, bytes.size() - bytes.size() / 10})
            CHECK(seen(read_picture(bytes.substr(0, size), 480)) == fault(Fault::damaged));
    }
    // Sizes in the headers that nobody would take memory for.
    std::string broad = jpeg;
    const std::size_t frame = broad.find("\xFF\xC2");
    REQUIRE(frame != std::string::npos);
    broad.replace(frame + 5, 4, "\xFF\xDC\xFF\xDC");
    CHECK(seen(read_picture(broad, 480)) == fault(Fault::too_large));
    std::string wide = "RIFF\x16\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\xFF\x7F\0\xFF\x7F\0"s;
    CHECK(!read_picture(wide, 480));
}

TEST_CASE("copies come in three widths, none wider than the picture, in two formats", "[unit]") {
    CHECK(gallery::widths_of(4000) == std::vector<std::uint32_t>{480, 960, 1440});
    CHECK(gallery::widths_of(1440) == std::vector<std::uint32_t>{480, 960, 1440});
    CHECK(gallery::widths_of(1100) == std::vector<std::uint32_t>{480, 1100});
    CHECK(gallery::widths_of(500) == std::vector<std::uint32_t>{500});
    CHECK(gallery::widths_of(300) == std::vector<std::uint32_t>{300});
    const auto described = [](const gallery::Made& made) {
        std::string all;
        for (std::size_t i = 0; i < made.bytes.size(); ++i) {
            const gallery::Copy& copy = made.copies.all[i];
            CHECK(copy.digest == digest_of(made.bytes[i]));
            CHECK(copy.size == made.bytes[i].size());
            all += seen(read_picture(made.bytes[i], 9999)) + std::string(gallery::extension(copy.format)) + "\n";
        }
        return all;
    };
    CHECK(described(gallery::make_copies(jpeg_of(quarters(1100, 550)))) ==
          "480x240 rgbw.webp\n480x240 rgbw.jpg\n1100x550 rgbw.webp\n1100x550 rgbw.jpg\n");
    CHECK(described(gallery::make_copies(png_of(quarters(300, 600, true)))) == "300x600 rgb..webp\n300x600 rgb..png\n");
    CHECK(gallery::make_copies("no picture").copies.fault == Fault::foreign);
}

}  // namespace praxis::pictures
