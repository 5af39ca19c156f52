// What a practice is beside: where it comes from, what is like it, what stands next to it.
#include <filesystem>

#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

struct Made {
    std::string id, title, city, facts;
};

void write_practice(const Workshop& shop, const Made& made) {
    shop.write("content/practices/" + made.id + "/es.md",
               "---\ntitle: " + made.title + "\ncities: [" + made.city +
                   "]\nsources: [{id: s1, title: Informe}]\nreview: {state: submitted}\n"
                   "summary: Una práctica de ejemplo, lo bastante larga para que su resumen tenga más de ochenta caracteres.\n"
                   "organisation: {name: Ayuntamiento}\nstart: 2011\nstatus: active\n"
                   "rights: {declared_by: Ayuntamiento, date: 2026-01-01}\n" +
                   made.facts + "---\n## Contexto y problema\n\nUn texto.[^s1]\n\n## Resultados\n\nOtro.\n");
}

}  // namespace

TEST_CASE("a practice shows those like it with the reason, its lineage, what stands next to it, and what it still lacks", "[sites]") {
    Workshop shop;
    shop.copy_base();
    shop.write("content/themes/water.yaml", "names: {es: Agua, en: Water}\n");
    write_practice(
        shop, {"alfa", "Alfa", "cork-ie", "themes: [peace, water]\ntransfer: {adapted_from: [redes], adopted_by: [{name: Barrio Sur}]}\n"});
    write_practice(shop, {"beta", "Beta", "cork-ie", "themes: [water]\ntarget_groups: [women]\ntransfer: {adapted_from: [alfa]}\n"});
    write_practice(shop, {"gamma", "Gamma", "leon-mx", "themes: [water, peace]\n"});
    write_practice(shop, {"delta", "Delta", "leon-mx", "themes: [peace]\ntarget_groups: [women]\nframes: {goals: [1]}\n"});
    const Run run = shop.praxis("build --quiet");
    INFO(run.err);
    REQUIRE(run.exit_code == 0);
    const std::string alfa = shop.read("public/es/practicas/alfa.html"), redes = shop.read("public/en/practices/redes.html");
    check_whole("kin/alfa-lineage", between(alfa, "<section class=\"lineage\"", "</section>\n"));
    check_whole("kin/alfa-neighbours", between(alfa, "<section class=\"block\" id=\"neighbours\"", "</section>"));
    check_whole("kin/alfa-turn", between(alfa, "<nav class=\"turn", "</nav>\n"));
    check_whole("kin/alfa-sections", between(alfa, "<div class=\"facts__item\" data-fact=\"sections\">", "</div>"));
    check_whole("kin/redes-neighbours", between(redes, "<section class=\"block\" id=\"neighbours\"", "</section>"));
    check_whole("kin/redes-turn", between(redes, "<nav class=\"turn", "</nav>\n"));
}

TEST_CASE("a practice that is alone in its bank has nothing beside it", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build --quiet").exit_code == 0);
    const std::string page = shop.read("public/es/practicas/redes.html");
    for (const std::string none : {"class=\"turn", "id=\"neighbours\"", "class=\"lineage\""}) CHECK(page.find(none) == std::string::npos);
}

TEST_CASE("a practice shows what it cost, in the currencies of its sources, in the words of the page", "[sites]") {
    Workshop shop;
    shop.copy_base();
    write_practice(
        shop, {"alfa", "Alfa", "cork-ie",
               "themes: [peace]\nbudget:\n"
               "  - {id: works, amount: 5000000, currency: EUR, period: 2019/2022, covers: Obras, funders: [Barrio, Vecinos], source: s1}\n"
               "  - {id: staff, amount: 1250.5, currency: XOF, period: unknown, covers: Personal}\n"});
    shop.write("content/practices/alfa/en.md",
               "---\ntitle: Alpha\nsummary: An example of a practice, long enough for its summary to have more than eighty letters.\n"
               "budget:\n  works: {covers: Works}\ntranslation: {of: es, by: Ann, source: unknown}\n---\n## Context\n\nA text.\n");
    const Run run = shop.praxis("build --quiet");
    INFO(run.err);
    REQUIRE(run.exit_code == 0);
    for (const std::string page : {"es/practicas", "en/practices"}) {
        const std::string html = shop.read("public/" + page + "/alfa.html");
        check_whole("kin/alfa-budget-" + page.substr(0, 2),
                    between(html, "<section class=\"indicators\" id=\"part-budget\"", "</section>\n"));
    }
    CHECK(shop.read("public/es/practicas/redes.html").find("part-budget") == std::string::npos);
}

TEST_CASE("what a partner brings in is said in the language of the page, or marked as of another", "[sites]") {
    Workshop shop;
    shop.copy_base();
    write_practice(shop, {"alfa", "Alfa", "cork-ie",
                          "themes: [peace]\npartners:\n"
                          "  - {name: \"Casa \\\"A = B\\\"\", kind: school, city: cork-ie, support: locales}\n"
                          "  - {name: Vecinas, support: tiempo}\n"
                          "  - {name: Coro, kind: association}\n"});
    shop.write("content/practices/alfa/en.md",
               "---\ntitle: Alpha\nsummary: An example of a practice, long enough for its summary to have more than eighty letters.\n"
               "partners:\n  'Casa \"A = B\"': {support: rooms}\ntranslation: {of: es, by: Ann}\n---\n## Context\n\nA text.\n");
    REQUIRE(shop.praxis("build --quiet").exit_code == 0);
    for (const std::string page : {"es/practicas", "en/practices"}) {
        const std::string html = shop.read("public/" + page + "/alfa.html");
        check_whole("kin/alfa-partners-" + page.substr(0, 2),
                    between(html, "<section class=\"piece\" id=\"part-partners\"", "</section>\n"));
    }
    // A name goes into the stamp whatever it is made of, and comes out of the file to fill in as it was written.
    REQUIRE(shop.praxis("translate alfa --to en --accept").exit_code == 0);
    const std::string stamped = shop.read("content/practices/alfa/en.md");
    CHECK(stamped.find(" partners.Casa__A___B_.support=") != std::string::npos);
    CHECK(shop.praxis("translate alfa --to en").exit_code == 0);
    shop.replace("content/practices/alfa/es.md", "support: locales", "support: salas");
    const Run behind = shop.praxis("translate alfa --to en --lang en");
    CHECK(behind.exit_code == 1);
    CHECK(behind.err.find("1 part") != std::string::npos);
    std::filesystem::remove(shop.path("content/practices/alfa/en.md"));
    REQUIRE(shop.praxis("translate alfa --to en").exit_code == 0);
    CHECK(between(shop.read("content/practices/alfa/en.md"), "partners:", "# optional") ==
          "partners:\n  \"Casa \\\"A = B\\\"\":\n    # es: salas\n    support: \"\"\n  \"Vecinas\":\n    # es: tiempo\n    support: "
          "\"\"\n# optional");
}

}  // namespace praxis::tests
