#include <iterator>
#include <sstream>

#include "markdown/addresses.h"
#include "markdown/document.h"
#include "support/catch.h"

namespace praxis::markdown {
namespace {

auto read(std::string_view body) -> Outcome<Document> {
    prepare();
    return read_markdown(body, FileId{0}, 0, {});
}

auto html(std::string_view body) -> std::string {
    return read(body).value.html;
}

auto code_of(std::string_view body) -> std::string_view {
    const auto outcome = read(body);
    return outcome.diagnostics.empty() ? std::string_view() : outcome.diagnostics.front().code->id;
}

}  // namespace

TEST_CASE("raw HTML is refused, comments are dropped", "[unit]") {
    CHECK(code_of("Hello <b>you</b>\n") == "M101");
    CHECK(code_of("<script>alert(1)</script>\n") == "M101");
    CHECK(code_of("a <!-- quiet --> b\n").empty());
    CHECK(html("<!-- a\nblock -->\n\ntext\n") == "<p>text</p>\n");
    CHECK(code_of("<!-- a --> <img src=x>\n") == "M101");
}

TEST_CASE("addresses of other schemes are refused however they are written", "[unit]") {
    for (const char* bad : {"javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//host/x",
                            "java\tscript:x", "\\\\host"}) {
        INFO(bad);
        CHECK(!is_allowed_address(bad));
    }
    for (const char* good : {"https://x.org/a:b", "mailto:info@x.org", "../x/es.md#a", "#a", "x.md", "es.md?a=b:c"}) {
        INFO(good);
        CHECK(is_allowed_address(good));
    }
    CHECK(code_of("[x](javascript&#58;alert(1))\n") == "M102");
    CHECK(code_of("[x](java&#x0A;script:alert)\n") == "M102");
    CHECK(code_of("<javascript:alert(1)>\n") == "M102");
}

TEST_CASE("everything that is text is escaped", "[unit]") {
    CHECK(html("a < b & \"c\"\n") == "<p>a &lt; b &amp; &quot;c&quot;</p>\n");
    CHECK(html("`<b>`\n") == "<p><code>&lt;b&gt;</code></p>\n");
    CHECK(html("```\" onload=x\n<x>\n```\n") == "<pre tabindex=\"0\"><code>&lt;x&gt;\n</code></pre>\n");
}

TEST_CASE("sections are cut at level 2, with the anchors of the forges", "[unit]") {
    const Document document = read("lead\n\n## Contexto y problema\n\na\n\n### Dentro\n\nb\n\n## Resultados\n\nc\n").value;
    REQUIRE(document.sections.size() == 3);
    CHECK(document.sections[1].anchor == "contexto-y-problema");
    CHECK(document.sections[2].heading == "Resultados");
    CHECK(document.html.substr(document.sections[2].begin, document.sections[2].end - document.sections[2].begin) == "<p>c</p>\n");
    CHECK(document.anchors == std::vector<std::string>{"dentro"});
}

TEST_CASE("a passage in another language is marked", "[unit]") {
    CHECK(html("dice [olá *você*]{lang=pt} y sigue\n") == "<p>dice <span lang=\"pt\">olá <em>você</em></span> y sigue</p>\n");
    CHECK(html("[שלום]{lang=he}\n") == "<p><span lang=\"he\" dir=\"rtl\">שלום</span></p>\n");
    CHECK(html("[a] y [b]{lang=fr}\n") == "<p>[a] y <span lang=\"fr\">b</span></p>\n");
    CHECK(code_of("[x]{lang=portuguese}\n") == "M112");
}

TEST_CASE("citations and bare addresses become slots", "[unit]") {
    const Document document = read("Dato.[^s1] Ver https://x.org/a(b).\n").value;
    REQUIRE(document.citations.size() == 1);
    CHECK(document.citations[0].source == "s1");
    REQUIRE(document.links.size() == 1);
    CHECK(document.links[0].destination == "https://x.org/a(b)");
    CHECK(document.html.find("\x01"
                             "C0\x02") != std::string::npos);
}

TEST_CASE("links are located in their block, in bytes of the file", "[unit]") {
    const std::string body = "Año [uno](a.md) y\n  otra [dos](a.md)\n";
    const Document document = read(body).value;
    REQUIRE(document.links.size() == 2);
    CHECK(body.substr(document.links[0].span.begin, 4) == "a.md");
    CHECK(document.links[1].span.begin > document.links[0].span.begin);
}

TEST_CASE("bodies that would take the parser down are refused, with the line", "[unit]") {
    std::string table = "|";
    for (int i = 0; i < 150; ++i) table += "a|";
    table += "\n|";
    for (int i = 0; i < 150; ++i) table += "-|";
    for (int i = 0; i < 400; ++i) table += "\nx";
    CHECK(code_of(table) == "M109");
    CHECK(code_of(std::string(10'000, '[')) == "M106");
    CHECK(code_of(std::string(130 * 1024, 'a')) == "M105");
    std::string quotes;
    for (int i = 0; i < 60; ++i) quotes += "> ";
    CHECK(code_of(quotes + "x\n") == "M108");
    std::string lines;
    for (int i = 0; i < 3000; ++i) lines += "abc\n";
    CHECK(code_of(lines) == "M107");
    CHECK(code_of("* * * * *\n\n" + std::string(80, '-') + "\n").empty());
}

TEST_CASE("a fingerprint's text ignores comments and white space", "[unit]") {
    CHECK(canonical_text("## A\n\nuno  dos\r\n<!-- x -->\ntres ") == "## A uno dos tres");
}

namespace {

// Texts of these, made at random, always the same.
class Pieces {
public:
    explicit Pieces(std::vector<std::string_view> all) : all_(std::move(all)) {}
    auto text() -> std::string {
        std::string made;
        for (std::size_t left = next(40); left > 0; --left) made += all_[next(all_.size())];
        return made;
    }

private:
    auto next(std::size_t below) -> std::size_t {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return (state_ >> 33U) % below;
    }
    std::vector<std::string_view> all_;
    std::uint64_t state_ = 5;
};

auto without_comments(std::string_view text) -> std::string {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find("<!--", at), text.size());
        kept.append(text, at, open - at);
        const std::size_t close = text.find("-->", open);
        at = open == text.size() || close == std::string_view::npos ? text.size() : close + 3;
        kept += ' ';
    }
    return kept;
}

auto words_of(std::string_view text) -> std::vector<std::string> {
    std::istringstream in{std::string(text)};
    return {std::istream_iterator<std::string>(in), {}};
}

}  // namespace

// Both go through a text eight letters at a time.
TEST_CASE("words one space apart are what a fingerprint's text is made of", "[unit]") {
    Pieces pieces({"a", "bc", "defghij", "señor", " ", " ", " ", "  ", "\n", "\t", "\r\n", "<", "<b", "<!-- c d -->", "1"});
    for (int round = 0; round < 20'000; ++round) {
        const std::string text = pieces.text();
        std::string joined;
        for (const std::string& word : words_of(without_comments(text))) joined += (joined.empty() ? "" : " ") + word;
        INFO(text);
        REQUIRE(canonical_text(text) == joined);
    }
}

TEST_CASE("the words of a section are counted, whatever their length", "[unit]") {
    Pieces pieces({"a", "bc", "defghijk", "señor", " ", " ", "\n", "lmnopqrstuvwxyz"});
    for (int round = 0; round < 3'000; ++round) {
        const std::string text = pieces.text();
        const auto outcome = read("## H\n\n" + text);
        INFO(text);
        REQUIRE(outcome.value.sections.size() == 1);
        REQUIRE(outcome.value.sections.front().words == words_of(text).size());
    }
}

}  // namespace praxis::markdown
