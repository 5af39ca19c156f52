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

}  // namespace praxis::markdown
