// The file that `praxis translate` writes for a translator, whole; what becomes of it when it is filled in.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/case_file.h"
#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

constexpr std::string_view original = R"(---
title: "Redes: \"plaza\" y barrio"
cities: [leon-mx]
themes: [peace]
sources:
  - {id: s1, title: Informe}
review: {state: submitted}
summary: >-
  Una práctica de ejemplo, lo bastante larga para que su resumen
  tenga más de ochenta caracteres.
organisation: {name: Ayuntamiento}
start: 2011
status: active
rights: {declared_by: Ayuntamiento, date: 2026-01-01}
slug: redes-largas
indicators:
  - {id: circles, label: Círculos, value: 308, unit: círculos, year: 2018, source: s1}
  - {id: women, label: Mujeres, value: 30, year: 2018, source: s1}
transfer: {cost_level: staff-only, needs: Una sala.}
documents:
  - {id: d1, url: "https://memoria.example/", title: Memoria}
key_dates:
  - {id: start, date: 2011, label: Comienzo}
---

Antes de todo.

## Contexto y problema

El barrio pidió círculos.[^s1] De aquí --> allí.

<!-- una nota de la autora -->

- uno
- dos

## Lo que dijo la plaza

Sí.

## Aprendizajes

Escuchar.
)";

auto bank_in_french(const Workshop& shop) {
    shop.copy_base();
    shop.replace("content/bank.yaml", "[es, en]", "[es, en, fr]");
    shop.write("content/practices/plaza/es.md", std::string(original));
    shop.write("content/glossary.yaml",
               "terms:\n  - {id: circle, term: {es: círculo, fr: cercle de parole}, forms: [{es: círculos}], forbidden: [{fr: rond}, {fr: "
               "cercles}]}\n  - {id: neighbourhood, term: {es: barrio, fr: quartier}}\n  - {id: street, term: {es: calle, fr: rue}}\n");
}

// Fills every pair of quotation marks, and writes a sentence after every comment of the body.
auto filled(std::string text) -> std::string {
    const std::string words = "Un texte en français, assez long pour un résumé de plus de quatre-vingts caractères : « ainsi ».";
    for (std::size_t at = text.find(": \"\""); at != std::string::npos; at = text.find(": \"\"", at)) text.insert(at + 3, words);
    const std::size_t body = text.find("\n---\n");
    for (std::size_t at = text.find("\n-->\n", body); at != std::string::npos; at = text.find("\n-->\n", at + 5))
        text.insert(at + 5, "\nUne phrase.\n");
    return text;
}

}  // namespace

TEST_CASE("a translation begins with a file to fill in, and ends with a stamp", "[sites]") {
    Workshop shop;
    bank_in_french(shop);
    const Run run = shop.praxis("translate plaza --to fr");
    CHECK(run.exit_code == 0);
    CHECK(run.out == "content/practices/plaza/fr.md\n");
    CHECK(run.err.empty());
    const std::string written = shop.read("content/practices/plaza/fr.md");
    check_whole("translate/plaza.fr.md", written);
    // Unfilled it is no translation, and nothing can be made of it; it is never written over.
    const Run early = shop.praxis("translate plaza --to fr --accept");
    CHECK(early.exit_code == 1);
    CHECK(early.err.find("[R114]") != std::string::npos);
    CHECK(shop.read("content/practices/plaza/fr.md") == written);
    shop.write("content/practices/plaza/fr.md", filled(written));
    const Run again = shop.praxis("translate plaza --to fr");
    CHECK(again.exit_code == 1);
    CHECK(shop.read("content/practices/plaza/fr.md") == filled(written));
    const Run accepted = shop.praxis("translate plaza --to fr --accept");
    INFO(accepted.err);
    CHECK(accepted.exit_code == 0);
    CHECK(accepted.err.empty());
    const Run check = shop.praxis("check --strict content/practices/plaza");
    INFO(check.out);
    CHECK(check.exit_code == 0);
    CHECK(shop.praxis("status --to fr").out.find("practices/plaza") == std::string::npos);
}

TEST_CASE("what a translator leaves empty is known", "[sites]") {
    Workshop shop;
    bank_in_french(shop);
    REQUIRE(shop.praxis("translate plaza --to fr").exit_code == 0);
    std::string text = filled(shop.read("content/practices/plaza/fr.md"));
    const std::size_t last = text.rfind("Une phrase.");
    text.erase(last, 11);
    const std::size_t unit = text.find("    unit: ");
    text.erase(unit, text.find('\n', unit) + 1 - unit);
    shop.write("content/practices/plaza/fr.md", text);
    const Run accepted = shop.praxis("translate plaza --to fr --accept --lang en");
    CHECK(accepted.exit_code == 0);
    CHECK(accepted.err == "praxis: stamped; 2 parts of the original are not translated yet\n");
    CHECK(shop.praxis("status --to fr --lang en").out.find("practices/plaza: partial; not there yet: Lessons learned, Unit (circles)") !=
          std::string::npos);
}

TEST_CASE("translate says why it writes nothing", "[sites]") {
    Workshop shop;
    bank_in_french(shop);
    CHECK(shop.praxis("translate plaza --to es").err == "praxis: content/practices/plaza/es.md is the original\n");
    CHECK(shop.praxis("translate plaza --to fr --accept").exit_code == 2);
    CHECK(shop.praxis("translate plaza --to xx").exit_code == 2);
    CHECK(shop.praxis("translate plaza --to ../x").exit_code == 2);
    const Run entity = shop.praxis("translate themes/peace --to fr");
    CHECK(entity.exit_code == 1);
    CHECK(entity.out == "names\n");
    shop.write("content/practices/plaza/fr.md", "---\ntitle: [\n---\n");
    const Run broken = shop.praxis("translate plaza --to fr");
    CHECK(broken.exit_code == 1);
    CHECK(shop.read("content/practices/plaza/fr.md") == "---\ntitle: [\n---\n");
    std::filesystem::remove(shop.path("content/practices/plaza/fr.md"));
    std::filesystem::create_symlink(shop.path("elsewhere"), shop.path("content/practices/plaza/fr.md"));
    CHECK(shop.praxis("translate plaza --to fr").exit_code == 1);
    CHECK(!shop.exists("elsewhere"));
}

}  // namespace praxis::tests
