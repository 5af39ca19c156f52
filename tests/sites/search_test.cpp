// What readers find on a built site: asked of its files, as its pages ask them.
#include <fmt/format.h>

#include "search/query.h"
#include "support/case_file.h"
#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

using Ids = std::vector<std::string>;

struct Asked {
    Ids ids;
    std::size_t total = 0;
    std::string corrected;
};

auto ask(const Workshop& shop, const std::string& language, const std::string& query, bool insist = false) -> Asked {
    const search::Load load = [&](const std::string& path) -> std::optional<std::string> {
        return shop.exists("public/" + path) ? std::optional(shop.read("public/" + path)) : std::nullopt;
    };
    auto index = search::Index::open(language, load);
    REQUIRE(index);
    const search::Answer answer = search::find(*index, query, 5, insist);
    Asked asked{{}, answer.total, {}};
    for (const search::FoundRecord& hit : answer.hits) asked.ids.push_back(hit.id);
    for (const search::Correction& one : answer.corrections) asked.corrected += one.from + ">" + one.to;
    return asked;
}

struct Practice {
    std::string id, language, title, summary, body, theme = "peace";
};

void write(const Workshop& shop, const Practice& practice) {
    shop.write(
        fmt::format("content/practices/{}/{}.md", practice.id, practice.language),
        fmt::format(
            "---\ntitle: \"{}\"\nsummary: \"{}, contado con las palabras que hacen falta para llegar a las ochenta letras.\"\ncities: "
            "[leon-mx]\nthemes: [{}]\nstart: 2014\nstatus: active\norganisation: {{name: X, kind: other}}\nsources: "
            "[{{id: s1, title: X}}]\nreview: {{state: submitted, by: X, date: 2024-01-01}}\nrights: {{declared_by: X, "
            "office: X, date: 2024-01-01}}\n---\n\n{}\n",
            practice.title, practice.summary, practice.theme, practice.body));
}

void build(const Workshop& shop) {
    shop.copy_base();
    shop.replace("content/bank.yaml", "[es, en]", "[es, en, fr]");
    shop.write("content/themes/migration.yaml",
               "names: {es: Personas migrantes, en: Migrants, fr: Personnes migrantes}\nalt: [{es: inmigración}]\n");
    write(shop, {"luces", "es", "Luces en los talleres", "Un festival", "Los jóvenes de la ciudad encienden las plazas. Otra frase más."});
    write(shop, {"talleres", "es", "Talleres", "Unas sesiones", "La niña pinta. El año pasado hubo una buena práctica de mujeres."});
    write(shop, {"plaza", "es", "Una plaza para aprender a convivir", "Encuentros",
                 "Práctica buena, no al revés: luces y talleres. Co-creación."});
    write(shop, {"accueil", "fr", "Accueillir l'œuvre", "Un lieu", "Les enjeux de la ville.", "migration"});
    const Run run = shop.praxis("build");
    INFO(run.err);
    REQUIRE(run.exit_code == 0);
}

}  // namespace

TEST_CASE("readers find words in any case, number and accent, and the title first", "[sites]") {
    Workshop shop;
    build(shop);
    CHECK(ask(shop, "es", "TALLER").ids == Ids{"talleres", "luces", "plaza"});
    CHECK(ask(shop, "es", "luz taller").ids == Ids{"luces", "plaza", "talleres"});
    CHECK(ask(shop, "es", "joven ciudades").ids.front() == "luces");
    CHECK(ask(shop, "es", "reves").ids == Ids{"plaza"});
    CHECK(ask(shop, "es", "cocreacion").ids == Ids{"plaza"});
    CHECK(ask(shop, "es", "co-creación").ids == Ids{"plaza"});
    CHECK(ask(shop, "fr", "oeuvre").ids == Ids{"accueil"});
    CHECK(ask(shop, "fr", "l’enjeu").ids == Ids{"accueil"});
    CHECK(ask(shop, "es", "una plaza para aprender a convivir").ids.front() == "plaza");
}

TEST_CASE("a letter with its mark is another letter where the reader types it", "[sites]") {
    Workshop shop;
    build(shop);
    CHECK(ask(shop, "es", "año").ids == Ids{"talleres"});
    CHECK(ask(shop, "es", "ano").ids == Ids{"talleres"});
    CHECK(ask(shop, "es", "niña").ids == Ids{"talleres"});
}

TEST_CASE("a mistyped word is corrected, unless the reader insists", "[sites]") {
    Workshop shop;
    build(shop);
    CHECK(ask(shop, "es", "tallerse").corrected == "tallerse>talleres");
    CHECK(ask(shop, "es", "xalleres").corrected == "xalleres>talleres");
    CHECK(ask(shop, "es", "alleres").ids == Ids{"talleres", "luces", "plaza"});
    CHECK(ask(shop, "es", "tallerse", true).total == 0);
    CHECK(ask(shop, "es", "zzzzzz").total == 0);
    CHECK(ask(shop, "es", "enc").ids == Ids{"event/meeting-1", "plaza", "luces"});  // a word begun
}

