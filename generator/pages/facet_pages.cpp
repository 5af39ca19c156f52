// The page of all facets, and the pages of their values. A search narrows by the same values (facets.cpp).
#include "pages/facet_pages.h"

#include <algorithm>
#include <map>
#include <set>

#include "pages/composer.h"

namespace praxis::pages {
namespace {

using routes::Facet;
using routes::FacetValueAt;

void closed_values(const Value& facts, std::set<std::uint32_t>& into) {
    for (const Value& value : facts.items) {
        if (value.field == nullptr || value.form == values::Form::broken) continue;
        const fields::Field& field = *value.field;
        if (value.form == values::Form::object) closed_values(value, into);
        const auto facet = field.facet && field.type == fields::Type::closed ? routes::facet_named(field.terms) : std::nullopt;
        if (!facet) continue;
        const auto place = static_cast<std::uint32_t>(std::ranges::find(field.values, value.text) - field.values.begin());
        if (place < field.values.size()) into.insert(routes::facet_number({*facet, place}));
    }
}

void values_of_city(const Site& site, const Value& city, std::set<std::uint32_t>& into) {
    if (const auto size = size_class_in(city)) into.insert(routes::facet_number({Facet::city_size, *size}));
    const auto country = site.routes.country_number(city.text_of("country"));
    const std::string region = country ? site.country_regions[*country] : std::string();
    if (!region.empty()) into.insert(routes::facet_number({Facet::region, static_cast<std::uint32_t>(std::stoul(region))}));
}

auto values_of(const Site& site, const Target& practice) -> std::set<std::uint32_t> {
    std::set<std::uint32_t> all;
    const Entity& entity = site.bank[practice];
    closed_values(entity.facts, all);
    for (const Value& city : entity.facts.items_of("cities")) {
        if (city.target() != nullptr) values_of_city(site, site.bank[*city.target()].facts, all);
    }
    const fields::Date* start = entity.facts.date_of("start");
    const auto begun = start == nullptr ? std::nullopt : fields::earliest(*start);
    if (begun) all.insert(routes::facet_number({Facet::decade, static_cast<std::uint32_t>(std::clamp<int>(begun->year, 0, 9999)) / 10}));
    for (const bank::Text& text : entity.texts) {
        const auto& languages = site.settings.languages;
        const auto place = static_cast<std::uint32_t>(std::ranges::find(languages, text.language) - languages.begin());
        if (place < languages.size()) all.insert(routes::facet_number({Facet::languages, place}));
    }
    return all;
}

}  // namespace

auto size_class_in(const Value& city) -> std::optional<std::uint32_t> {
    const Value* population = city.find("population");
    const double* people = population == nullptr ? nullptr : population->number_of("value");
    return people == nullptr || *people < 0 ? std::nullopt : std::optional(routes::size_class_of(*people));
}

void gather_facets(const Site& site, const std::vector<Target>& practices, Members& members) {
    for (const Target& practice : practices) {
        for (const std::uint32_t number : values_of(site, practice)) members[{PageKind::facet, {}, number}].targets.push_back(practice);
    }
}

auto Composer::facet_label(Facet facet) const -> std::string {
    return word("facet_" + std::string(routes::facet_name(facet)));
}

auto Composer::value_label(const FacetValueAt& at) const -> std::string {
    const std::string id = routes::facet_value_id(at, site_.settings.languages);
    switch (at.facet) {
        case Facet::city_size: return size_class_name(at.place);
        case Facet::region: return language().regions.at(id).name;
        case Facet::decade: return decade_name(static_cast<int>(at.place) * 10);
        case Facet::languages: return language_name(id);
        default: return term(routes::facet_name(at.facet), id);
    }
}

// As the search has them: regions by name, decades newest first.
auto Composer::value_rank(const FacetValueAt& at) const -> std::int64_t {
    if (at.facet == Facet::region) return language().regions.at(routes::facet_value_id(at, site_.settings.languages)).rank;
    return at.facet == Facet::decade ? -std::int64_t{at.place} : std::int64_t{at.place};
}

// A class is called by its bounds.
auto Composer::size_class_name(std::uint32_t place) const -> std::string {
    const std::string first = number(routes::size_classes[place]);
    if (place + 1 == routes::size_classes.size()) return word("city_size_from", {{"count", first}});
    const std::string next = number(routes::size_classes[place + 1]);
    return place == 0 ? word("city_size_below", {{"count", next}}) : word("city_size_between", {{"first", first}, {"last", next}});
}

// With the page of all practices that have the same value.
void Composer::fact_of_choice(std::string_view key, std::string_view value) {
    const auto facet = routes::facet_named(key);
    if (!facet || value.empty()) return;
    const auto values = routes::facet_values(*facet);
    const auto place = static_cast<std::uint32_t>(std::ranges::find(values, value) - values.begin());
    if (place == values.size()) return;
    const Address address{PageKind::facet, {}, routes::facet_number({*facet, place})};
    fact(root_, key, {Entry{here(value_label({*facet, place})), href(address), {}}});
}

void Composer::all_facets() {
    shell(here(word("facets_title")), {}, word("intro_facets"));
    put(root_, "intro", here(word("intro_facets")));
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::practices)}, word("list_practices"));
    View shown = block("list", {});
    site_.members({PageKind::facet});  // has none: what is looked at are all lists there are
    std::map<Facet, std::map<std::int64_t, Entry>> facets;
    for (const auto& [address, list] : site_.all_members) {
        if (address.kind != PageKind::facet) continue;
        const FacetValueAt at = routes::facet_at(address.number);
        facets[at.facet][value_rank(at)] = {here(value_label(at)), href(address),
                                            counted("count_practices", site_.members(address).size())};
    }
    for (const auto& [facet, values] : facets) {
        View group = shown.item("groups");
        group.text("id", routes::facet_name(facet)).text("heading", facet_label(facet));
        for (const auto& [rank, value] : values) put_link(group.item("links"), value);
    }
}

// Names, not cards: the same practice stands on several of these pages.
void Composer::facet() {
    if (page_.address.number == 0) return all_facets();
    const FacetValueAt at = routes::facet_at(page_.address.number);
    const std::string value = value_label(at);
    shell(here(word("facet_title", {{"facet", facet_label(at.facet)}, {"value", value}})), {}, {});
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::practices)}, word("list_practices"));
    crumb({PageKind::facet}, word("facets_title"));
    const auto& all = site_.members_in_order(page_.language, page_.address);
    View shown = block("practices", word("list_practices"));
    shown.text("count", counted("count_practices", all.size()));
    scope(shown, "practice", all.size());
    const std::size_t size = site_.page_size_of(page_.address), from = (page_.number - 1) * size;
    for (std::size_t i = from; i < std::min(from + size, all.size()); ++i) put_link(shown.item("links"), entry(all[i], place_of(all[i])));
    pager(all.size());
}

}  // namespace praxis::pages
