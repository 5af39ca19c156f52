// Views of the whole bank from one side: a city through time, mentoring, networks and clusters, the memory
// of an award, and frames against cities, themes and clusters.
#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

// A block of a page, from its heading to the end of its section.
auto block(const std::string& page, const std::string& id) -> std::string {
    const std::string found = between(page, "<section class=\"block\" id=\"" + id + "\">", "</section>");
    return (found.empty() ? "no block " + id : found) + "\n";
}

void write_cities(const Workshop& shop) {
    shop.write("content/cities/cork-ie.yaml", R"(names: Cork
kind: city
country: IE
memberships:
  - {network: cities, role: presidency, from: 2020-03, note: {en: the first one, es: la primera}, planned_until: 2027}
  - {network: cities, from: 2012}
  - {cluster: peace}
mentoring:
  offers:
    - {theme: peace, note: {en: circles of dialogue, es: círculos}, since: 2019, apply_url: "https://cork.example/apply"}
    - {theme: peace, note: {en: over, es: terminado}, until: 2015}
    - {theme: water}
  seeks: [{note: {en: anything, es: lo que sea}}]
)");
    shop.write("content/cities/leon-mx.yaml", R"(names: León
kind: city
country: MX
memberships:
  - {network: cities, from: 2018, until: 2023, role: coordinator}
  - {cluster: peace, from: 2019, until: 2021, role: coordinator}
  - {cluster: peace, from: 2019, until: 2020, role: member}
mentoring:
  seeks: [{theme: water}]
  offers: [{practice: redes}]
)");
    shop.write("content/cities/lyon-fr.yaml", "names: Lyon\nkind: city\ncountry: FR\nmemberships: [{cluster: peace}]\n");
    shop.write("content/themes/water.yaml", "names: {es: Agua, en: Water}\nframes: {goals: [\"1\"]}\n");
}

void write_network(const Workshop& shop) {
    shop.write("content/networks/cities.yaml", R"(names: Cities
kind: global
rules: {coordinators: 2, coordinates_max: 1, member_of_max: 1, term_years: 2}
sizes: [{date: 2019, cities: 170, countries: 53, source: plan}, {date: 2022, cities: 200}]
surveys: [{id: s2019, year: 2019, respondents: 12, votes: 10}]
mentorships: [{mentor: cork-ie, mentee: leon-mx, themes: [peace], from: 2020, until: 2021, source: plan}]
sources: [{id: plan, title: The plan}]
)");
    shop.write("content/clusters/peace.yaml", R"(names: {es: Paz, en: Peace}
network: cities
kind: thematic-cluster
survey: s2019
vote: 10
vote_parts: {"2": 6, other: 4}
frames: {goals: ["2"]}
terms: [{from: 2019, until: 2021, technical_partners: [An institute], announced_at: meeting-1}, {from: 2021, until: 2023}]
)");
}

void write_award(const Workshop& shop) {
    shop.write("content/awards/prize.yaml", R"(names: {es: Premio, en: Prize}
organiser: cities
target: practice
distinctions: [{id: winner, rank: 1}, {id: finalist, rank: 2}]
editions:
  - id: "2018"
    ordinal: 1
    year: 2018
    event: meeting-1
    ceremony: {date: 2018-11-16, city: leon-mx}
    expected: {winner: 1, finalist: 2}
    gaps: {en: One finalist has not been found., es: No se ha encontrado una finalista.}
    results:
      - {distinction: winner, practice: redes}
      - {distinction: finalist, city: cork-ie, title: {en: Festival}}
  - {id: "2020", ordinal: 2, year: 2020, results: [{distinction: winner, city: cork-ie, title: {en: Walls}}]}
  - {id: "2022", ordinal: 3, year: 2022}
)");
}

void write_records(const Workshop& shop) {
    const std::string summary =
        "summary: Something made for tests, just long enough for its summary to have more than eighty characters.\n";
    shop.write("content/declarations/call/en.md", "---\ntitle: The call\nkind: manifesto\nevent: meeting-1\n" + summary + "---\nText.\n");
    shop.write("content/bulletins/one/en.md",
               "---\ntitle: Bulletin one\nform: newsletter\ndate: unknown\ncities: [leon-mx]\n" + summary + "---\nText.\n");
    for (const std::string id : {"festival", "walls"})
        shop.write("content/practices/" + id + "/en.md",
                   "---\ntitle: " + id + "\ncities: [cork-ie]\nthemes: [peace]\nnetworks: " + (id == "walls" ? "[cities]" : "[]") +
                       "\nframes: {goals: [\"1\"]}\n"
                       "sources: [{id: s1, title: News}]\nreview: {state: stub}\n---\n");
}

