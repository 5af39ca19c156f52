#include "look/compact.h"
#include "support/catch.h"

namespace praxis::tests {
namespace {

auto compact_style(const std::string& source) -> std::string {
    return look::compact_styles({source});
}

}  // namespace

TEST_CASE("styles and scripts lose indentation and comment lines, and nothing else") {
    using look::compact;
    CHECK(compact("/* one\n   two */\n.a {\n  color: red; /* kept */\n\n}\n") == ".a {\ncolor: red; /* kept */\n}\n");
    CHECK(compact("  /* a */ b\n") == "/* a */ b\n");
    CHECK(compact("var a = \"/*\";\n  var b = \"*/\";") == "var a = \"/*\";\nvar b = \"*/\";\n");
    CHECK(compact("/* open\n.a {}\n") == "/* open\n.a {}\n");
    CHECK(compact("x = `\n  y`;\n") == "x = `\n  y`;\n");
    CHECK(compact("/* of `x` */\n  y;\n") == "y;\n");
    CHECK(compact("").empty());
}

TEST_CASE("styles lose comments and the blanks that part nothing") {
    CHECK(compact_style("/* one */\n@layer a, b;\n\n@media (min-width: 48rem) and (x: y) {\n  .a :hover,\n  b > c { color: red; margin: "
                        "calc(1rem + 2px) 0; }\n}\n") ==
          "@layer a,b;@media (min-width:48rem) and (x:y){.a :hover,b>c{color:red;margin:calc(1rem + 2px) 0}}\n");
    CHECK(compact_style(".a::after { content: \"a  {; }\\\" /* b */\"; }") == ".a::after{content:\"a  {; }\\\" /* b */\"}\n");
    CHECK(compact_style(".a { --x: url('a; b'); }\n.b/* c */.d {}") == ".a{--x:url('a; b')}.b.d{}\n");
    CHECK(compact_style("a { b: c } /* open").starts_with("a{b:c}"));
    CHECK(compact_style("a { b: \"open").starts_with("a{b:\"open"));
    CHECK(compact_style(" \n").empty());
}

TEST_CASE("what one style sheet leaves open ends with it") {
    using look::compact_styles;
    CHECK(compact_styles({"@layer a { .x {} } /* open", "@layer a { .y {} }"}) == "@layer a{.x{}.y{}}\n");
    CHECK(compact_styles({".x { c: \"open", ".y {}"}) == ".x{c:\"open\n.y{}\n");
    CHECK(compact_styles({"@layer a { .x {", "@layer a { .y {} }"}) == "@layer a{.x{@layer a{.y{}}\n");
    CHECK(compact_styles({}).empty());
}

TEST_CASE("blocks of one layer that follow each other become one") {
    CHECK(compact_style("@layer a, b;\n@layer a { .x { c: d; } }\n/* two */ @layer a { @media print { .y {} } .z {} }") ==
          "@layer a,b;@layer a{.x{c:d}@media print{.y{}}.z{}}\n");
    CHECK(compact_style("@layer a { .x {} } @layer b { .y {} } @layer a { .z {} }") == "@layer a{.x{}}@layer b{.y{}}@layer a{.z{}}\n");
    CHECK(compact_style("@layer a { .x {} } .y {} @layer a { .z {} }") == "@layer a{.x{}}.y{}@layer a{.z{}}\n");
    CHECK(compact_style("@layer a { .x {} } @import url(y); @layer a { .z {} }") == "@layer a{.x{}}@import url(y);@layer a{.z{}}\n");
    CHECK(compact_style(".x { c: d } .x { e: f }") == ".x{c:d}.x{e:f}\n");
    CHECK(compact_style("} @layer a { .x {} }") == "}@layer a{.x{}}\n");
}

}  // namespace praxis::tests
