// `praxis receive`: places, checks, answers; writes over nothing.
#include "support/catch.h"
#include "support/packed.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

auto declared(const std::string& id, const std::string& language) -> std::string {
    return "kind: practice\nid: " + id + "\nlanguage: " + language +
           "\ntitle: La calle\ndate: 2026-11-21\nsender: {name: Ana Ruiz, office: Ayuntamiento, email: office@leon.example}\n"
           "declares: [puede publicarse]\nawards: [prize/2018]\nmessage: Un saludo\n";
}

auto record(const std::string& title) -> std::string {
    return "---\ntitle: " + title +
           "\ncities: [leon-mx]\nthemes: [peace]\nstart: 2019\nstatus: active\norganisation: {name: Ayuntamiento}\n"
           "sources:\n  - {id: s1, title: Informe}\nrights: {declared_by: Ayuntamiento, date: 2026-11-21}\n"
           "summary: Una calle cerrada al tráfico cada domingo, para que niñas y niños jueguen y los vecinos se encuentren.\n"
           "review: {state: peer-reviewed, by: Myself}\n---\n\n## Contexto y problema\n\nUna calle.\n";
}

auto bank() -> std::unique_ptr<Workshop> {
    auto shop = std::make_unique<Workshop>();
    shop->copy_base();
    shop->write("calle.praxis.zip", packed({{"declaration.yaml", declared("calle", "es")}, {"es.md", record("La calle")}}));
    return shop;
}

}  // namespace

TEST_CASE("what is sent in is placed as submitted, and its sender answered in her language", "[sites]") {
    const auto shop = bank();
    const Run run = shop->praxis("receive calle.praxis.zip --lang en");
    INFO(run.out << run.err);
    CHECK(run.exit_code == 0);
    CHECK(run.out ==
          "calle.praxis.zip, from Ana Ruiz (Ayuntamiento), 2026-11-21\n"
          "  content/practices/calle/es.md\n"
          "  declares: puede publicarse\n"
          "  names these awards, to be added to their `results:`: prize/2018\n"
          "  message: Un saludo\n"
          "note[B302]: not yet there, and needed for the state `reviewed`: last_verified, ## Objetivos, ## Metodología y acciones, "
          "## Resultados, ## Aprendizajes\n"
          "  content/practices/calle/es.md\n"
          "  help: nothing to do now; add them before `state:` is raised\n\n\n"
          "Reply to office@leon.example:\n\n"
          "Asunto: recibido: La calle\n\n"
          "Hola, Ana Ruiz:\n\n"
          "Gracias por «La calle». Ha llegado.\n\n"
          "Una comprobación automática ha encontrado esto. Puede responderlo ahora o dejarlo en nuestras manos:\n"
          "- falta todavía y convendría tener: Objetivos, Metodología y acciones, Resultados, Aprendizajes\n\n"
          "Qué viene ahora: alguien de la redacción lo lee, comprueba cada cifra con su fuente y le pregunta lo que no esté claro. "
          "Usted verá la página antes de que se publique. Si cambia de idea, responda a este mensaje.\n\n"
          "La redacción\n\n");
    const std::string placed = shop->read("content/practices/calle/es.md");
    CHECK(placed.find("review: {state: submitted}\n---\n") != std::string::npos);
    CHECK(placed.find("Myself") == std::string::npos);
    CHECK(shop->praxis("check").exit_code == 0);
}

TEST_CASE("nothing is overwritten; --as places it beside", "[sites]") {
    const auto shop = bank();
    REQUIRE(shop->praxis("receive calle.praxis.zip").exit_code == 0);
    shop->write("content/practices/calle/es.md", shop->read("content/practices/calle/es.md") + "\nA line of the editors.\n");
    const auto before = tree_of(shop->path("content"));
    const Run again = shop->praxis("receive calle.praxis.zip --lang en");
    CHECK(again.exit_code == 1);
    CHECK(again.out.find("error[A107]: `calle` is there already: content/practices/calle\n") != std::string::npos);
    CHECK(again.err == "praxis: calle.praxis.zip: not placed\n");
    CHECK(tree_of(shop->path("content")) == before);
    CHECK(shop->praxis("receive calle.praxis.zip --as otra-calle").exit_code == 0);
    CHECK(shop->exists("content/practices/otra-calle/es.md"));
    CHECK(shop->praxis("receive calle.praxis.zip --as ../x").exit_code == 2);
    CHECK(shop->praxis("receive calle.praxis.zip calle.praxis.zip --as other").exit_code == 2);
}

TEST_CASE("of several packages the good ones are placed", "[sites]") {
    const auto shop = bank();
    shop->write("bad.praxis.zip", packed({{"declaration.yaml", declared("bad", "es")}, {"../es.md", record("Mala")}}));
    shop->write("fr.praxis.zip", packed({{"declaration.yaml", declared("rue", "fr")}, {"fr.md", record("La rue")}}));
    const Run run = shop->praxis("receive bad.praxis.zip calle.praxis.zip fr.praxis.zip --lang en");
    CHECK(run.exit_code == 1);
    CHECK(run.out.find("error[A103]") != std::string::npos);
    CHECK(run.out.find("Hola, Ana Ruiz:") != std::string::npos);
    CHECK(run.out.find("Bonjour Ana Ruiz,") != std::string::npos);
    CHECK(!shop->exists("content/practices/bad"));
    CHECK(shop->exists("content/practices/calle/es.md"));
    CHECK(shop->exists("content/practices/rue/fr.md"));
    CHECK(shop->praxis("receive nothing.zip").exit_code == 3);
}

}  // namespace praxis::tests
