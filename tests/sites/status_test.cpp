// What `praxis status` says of a small bank: whole reports, in text, as JSON and as letters.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/case_file.h"
#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

// A stale translation, one that lacks most of its original, one that is missing, one by a machine.
void write_bank(const Workshop& shop) {
    shop.copy_base();
    shop.replace("content/bank.yaml", "[es, en]", "[es, en, fr]");
    shop.write("content/pages/about/en.md",
               "---\ntitle: About\ntranslation: {of: es, by: Ann, method: machine}\n---\n\nA bank for tests.\n");
    REQUIRE(shop.praxis("translate about --to en --accept").exit_code == 0);
    shop.write("content/claims.yaml",
               "claims:\n  - {record: pages/help, language: en, who: Ann, until: 2026-12}\n  - {record: practices/redes, language: en, "
               "who: Bea, until: 2026-11-20}\n");
    shop.write("content/pages/help/es.md", "---\ntitle: Ayuda\npublished: 2026-02-01\n---\n\nUn texto.\n\n## Aprendizajes\n\nUno.\n");
    shop.write("content/pages/help/en.md",
               "---\ntitle: Help\ntranslation: {of: es, by: Ann}\n---\n\nA text.\n\n## Lessons learned\n\nOne.\n");
    REQUIRE(shop.praxis("translate help --to en --accept").exit_code == 0);
    shop.write("content/pages/help/es.md",
               "---\ntitle: Ayuda\npublished: 2026-02-01\nchanges: [{id: c1, date: 2026-03-01, kind: update, what: Dice más}]\n---\n\nUn "
               "texto.\n\n## Aprendizajes\n\nUno y dos.\n");
}

}  // namespace

TEST_CASE("status says what each language has and what it lacks", "[sites]") {
    Workshop shop;
    write_bank(shop);
    for (const std::string language : {"en", "es", "fr"}) {
        const Run run = shop.praxis("status --today 2026-11-21 --lang " + language);
        CHECK(run.exit_code == 0);
        CHECK(run.err.empty());
        check_whole("status/status." + language + ".txt", run.out);
    }
    const Run json = shop.praxis("status --today 2026-11-21 --json --to en");
    CHECK(json.exit_code == 0);
    check_whole("status/status.json", json.out);
}

TEST_CASE("letters say to each translator what has changed, in the language of her translations", "[sites]") {
    Workshop shop;
    write_bank(shop);
    const Run all = shop.praxis("status --letter en");
    CHECK(all.exit_code == 0);
    check_whole("status/letters.en.txt", all.out);
    shop.write("content/pages/about/fr.md", "---\ntitle: À propos\ntranslation: {of: es, by: Anne}\n---\n\nUne banque.\n");
    const Run since = shop.praxis("status --letter fr --since 2026.02");
    CHECK(since.exit_code == 0);
    check_whole("status/letters.fr.txt", since.out);
}

TEST_CASE("status refuses what it does not know", "[sites]") {
    Workshop shop;
    shop.copy_base();
    CHECK(shop.praxis("status --to fr").exit_code == 2);
    CHECK(shop.praxis("status --since 2026").exit_code == 2);
    CHECK(shop.praxis("status --letter en --since spring").exit_code == 2);
    CHECK(shop.praxis("status --letter en --since 1").exit_code == 0);
    std::filesystem::remove(shop.path("content/bank.yaml"));
    CHECK(shop.praxis("status").exit_code == 1);
}

}  // namespace praxis::tests