// The small bank of the golden cases, with something in each of these views.
void write_all(const Workshop& shop) {
    shop.copy_base();
    write_cities(shop);
    write_network(shop);
    write_award(shop);
    write_records(shop);
    const Run run = shop.praxis("build");
    INFO(run.err);
    REQUIRE(run.exit_code == 0);
}

}  // namespace

TEST_CASE("a city shows all that is dated of it on one line, and the rest beside it", "[sites]") {
    const Workshop shop;
    write_all(shop);
    const std::string page = shop.read("public/en/cities/leon-mx.html");
    check_whole("views/city.txt", block(page, "history") + block(page, "undated") + block(page, "offers") + block(page, "seeks"));
}

TEST_CASE("offers and requests are brought together by theme, both sides first; what is over is left out", "[sites]") {
    const Workshop shop;
    write_all(shop);
    const std::string page = shop.read("public/en/mentoring.html");
    check_whole("views/mentoring.txt", block(page, "both") + block(page, "offered") + block(page, "sought") + block(page, "mentorships"));
    CHECK(shop.read("public/en/networks/index.html").find("href=\"../mentoring.html\"") != std::string::npos);
}

TEST_CASE("where nobody offers or seeks anything the page says so", "[sites]") {
    const Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build").exit_code == 0);
    check_whole("views/mentoring_none.txt", block(shop.read("public/en/mentoring.html"), "none"));
}

TEST_CASE("a network shows its cities' practices and why, its offices through time, and its size as printed and as known", "[sites]") {
    const Workshop shop;
    write_all(shop);
    const std::string page = shop.read("public/en/networks/cities.html");
    check_whole("views/network.txt", block(page, "members") + block(page, "former") + block(page, "in-clusters") + block(page, "tenures") +
                                         block(page, "sizes"));
    const std::string practices = block(page, "practices");
    CHECK(practices.find("data-facet=\"networks\" data-value=\"cities\"") != std::string::npos);
    const auto reason_of = [&](const std::string& practice) {
        const std::size_t at = practices.find("practices/" + practice + ".html");
        REQUIRE(at != std::string::npos);
        const std::size_t end = practices.find("</article>", at), last = practices.rfind("<p class=\"card__meta\">", end);
        return practices.substr(last + 22, practices.find("</p>", last) - last - 22);
    };
    CHECK(reason_of("festival") == "By a member city");
    CHECK(reason_of("walls") == "Sent in by the network");
    // León left in 2023.
    CHECK(practices.find("practices/redes.html") == std::string::npos);
}

TEST_CASE("a cluster shows how the votes for it divide, and its terms against the rules of its network", "[sites]") {
    const Workshop shop;
    write_all(shop);
    const std::string page = shop.read("public/en/clusters/peace.html");
    check_whole("views/cluster.txt", block(page, "votes") + block(page, "terms") + block(page, "rules"));
}

TEST_CASE("an award remembers city by city and edition by edition, and says what is missing", "[sites]") {
    const Workshop shop;
    write_all(shop);
    const std::string page = shop.read("public/en/awards/prize.html");
    check_whole("views/award.txt", block(page, "memory") + block(page, "gaps"));
    CHECK(block(shop.read("public/en/awards/prize.2018.html"), "results").find("<p class=\"block__count\">finalist: 1 known of 2</p>") !=
          std::string::npos);
}

TEST_CASE("frames stand against cities, themes and clusters, and what is blank stays blank", "[sites]") {
    const Workshop shop;
    write_all(shop);
    std::string all;
    for (const std::string rows : {"cities", "themes", "clusters"})
        all += block(shop.read("public/en/crosswalks/goals." + rows + ".html"), "grid");
    check_whole("views/crosswalks.txt", all);
    check_whole("views/crosswalk_links.txt", block(shop.read("public/en/crosswalks/index.html"), "goals") +
                                                 block(shop.read("public/en/frames/goals.html"), "crosswalks"));
}

TEST_CASE("a frame that nothing names has no grid, and nothing leads to one", "[sites]") {
    const Workshop shop;
    shop.copy_base();
    shop.replace("content/practices/redes/es.md", "frames: {goals: [1, \"2.1\"]}\n", "");
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(!shop.exists("public/en/crosswalks/index.html"));
    for (const auto& [path, text] : tree_of(shop.path("public"))) {
        INFO(path);
        if (path.ends_with(".html")) CHECK(text.find("crosswalks/") == std::string::npos);
    }
}

}  // namespace praxis::tests
