// A translation that is behind shows what its original said and says, where the repository knows.
#include <cstdlib>

#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

void git(const Workshop& shop, const std::string& arguments) {
    const std::string command = "cd '" + shop.path() +
                                "' && GIT_CONFIG_GLOBAL=/dev/null git -c user.name=A -c user.email=a@b.example -c "
                                "init.defaultBranch=main " +
                                arguments + " >/dev/null 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
}

const std::string original = "content/practices/redes/es.md", page = "public/en/practices/redes.html";

// The base's translation is stamped, committed, and its original edited since.
void make_bank(const Workshop& shop) {
    shop.copy_base();
    REQUIRE(shop.praxis("translate redes --to en --accept").exit_code == 0);
    git(shop, "init");
    git(shop, "add -A");
    git(shop, "commit -m one");
    shop.replace(original, "conversación.[^s1]", "conversación.[^s1]\n\nUn párrafo nuevo & otro.");
    git(shop, "commit -am two");
    shop.replace(original, "pidió", "quiso");
}

}  // namespace

TEST_CASE("a translation that is behind shows what its original said and says", "[sites]") {
    const Workshop shop;
    make_bank(shop);
    const Run run = shop.praxis("translate redes --to en --lang en");
    CHECK(run.exit_code == 1);
    CHECK(run.out ==
          "context\n  - El barrio pidió círculos de conversación.\n  + El barrio quiso círculos de conversación.\n  + Un párrafo nuevo & "
          "otro.\n");
    REQUIRE(shop.praxis("build --quiet").exit_code == 0);
    const std::string html = shop.read(page);
    CHECK(html.find("<summary class=\"change__label\">What has changed in the original in Spanish</summary>") != std::string::npos);
    CHECK(html.find("<p>El barrio pidió círculos de conversación.</p>") != std::string::npos);
    CHECK(html.find("<p>Un párrafo nuevo &amp; otro.</p>") != std::string::npos);
}

TEST_CASE("a history that comes to be known changes the page; without one nothing is shown", "[sites]") {
    const Workshop shop;
    make_bank(shop);
    shop.praxis("build --quiet");
    const std::string known = shop.read(page);
    std::filesystem::rename(shop.path(".git"), shop.path("elsewhere"));
    REQUIRE(shop.praxis("build --quiet").exit_code == 0);
    const std::string unknown = shop.read(page);
    CHECK(unknown.find("class=\"change") == std::string::npos);
    CHECK(unknown.find("prose__stale") != std::string::npos);
    CHECK(shop.praxis("translate redes --to en --lang en").out == "context\n");
    std::filesystem::rename(shop.path("elsewhere"), shop.path(".git"));
    REQUIRE(shop.praxis("build --quiet").exit_code == 0);
    CHECK(shop.read(page) == known);
}

TEST_CASE("a repository that is damaged or empty is as good as none", "[sites]") {
    const Workshop shop;
    shop.copy_base();
    git(shop, "init");
    CHECK(shop.praxis("build --quiet").exit_code == 0);
    git(shop, "add -A");
    git(shop, "commit -m one");
    shop.replace(original, "Hablar.", "Escucharse.");
    std::filesystem::remove_all(shop.path(".git/objects"));
    shop.write(".git/objects/pack/x", "x");
    CHECK(shop.praxis("build --quiet").exit_code == 0);
}

}  // namespace praxis::tests