TEST_CASE("a stop word is no mistake", "[sites]") {
    Workshop shop;
    build(shop);
    write(shop, {"sobrel", "es", "Sobrel", "Una casa", "Un texto sobre ella."});
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(ask(shop, "es", "sobrep").corrected == "sobrep>sobrel");
    CHECK(ask(shop, "es", "sobre").corrected.empty());
    CHECK(ask(shop, "es", "sobre").total == 0);
}

TEST_CASE("phrases keep their order, excluded words keep out", "[sites]") {
    Workshop shop;
    build(shop);
    CHECK(ask(shop, "es", "\"buena práctica\"").ids == Ids{"talleres"});
    CHECK(ask(shop, "es", "«práctica buena» luces").ids == Ids{"plaza"});
    CHECK(ask(shop, "es", "\"mujeres la niña\"").total == 0);
    CHECK(ask(shop, "es", "\"buena práctica de mujeres\"").ids == Ids{"talleres"});  // a stop word keeps its place
    CHECK(ask(shop, "es", "\"buena práctica mujeres\"").total == 0);
    CHECK(ask(shop, "es", "talleres -plaza").ids == Ids{"talleres"});
    CHECK(ask(shop, "es", "talleres -\"buena práctica\"").ids == Ids{"luces", "plaza"});
}

TEST_CASE("a phrase is found behind a word that stands there many times", "[sites]") {
    Workshop shop;
    build(shop);
    const auto often = [](int times, std::string last) {
        std::string body;
        for (; times > 0; --times) body += times % 100 == 0 ? "campana\n\n" : "campana ";
        return body + last;
    };
    // How many places a record has is written in one letter up to 44 of them, in two up to 1,068.
    write(shop, {"pocas", "es", "Pocas", "Un son", often(44, "verde.")});
    write(shop, {"varias", "es", "Varias", "Un son", often(45, "dorada.")});
    write(shop, {"muchas", "es", "Muchas", "Un son", often(1069, "gris.")});
    for (const int jobs : {1, 2, 3}) {
        const Run run = shop.praxis(fmt::format("build --cache none --jobs {}", jobs));
        INFO(run.err);
        REQUIRE(run.exit_code == 0);
        CHECK(ask(shop, "es", "\"campana verde\"").ids == Ids{"pocas"});
        CHECK(ask(shop, "es", "\"campana dorada\"").ids == Ids{"varias"});
        CHECK(ask(shop, "es", "\"campana gris\"").ids == Ids{"muchas"});
        CHECK(ask(shop, "es", "\"campana campana gris\"").ids == Ids{"muchas"});
        CHECK(ask(shop, "es", "\"verde campana\"").total == 0);
    }
}

TEST_CASE("a record that one language lacks is found there by its labels, as one hit", "[sites]") {
    Workshop shop;
    build(shop);
    CHECK(ask(shop, "es", "migrantes").ids == Ids{"theme/migration", "accueil"});
    CHECK(ask(shop, "es", "inmigración").ids == Ids{"theme/migration", "accueil"});
    CHECK(ask(shop, "es", "enjeux").total == 0);
    CHECK(ask(shop, "fr", "enjeux").ids == Ids{"accueil"});
    const search::Load load = [&](const std::string& path) { return std::optional(shop.read("public/" + path)); };
    auto index = search::Index::open("es", load);
    const search::Answer answer = search::find(*index, "migrantes accueil", 2);
    REQUIRE(answer.hits.size() == 2);
    CHECK(answer.hits[1].title == "Accueillir l'œuvre");
    CHECK(answer.hits[1].title_language == "fr");
    CHECK(answer.hits[1].place == "León, México");
}

TEST_CASE("the program answers in the terminal", "[sites]") {
    Workshop shop;
    build(shop);
    const Run text = shop.praxis("search tallerse --lang es --limit 1");
    CHECK(text.exit_code == 0);
    CHECK(text.out ==
          "Resultados de: talleres (en vez de: tallerse)\n1. Talleres\n   Práctica · León, México · 2014\n   "
          "./public/es/practicas/talleres.html\n   Unas sesiones, contado con las palabras que hacen falta para llegar a las ochenta "
          "letras.\nMostrados: 1 de 3; --limit muestra más.\n");
    CHECK(shop.praxis("search zzzzzz --lang es").out == "No se ha encontrado nada.\n");
    const Run nothing = shop.praxis("search taller --site elsewhere --lang en");
    CHECK(nothing.exit_code == 3);
    CHECK(nothing.err == "praxis: elsewhere holds no search index of this version; `praxis build` makes it\n");
}

TEST_CASE("search can be left out", "[sites]") {
    Workshop shop;
    shop.copy_base();
    shop.write("content/bank.yaml", shop.read("content/bank.yaml") + "emitters: {search: {enabled: false}}\n");
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK_FALSE(shop.exists("public/search/query.js"));
}

}  // namespace praxis::tests
