#include "routes/routes.h"

#include "emit/links.h"
#include "support/catch.h"

namespace praxis::routes {

TEST_CASE("relative addresses name a file, seen from where the reader is", "[unit]") {
    CHECK(relative("es/temas/a.html", "es/temas/b.html") == "b.html");
    CHECK(relative("es/temas/a.html", "es/ciudades/b.html") == "../ciudades/b.html");
    CHECK(relative("es/temas/a.html", "assets/x.css") == "../../assets/x.css");
    CHECK(relative("index.html", "es/index.html") == "es/index.html");
    CHECK(relative("es/temas/a.html", "es/temas/a.html") == "a.html");
    CHECK(relative("es/index.html", "") == "../");
}

TEST_CASE("what is made relative resolves to where it was meant", "[unit]") {
    for (const char* from : {"index.html", "es/index.html", "es/temas/a.html"}) {
        for (const char* to : {"404.html", "es/temas/b.html", "fr/themes/c.html", "files/a/b.svg"}) {
            INFO(from << " " << to);
            CHECK(emit::resolve(from, relative(from, to)).path == to);
        }
    }
    CHECK(emit::resolve("es/a.html", "#x").path == "es/a.html");
    CHECK(emit::resolve("es/a.html", "b.html#qu%C3%A9").anchor == "qué");
    CHECK(emit::resolve("es/a.html", "https://x.org/").path.empty());
    CHECK(emit::resolve("es/a.html", "mailto:a@b.org").path.empty());
    CHECK(emit::resolve("a.html", "../x.html").path == "../x.html");
}

TEST_CASE("anchors are percent-encoded", "[unit]") {
    CHECK(encoded("qué pasó") == "qu%C3%A9%20pas%C3%B3");
}

}  // namespace praxis::routes
