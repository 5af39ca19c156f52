// The values by which things can be chosen, as the files of the search hold them: who has which, in which order.
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "search/index.h"
#include "search/numbers.h"
#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

void city(const Workshop& shop, const std::string& id, const std::string& country, const std::string& people) {
    std::string text = "names: " + id + "\nkind: city\n" + country;
    if (!people.empty()) text += "population: {value: " + people + ", year: 2020, source: s}\nsources: [{id: s, title: A count}]\n";
    shop.write("content/cities/" + id + ".yaml", text);
}

void write_bank(const Workshop& shop) {
    shop.copy_base();
    shop.replace("content/bank.yaml", "[es, en]", "[es, en, fr]");
    city(shop, "large", "country: AR\n", "1500000");
    city(shop, "medium", "country: KE\n", "249999");
    city(shop, "metropolitan", "country: KE\n", "250000");
    city(shop, "none", "country_note: {en: under dispute, es: en disputa}\n", "0");
    city(shop, "small", "country: PT\n", "99999");
    city(shop, "town", "country: PT\n", "49999");
    shop.replace("content/practices/redes/es.md", "cities: [leon-mx]", "cities: [leon-mx, small, large]");
    shop.replace("content/events/meeting-1.yaml", "city: leon-mx", "city: medium");
}

auto text_between(const std::string& text, std::size_t& at, const std::string& until) -> std::string {
    const std::size_t from = at, end = text.find(until, from);
    at = end + until.size();
    return text.substr(from, end - from);
}

// A line a value: `value label: who has it`. None of these labels has a quote in it.
auto choices(const Workshop& shop, const std::string& language, const std::string& facet) -> std::string {
    auto index = search::Index::open(language, [&](const std::string& path) { return std::optional(shop.read("public/" + path)); });
    REQUIRE(index);
    const std::string file = shop.read("public/search/" + language + "/f/" + facet + ".js");
    std::size_t at = file.find("[\"", file.find("[\"") + 1);
    const std::size_t end = file.find("],\"", at);
    const std::string numbers = file.substr(end + 3, file.find('"', end + 3) - end - 3);
    std::string all;
    for (std::size_t list = at + 1, place = 0; list < end;) {
        const std::string value = text_between(file, ++list, "\",\""), label = text_between(file, list, "\"");
        if (file[list] == ',') ++list;
        all += value + " " + label + ":";
        std::int64_t record = -1;
        for (std::int64_t left = search::read_number(numbers, place); left > 0; --left) {
            record += 1 + search::read_number(numbers, place);
            all += " " + index->hit(static_cast<std::uint32_t>(record)).id;
        }
        all += "\n";
    }
    return all;
}

auto groups(const Workshop& shop, const std::string& page) -> std::string {
    const std::string text = shop.read("public/" + page);
    return between(text, "<div class=\"group\"", "</section>") + "\n";
}

// A line a value, as its page has it: `value: which practices`.
auto listed(const Workshop& shop, const std::string& folder, const std::string& facet) -> std::string {
    std::string all;
    std::map<std::string, std::string> pages;
    for (const auto& entry : std::filesystem::directory_iterator(shop.path("public/" + folder))) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(facet + ".")) pages[name] = name.substr(facet.size() + 1, name.size() - facet.size() - 6);
    }
    for (const auto& [name, value] : pages) {
        const std::string text = between(shop.read("public/" + folder + "/" + name), "<ul class=\"link-list\">", "</ul>");
        all += value + ":";
        std::set<std::string> practices;
        for (std::size_t at = text.find("practices/"); at != std::string::npos; at = text.find("practices/", at)) {
            at += 10;
            practices.insert(text_between(text, at, ".html"));
        }
        for (const std::string& id : practices) all += " " + id;
        all += "\n";
    }
    return all;
}

// The same as the search would narrow to; other things than practices have no such pages.
auto narrowed(const Workshop& shop, const std::string& language, const std::string& facet) -> std::string {
    std::istringstream lines(choices(shop, language, facet));
    std::set<std::string> all;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream ids(line.substr(line.rfind(':') + 1));
        std::set<std::string> practices;
        for (std::string id; ids >> id;) {
            if (shop.exists("content/practices/" + id)) practices.insert(id);
        }
        std::string own = line.substr(0, line.find(' ')) + ":";
        for (const std::string& id : practices) own += " " + id;
        if (!practices.empty()) all.insert(own + "\n");
    }
    std::string text;
    for (const std::string& line : all) text += line;
    return text;
}

}  // namespace

TEST_CASE("things are chosen by region, decade and size of their cities, in the order in which these follow", "[sites]") {
    const Workshop shop;
    write_bank(shop);
    const Run run = shop.praxis("build");
    INFO(run.err);
    REQUIRE(run.exit_code == 0);
    std::string all;
    for (const std::string language : {"en", "es", "fr"}) {
        for (const std::string facet : {"region", "decade", "city_size"})
            all += language + " " + facet + "\n" + choices(shop, language, facet) + "\n";
    }
    check_whole("facets/choices.txt", all);
}

TEST_CASE("the list of countries is grouped by region, that of years by decade, with their counts", "[sites]") {
    const Workshop shop;
    write_bank(shop);
    REQUIRE(shop.praxis("build").exit_code == 0);
    check_whole("facets/lists.html",
                groups(shop, "en/countries/index.html") + groups(shop, "es/paises/index.html") + groups(shop, "en/years/index.html"));
}

TEST_CASE("every value of a facet has a page, which lists what the search narrows to", "[sites]") {
    const Workshop shop;
    write_bank(shop);
    shop.write("content/practices/second/en.md",
               "---\ntitle: Another practice\nsummary: Neighbours of three streets repair what breaks in their houses, together, once in a "
               "month, in "
               "the hall of the school.\ncities: [large]\nthemes: [peace]\nstart: 2019\nstatus: finished\nlevel: district\n"
               "transfer: {cost_level: staff-only, time_to_start: 6-12-months}\norganisation: {name: Town, kind: local-government}\n"
               "review: {state: stub}\nrights: {declared_by: A. Person, date: 2020-01-01}\n"
               "sources: [{id: s, title: A report}]\n---\n");
    const Run run = shop.praxis("build");
    INFO(run.err);
    REQUIRE(run.exit_code == 0);
    std::string all;
    for (const std::string facet :
         {"status", "level", "cost_level", "time_to_start", "city_size", "region", "decade", "languages", "review_state"}) {
        const std::string own = listed(shop, "en/facets", facet);
        CHECK(own == narrowed(shop, "en", facet));
        all += facet + "\n" + own + "\n";
    }
    all += groups(shop, "en/facets/index.html") + groups(shop, "es/facetas/index.html") + groups(shop, "fr/facettes/index.html");
    all += between(shop.read("public/fr/facettes/city_size.1500000.html"), "<ul class=\"link-list\">", "</ul>") + "\n";
    check_whole("facets/values.html", all);
}

}  // namespace praxis::tests
