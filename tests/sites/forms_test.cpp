// What the forms of a site need besides their pages.
#include <filesystem>

#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {

TEST_CASE("a bank may leave the forms out", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build --quiet").exit_code == 0);
    CHECK(shop.exists("public/contribute/form.js"));
    CHECK(shop.exists("public/contribute/practice.es.html"));
    CHECK(shop.exists("public/es/aportar/practicas.html"));
    shop.write("content/bank.yaml", shop.read("content/bank.yaml") + "emitters: {forms: {enabled: false}}\n");
    REQUIRE(shop.praxis("build --quiet").exit_code == 0);
    CHECK(!shop.exists("public/contribute/form.js"));
    CHECK(!shop.exists("public/es/aportar/index.html"));
}

TEST_CASE("the names to choose from follow the bank, build by build", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build --quiet --cache kept").exit_code == 0);
    CHECK(shop.read("public/contribute/lists.en.js").find("Cork, Ireland") != std::string::npos);
    const std::string page = shop.read("public/en/contribute/practices.html");
    shop.replace("content/cities/cork-ie.yaml", "Cork", "Corcaigh");
    shop.write("content/cities/paris-fr.yaml", "names: Paris\nkind: city\ncountry: FR\n");
    REQUIRE(shop.praxis("build --quiet --cache kept").exit_code == 0);
    const std::string lists = shop.read("public/contribute/lists.en.js");
    CHECK(lists.find("Corcaigh, Ireland") != std::string::npos);
    CHECK(lists.find("Paris, France") != std::string::npos);
    CHECK(shop.read("public/en/contribute/practices.html") == page);
    REQUIRE(shop.praxis("build --quiet --cache none --output clean").exit_code == 0);
    CHECK(tree_of(shop.path("public")) == tree_of(shop.path("clean")));
}

TEST_CASE("a table says what a kind asks, in the language of its page", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build --quiet").exit_code == 0);
    const std::string table = shop.read("public/contribute/theme.en.js");
    CHECK(table.starts_with("praxisForm.table({\"kind\":\"theme\",\"folder\":\"themes\",\"markdown\":false,\"language\":\"en\","));
    CHECK(table.find("{\"key\":\"names\",\"type\":\"prose\",\"label\":\"Names\",") != std::string::npos);
    CHECK(table.find("\"missing\":\"{key} is missing\"") != std::string::npos);
    CHECK(table.find("content/") == table.find("content/themes/new-record.yaml"));
    const std::string by_hand = shop.read("public/contribute/practice.es.md");
    CHECK(by_hand.starts_with("---\n# Una ficha nueva"));
}

}  // namespace praxis::tests
