#include "pages/citation.h"

#include "support/catch.h"

namespace praxis::pages {
namespace {

auto council() -> Citation {
    return {.id = "water",
            .authors = {"Ayuntamiento de León, México", "Œuvres & Cie *"},
            .title = "Ñandú {50 %}_#1 \\ Dvořák: ¿qué «año»? – “ı” Ελλάδα",
            .container = "Banco de prácticas",
            .publisher = "Praxis",
            .release = "2026.11",
            .date = {2026, 11, 21},
            .language = "es",
            .address = "https://praxis.example/es/practicas/agua_%C3%B1.html"};
}

}  // namespace

TEST_CASE("BibTeX names letters as LaTeX does, and keeps its braces balanced", "[unit]") {
    CHECK(bibtex(council()) == R"(@misc{water,
  author = {{Ayuntamiento de Le{\'{o}}n, M{\'{e}}xico} and {{\OE}uvres \& Cie *}},
  title = {{{\~{N}}and{\'{u}} {\textbraceleft}50 \%{\textbraceright}\_\#1 {\textbackslash} Dvo{\v{r}}{\'{a}}k: {?`}qu{\'{e}} {\guillemotleft}a{\~{n}}o{\guillemotright}? -- ``{\i}'' Ελλάδα}},
  howpublished = {Banco de pr{\'{a}}cticas},
  publisher = {Praxis},
  year = {2026},
  month = nov,
  edition = {2026.11},
  language = {es},
  url = {https://praxis.example/es/practicas/agua_%C3%B1.html}
}
)");
}

TEST_CASE("RIS says one thing a line, and no comma makes a body a person", "[unit]") {
    Citation citation = council();
    citation.title = "Water\nER  - ";
    CHECK(ris(citation) == R"(TY  - ELEC
AU  - Ayuntamiento de León – México
AU  - Œuvres & Cie 
TI  - Water ER  - 
T2  - Banco de prácticas
PB  - Praxis
PY  - 2026
DA  - 2026/11/21/
ET  - 2026.11
LA  - es
UR  - https://praxis.example/es/practicas/agua_%C3%B1.html
ID  - water
ER  - 
)");
}

TEST_CASE("CSL-JSON holds bodies as they are written", "[unit]") {
    Citation citation = council();
    citation.title = "\"Water\"";
    CHECK(
        csl_json(citation) ==
        R"([{"id":"water","type":"webpage","title":"\"Water\"","author":[{"literal":"Ayuntamiento de León, México"},{"literal":"Œuvres \u0026 Cie *"}],"container-title":"Banco de prácticas","publisher":"Praxis","issued":{"date-parts":[[2026,11,21]]},"version":"2026.11","language":"es","URL":"https://praxis.example/es/practicas/agua_%C3%B1.html"}])"
        "\n");
}

TEST_CASE("what is not known stands in no format", "[unit]") {
    const Citation citation{.id = "water",
                            .authors = {},
                            .title = "Water",
                            .container = {},
                            .publisher = {},
                            .release = {},
                            .date = {2026, 0, 0},
                            .language = "en",
                            .address = "https://a.example/"};
    CHECK(bibtex(citation) ==
          "@misc{water,\n  title = {{Water}},\n  year = {2026},\n  language = {en},\n  url = {https://a.example/}\n}\n");
    CHECK(ris(citation) == "TY  - ELEC\nTI  - Water\nPY  - 2026\nLA  - en\nUR  - https://a.example/\nID  - water\nER  - \n");
    CHECK(csl_json(citation) ==
          "[{\"id\":\"water\",\"type\":\"webpage\",\"title\":\"Water\",\"issued\":{\"date-parts\":[[2026]]},\"language\":\"en\",\"URL\":"
          "\"https://a.example/\"}]\n");
}

}  // namespace praxis::pages
