// Long lists of names in groups: cities by country, countries by region, years by decade.
#include <map>

#include "pages/composer.h"

namespace praxis::pages {

// The numbers of the countries, by name.
auto Composer::countries_by_name() const -> std::vector<std::uint32_t> {
    std::vector<std::uint32_t> order(site_.routes.countries().size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[language().country_ranks[i]] = i;
    return order;
}

// By title; those that lie in no country under an empty code.
auto Composer::cities_by_country() const -> std::map<std::string_view, std::vector<Target>> {
    std::map<std::string_view, std::vector<Target>> cities;
    for (const Target& city : site_.members_in_order(page_.language, {PageKind::list, {}, static_cast<std::uint32_t>(ListKind::cities)}))
        cities[site_.bank[city].facts.text_of("country")].push_back(city);
    return cities;
}

void Composer::list_cities(View& block) {
    auto cities = cities_by_country();
    const auto list = [&](std::string_view id, const std::string& heading, const std::vector<Target>& own) {
        View group = block.item("groups");
        group.text("id", id).text("heading", heading);
        for (const Target& city : own) {
            const std::size_t count = site_.members({PageKind::city, city}).size();
            put_link(group.item("links"), entry(city, count == 0 ? std::string() : counted("count_practices", count)));
        }
    };
    for (const std::uint32_t country : countries_by_name()) {
        const std::string& code = site_.routes.countries()[country];
        list(code, language().countries[country], cities[code]);
    }
    if (!cities[""].empty()) list("other", word("country_none"), cities[""]);
}

// Regions as the map has them, with its anchors; last what lies in none.
void Composer::list_countries(View& block) {
    struct Group {
        std::string id, heading;
        std::size_t cities = 0;
        std::vector<Entry> countries;
    };
    std::map<std::uint32_t, Group> groups;
    auto cities = cities_by_country();
    for (const std::uint32_t country : countries_by_name()) {
        const std::string& code = site_.country_regions[country];
        const auto at = language().regions.find(code);
        const bool known = at != language().regions.end();
        Group& group = groups[known ? at->second.rank : static_cast<std::uint32_t>(language().regions.size())];
        group.id = "region-" + (known ? code : std::string("other"));
        group.heading = known ? at->second.name : word("map_elsewhere");
        const std::size_t count = cities[site_.routes.countries()[country]].size();
        group.cities += count;
        const Address one{PageKind::country, {}, country};
        group.countries.push_back({here(language().countries[country]), href(one), counted("count_cities", count)});
    }
    for (const auto& [rank, group] : groups) {
        View shown = block.item("groups");
        shown.text("id", group.id).text("heading", group.heading);
        shown.text("note", joined({counted("count_countries", group.countries.size()), counted("count_cities", group.cities)}));
        for (const Entry& country : group.countries) put_link(shown.item("links"), country);
    }
}

// Newest first. No practice begins in two years: those of a decade can be added up.
void Composer::list_years(View& block) {
    std::map<int, std::vector<int>, std::greater<>> decades;
    const auto& years = site_.routes.years();
    for (auto year = years.rbegin(); year != years.rend(); ++year) decades[*year / 10 * 10].push_back(*year);
    for (const auto& [decade, own] : decades) {
        View group = block.item("groups");
        std::size_t all = 0;
        for (const int year : own) {
            const Address one{PageKind::year, {}, static_cast<std::uint32_t>(year)};
            const std::size_t count = site_.members(one).size();
            put_link(group.item("links"),
                     {here(language::format_digits(year, locale().numbers)), href(one), counted("count_practices", count)});
            all += count;
        }
        group.text("id", "decade-" + std::to_string(decade)).text("heading", decade_name(decade));
        group.text("note", counted("count_practices", all));
    }
}

}  // namespace praxis::pages
