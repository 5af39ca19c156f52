#include "base/utf8.h"
#include "input/input_set.h"
#include "support/catch.h"

namespace praxis::input {

// Only what may begin a hidden character is looked at: this asks of every character there is.
TEST_CASE("every hidden character is found, and no other", "[unit]") {
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;  // halves of others in UTF-16
        std::string text = "a ";
        append_utf8(text, c);
        const Diagnostics found = check_text(text + "b", FileId{0});
        if ((found.size() == 1) != is_hidden(c) || found.size() > 1) FAIL("U+" << std::hex << static_cast<std::uint32_t>(c));
    }
    CHECK(check_text("a\xE2\x80\x8B", FileId{0}).front().span.begin == 1);
}

}  // namespace praxis::input
