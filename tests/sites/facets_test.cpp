// The values by which things can be chosen, as the files of the search hold them: who has which, in which order.
#include <fmt/format.h>

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

}  // namespace praxis::tests
