#include <array>
#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

#include "base/digest.h"
#include "base/html.h"
#include "base/parallel.h"
#include "base/utf8.h"
#include "support/catch.h"

namespace praxis {

TEST_CASE("the first byte that is not UTF-8 is found", "[unit]") {
    CHECK(first_invalid_utf8("León, œuvre, 東京, 🌍") == std::string_view::npos);
    CHECK(first_invalid_utf8("a long plain beginning \xE9") == 23);
    for (const std::string_view bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xFF", "\xE0\x80\xAF"})
        CHECK(first_invalid_utf8(bad) == 0);
}

TEST_CASE("a byte that is not UTF-8 is found behind ASCII of any length", "[unit]") {
    for (std::size_t size = 0; size <= 50; ++size) {
        const std::string ascii(size, 'a');
        REQUIRE(first_invalid_utf8(ascii + "\xFF" + ascii) == size);
        REQUIRE(first_invalid_utf8(ascii + "é" + ascii) == std::string_view::npos);
        REQUIRE(is_ascii(ascii));
        REQUIRE(!is_ascii(ascii + "é"));
    }
}

TEST_CASE("code points are counted, not bytes", "[unit]") {
    CHECK(code_points("Año") == 3);
    CHECK(code_points("🌍é") == 2);
    CHECK(prefix("Muñoz", 3) == "Muñ");
}

TEST_CASE("characters that hide are known, joiners that scripts need are not among them", "[unit]") {
    for (const char32_t hidden : {U'\x00', U'\x1B', U'\x7F', U'\u200B', U'\u202E', U'\u2066', U'\uFEFF', U'\U000E0041'})
        CHECK(is_hidden(hidden));
    for (const char32_t plain : {U'\t', U'\n', U' ', U'\u00A0', U'\u202F', U'\u200C', U'\u200D', U'ñ', U'東'}) CHECK(!is_hidden(plain));
}

TEST_CASE("a parallel map keeps the order, and throws what was thrown", "[unit]") {
    const auto squares = parallel_map(1000, 4, [](std::size_t i, unsigned) { return i * i; });
    for (std::size_t i = 0; i < squares.size(); ++i) CHECK(squares[i] == i * i);
    CHECK_THROWS_AS(parallel_for(100, 4,
                                 [](std::size_t i, unsigned) {
                                     if (i == 50) throw std::runtime_error("x");
                                 }),
                    std::runtime_error);
}

TEST_CASE("parallel steps may hold others, and many threads may ask at once", "[unit]") {
    std::array<std::size_t, 4> sums{};
    {
        std::vector<std::jthread> asking;
        for (std::size_t& sum : sums)
            asking.emplace_back([&sum] {
                for (const std::size_t part : parallel_map(60, 3, [](std::size_t i, unsigned) {
                         const auto inner = parallel_map(20, 2, [i](std::size_t k, unsigned) { return i * k; });
                         return std::accumulate(inner.begin(), inner.end(), std::size_t{0});
                     }))
                    sum += part;
            });
    }
    CHECK(sums == std::array<std::size_t, 4>{336300, 336300, 336300, 336300});  // (0 + .. + 59) (0 + .. + 19)
}

TEST_CASE("the calls of one worker never overlap", "[unit]") {
    std::array<std::atomic<int>, 4> inside{};
    std::atomic<int> calls = 0, overlaps = 0;
    parallel_for(4000, 4, [&](std::size_t, unsigned worker) {
        if (inside.at(worker).fetch_add(1) != 0) ++overlaps;
        ++calls;
        inside.at(worker).fetch_sub(1);
    });
    CHECK(calls == 4000);
    CHECK(overlaps == 0);
}

// Text is looked through many letters at a time: a mark is found wherever it stands among others.
TEST_CASE("what may be markup is escaped at every place of texts of every length", "[unit]") {
    const auto letter_by_letter = [](std::string_view text, Quotes quotes) {
        std::string out;
        for (const char c : text) {
            if (c == '&')
                out += "&amp;";
            else if (c == '<')
                out += "&lt;";
            else if (c == '>')
                out += "&gt;";
            else if (c == '"' && quotes != Quotes::none)
                out += "&quot;";
            else if (c == '\'' && quotes == Quotes::both)
                out += "&#39;";
            else
                out += c;
        }
        return out;
    };
    for (std::size_t size = 1; size <= 50; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            for (const char c : std::string("&<>\"'")) {
                std::string text(size, '\xE9');
                text[at] = c;
                text[size / 2] = c;
                for (const Quotes quotes : {Quotes::none, Quotes::twofold, Quotes::both}) {
                    std::string out;
                    append_escaped(out, text, quotes);
                    REQUIRE(out == letter_by_letter(text, quotes));
                }
            }
        }
    }
}

TEST_CASE("capitals of ASCII are made small, and nothing else", "[unit]") {
    CHECK(lower_ascii("AZaz09-Ñé[`@{") == "azaz09-Ñé[`@{");
}

TEST_CASE("a digest survives being written", "[unit]") {
    const Digest digest = digest_of("praxis");
    Digest back;
    CHECK((from_hex(to_hex(digest), back) && back == digest));
    CHECK(!from_hex("xyz", back));
    CHECK(digest_of("praxis") != digest_of("praxi"));
}

}  // namespace praxis
