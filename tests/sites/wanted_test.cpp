// Builds that do only what has changed come to the same glossary, warnings and "help wanted" pages as clean ones.
#include <filesystem>

#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

auto built_clean(const Workshop& shop) -> std::map<std::string, std::string> {
    std::filesystem::remove_all(shop.path("clean"));
    REQUIRE(shop.praxis("build --quiet --cache none --output clean").exit_code == 0);
    return tree_of(shop.path("clean"));
}

void check_same(const Workshop& shop) {
    REQUIRE(shop.praxis("build --quiet --cache kept").exit_code == 0);
    CHECK(tree_of(shop.path("public")) == built_clean(shop));
}

}  // namespace

TEST_CASE("translations, claims and the glossary reach every page that tells of them", "[sites]") {
    Workshop shop;
    shop.copy_base();
    check_same(shop);
    CHECK(!shop.exists("public/en/glossary/index.html"));
    const std::string page = "public/en/help-wanted/en.html";
    CHECK(shop.read(page).find("content/pages/about/en.md") != std::string::npos);

    shop.write("content/claims.yaml", "claims: [{record: pages/about, language: en, who: Dakar, until: 2026-06-30}]\n");
    check_same(shop);
    CHECK(shop.read(page).find("Dakar has it in hand until 30 June 2026") != std::string::npos);

    shop.write("content/pages/about/en.md", "---\ntitle: About\ntranslation: {of: es}\n---\n\nA bank for tests.\n");
    REQUIRE(shop.praxis("translate about --to en --accept").exit_code == 0);
    check_same(shop);
    CHECK(shop.read(page).find("content/pages/about") == std::string::npos);

    shop.write("content/pages/about/es.md", "---\ntitle: Acerca de\n---\nUn banco para más pruebas.\n");
    check_same(shop);
    CHECK(shop.read(page).find("Out of date") != std::string::npos);

    shop.write("content/glossary.yaml", "terms: [{id: test, term: {en: trial}, forbidden: [{en: tests}]}]\n");
    check_same(shop);
    CHECK(shop.read("public/en/glossary/index.html").find("trial") != std::string::npos);
    CHECK(shop.praxis("build --cache kept --lang en").err.find("[R301]") != std::string::npos);
    std::filesystem::remove(shop.path("content/glossary.yaml"));
    check_same(shop);
    CHECK(shop.praxis("build --cache kept --lang en").err.find("[R301]") == std::string::npos);
}

}  // namespace praxis::tests
