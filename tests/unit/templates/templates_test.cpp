#include "support/catch.h"
#include "templates/template.h"

namespace praxis::templates {
namespace {

const Contract& contract() {
    static const Contract all(
        "shape link { label:text url:url note:text current:flag } shape box { title:text body:html links:[link] } page one { title:text "
        "address:url body:html on:flag box:box links:[link] }");
    return all;
}

auto compiled(std::string_view text, std::map<std::string, Template, std::less<>> parts = {}) -> Outcome<Program> {
    auto parsed = parse_template(text, "one", FileId{0});
    const Library library{parts, [](std::string_view key) { return key == "hello"; }, {"hello"}};
    auto outcome = compile(parsed.value, contract().shape("one"), library);
    append(parsed.diagnostics, std::move(outcome.diagnostics));
    return {std::move(outcome.value), std::move(parsed.diagnostics)};
}

auto code_of(std::string_view text) -> std::string_view {
    const auto outcome = compiled(text);
    return outcome.diagnostics.empty() ? std::string_view() : outcome.diagnostics.front().code->id;
}

auto rendered(std::string_view text, const View& view) -> std::string {
    const auto outcome = compiled(text);
    REQUIRE(outcome.diagnostics.empty());
    std::string out;
    render(out, with_words(outcome.value, [](std::string_view) { return "¡hola & adiós!"; }), view);
    return out;
}

}  // namespace

TEST_CASE("values are escaped by their type", "[unit]") {
    Arena arena;
    View view(contract().shape("one"), arena);
    view.text("title", "<b> & \"c\" 'd'").html("body", "<b>x</b>").url("address", "a.html?b=1&c=2");
    CHECK(rendered("<p title=\"{{title}}\">{{title}}{{body}}</p><a href=\"{{address}}\">", view) ==
          "<p title=\"&lt;b&gt; &amp; &quot;c&quot; 'd'\">&lt;b&gt; &amp; \"c\" 'd'<b>x</b></p><a "
          "href=\"a.html?b=1&amp;c=2\">");
    CHECK(rendered("{{@hello}}", view) == "¡hola &amp; adiós!");
    CHECK(rendered("{{#on}}x{{/on}}{{@hello}}{{^on}}{{@hello}}{{/on}} {{@hello}}", view) ==
          "¡hola &amp; adiós!¡hola &amp; adiós! ¡hola &amp; adiós!");
}

TEST_CASE("sections repeat, enter and test; names are looked up outward", "[unit]") {
    Arena arena;
    View view(contract().shape("one"), arena);
    view.text("title", "T");
    View box = view.object("box");
    box.text("title", "B");
    box.item("links").text("label", "1").flag("current");
    box.item("links").text("label", "2");
    CHECK(rendered("{{#box}}{{title}}:{{#links}}{{label}}{{#current}}!{{/current}}{{title}},{{/links}}{{/box}}", view) == "B:1!B,2B,");
    CHECK(rendered("{{box.title}}{{^links}}none{{/links}}{{#has_links}}some{{/has_links}}", view) == "Bnone");
    CHECK(rendered("a\n{{#title}}\nb\n{{/title}}\n{{! gone }}\nc\n", view) == "a\nb\nc\n");
}

TEST_CASE("views share what is alike: texts, objects, and lists with their flag", "[unit]") {
    Arena kept, arena;
    View whole(contract().shape("one"), kept);
    whole.text("title", "T").url("address", "a.html");
    whole.object("box").text("title", "B");
    whole.item("links").text("label", "1");
    View box(contract().shape("box"), arena);
    box.html("body", "own").share("title", whole).share("links", whole);
    View view(contract().shape("one"), arena);
    view.html("body", "own").share("title", whole).share("box", whole).share("links", whole).share("address", whole);
    CHECK(rendered("{{title}} {{box.title}} {{#has_links}}some{{/has_links}} {{#links}}{{label}}{{/links}} {{body}}{{#on}}on{{/on}}",
                   view) == "T B some 1 own");
    CHECK(box.has("links"));
}

TEST_CASE("a value cannot stand where its type does not belong", "[unit]") {
    for (const char* bad : {"<a href=\"{{title}}\">", "<a href={{address}}>", "<p title={{title}}>", "<script>{{title}}</script>",
                            "<style>{{title}}</style>", "<p {{title}}>", "<p title=\"{{body}}\">", "{{address}}",
                            "<p onclick=\"{{title}}\">", "<p style=\"{{title}}\">", "<!-- {{title}} -->"}) {
        INFO(bad);
        CHECK(code_of(bad) == "T108");
    }
    CHECK(code_of("{{#on}}<p title=\"{{/on}}\">") == "T109");
}

TEST_CASE("what a page does not offer is told with its place and the nearest name", "[unit]") {
    const auto outcome = compiled("<p>{{titel}}</p>");
    REQUIRE(outcome.diagnostics.size() == 1);
    CHECK(outcome.diagnostics[0].code->id == "T104");
    CHECK(outcome.diagnostics[0].suggestions == std::vector<std::string>{"title"});
    CHECK(outcome.diagnostics[0].span.begin == 3);
    CHECK(code_of("{{>nothing}}") == "T105");
    CHECK(code_of("{{@helo}}") == "T106");
    CHECK(code_of("{{title") == "T101");
    CHECK(code_of("{{#title}}") == "T102");
    CHECK(code_of("{{#title}}{{/on}}") == "T103");
    CHECK(code_of("{{}}") == "T111");
}

TEST_CASE("a part that holds itself is refused", "[unit]") {
    std::map<std::string, Template, std::less<>> parts;
    parts.emplace("loop", parse_template("x{{>loop}}", "loop", FileId{0}).value);
    const auto outcome = compiled("{{>loop}}", parts);
    REQUIRE(outcome.diagnostics.size() == 1);
    CHECK(outcome.diagnostics[0].code->id == "T107");
}

}  // namespace praxis::templates
