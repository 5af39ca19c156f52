// Adding a language is adding files: a locale file, a line in bank.yaml, and as many translations as
// there are.
#include "support/case_file.h"
#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

void add_language(const Workshop& shop, const std::string& line) {
    std::string bank = shop.read("content/bank.yaml");
    const std::size_t at = bank.find("languages: [es, en");
    REQUIRE(at != std::string::npos);
    bank.insert(at + 18, ", " + line);
    shop.write("content/bank.yaml", bank);
}

}  // namespace

TEST_CASE("Portuguese is added with two files and a line", "[sites]") {
    Workshop shop;
    shop.copy_content();
    add_language(shop, "pt");
    shop.write("locale/pt.yaml", read_text(root() + "/tests/sites/portuguese/pt.yaml"));
    shop.write("content/practices/redes-mujeres-leon/pt.md", read_text(root() + "/tests/sites/portuguese/redes-mujeres-leon.md"));
    const Run run = shop.praxis("build");
    INFO(run.err);
    REQUIRE(run.exit_code == 0);
    const std::string home = shop.read("public/pt/index.html");
    CHECK(home.find("<html lang=\"pt\" dir=\"ltr\"") != std::string::npos);
    CHECK(home.find(">Práticas<") != std::string::npos);
    const std::string record = shop.read("public/pt/praticas/redes-de-mulheres-sem-violencia.html");
    CHECK(record.find("Redes de mulheres sem violência") != std::string::npos);
    CHECK(record.find("hreflang=\"pt\"") != std::string::npos);
    CHECK(record.find("México") != std::string::npos);
    // A record without a Portuguese text is there, honestly marked, canonical to its original.
    const std::string other = shop.read("public/pt/praticas/pilares-mexico-city.html");
    CHECK(other.find("data-kind=\"missing\"") != std::string::npos);
    CHECK(other.find("hreflang=\"pt\" href=\"https") == std::string::npos);
    CHECK(shop.read("public/es/index.html").find("lang=\"pt\"") != std::string::npos);
    CHECK(shop.read("public/sitemap.xml").find("/pt/praticas/pilares-mexico-city.html<") == std::string::npos);
}

TEST_CASE("a language written from right to left is added the same way", "[sites]") {
    Workshop shop;
    shop.copy_base();
    add_language(shop, "ar");
    shop.write("locale/ar.yaml", read_text(root() + "/tests/sites/arabic/ar.yaml"));
    shop.write("content/pages/about/ar.md", read_text(root() + "/tests/sites/arabic/about.md"));
    const Run run = shop.praxis("build");
    INFO(run.err);
    REQUIRE(run.exit_code == 0);
    const std::string page = shop.read("public/ar/safahat/about.html");
    CHECK(page.find("<html lang=\"ar\" dir=\"rtl\"") != std::string::npos);
    const std::string record = shop.read("public/ar/practices/redes.html");
    CHECK(record.find("lang=\"es\" dir=\"ltr\"") != std::string::npos);
    CHECK(shop.read("public/es/index.html").find("hreflang=\"ar\"><span lang=\"ar\" dir=\"rtl\">") != std::string::npos);
}

}  // namespace praxis::tests
