#include "look/compact.h"
#include "support/catch.h"

namespace praxis::tests {

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

}  // namespace praxis::tests
