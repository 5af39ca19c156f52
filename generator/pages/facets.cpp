// The values by which a thing can be chosen: those of the fields that the table marks as facets, and what
// follows from relations and numbers (region, country, size of the cities, awards, decade, year, language).
#include <algorithm>

#include "language/text.h"
#include "pages/composer.h"
#include "pages/facet_pages.h"
#include "pages/hit.h"

namespace praxis::pages {
namespace {

auto place_among(std::span<const std::string_view> values, std::string_view value) -> std::uint32_t {
    return static_cast<std::uint32_t>(std::ranges::find(values, value) - values.begin());
}

}  // namespace

// References by their title's rank, frames by the number of their item.
auto Composer::facet_value(std::string facet, const Target& target) const -> FacetValue {
    const Entity& entity = site_.bank[target];
    const bool part = target.part != 0;
    return {std::move(facet), part ? std::string(site_.bank.part(target).text_of("id")) : entity.id, title(target).text,
            part ? target.part : site_.rank(page_.language, target)};
}

void Composer::field_facets(const fields::Field& field, const Value& value, std::vector<FacetValue>& into) const {
    if (field.type == fields::Type::object) {
        for (const fields::Field& inner : field.fields) {
            const Value* found = value.find(inner.key);
            if (found != nullptr) field_facets(inner, *found, into);
        }
        return;
    }
    if (!field.facet) return;
    if (field.type == fields::Type::frames) {
        for (const Value& frame : value.items) {
            for (const Value& item : frame.items) {
                if (item.target() != nullptr) into.push_back(facet_value("frames-" + frame.text, *item.target()));
            }
        }
    } else if (field.type == fields::Type::closed) {
        into.push_back({std::string(field.terms), value.text, term(field.terms, value.text), place_among(field.values, value.text)});
    } else if (field.type == fields::Type::reference || field.type == fields::Type::item) {
        if (value.target() != nullptr) into.push_back(facet_value(std::string(field.key), *value.target()));
        for (const Value& item : value.items) {
            if (item.target() != nullptr) into.push_back(facet_value(std::string(field.key), *item.target()));
        }
    }
}

void Composer::country_facet(std::string_view code, std::vector<FacetValue>& into) const {
    const auto number = site_.routes.country_number(code);
    if (!number) return;
    std::string value(code);
    for (char& c : value) c = static_cast<char>(c | 0x20);
    into.push_back({"country", value, language().countries[*number], language().country_ranks[*number]});
    const std::string& code_of_region = site_.country_regions[*number];
    if (code_of_region.empty()) return;
    const Region& region = language().regions.at(code_of_region);
    into.push_back({"region", code_of_region, region.name, region.rank});
}

// A class is called by its lower bound, as a decade by its first year; no population, no value.
void Composer::size_facet(const Value& city, std::vector<FacetValue>& into) const {
    const auto place = size_class_in(city);
    if (!place) return;
    const std::uint32_t from = routes::size_classes[*place];
    into.push_back({"city_size", std::to_string(from), size_class_name(*place), from});
}

// Its own country and those of its cities, and how large these are.
void Composer::place_facets(const Target& target, const Value& facts, std::vector<FacetValue>& into) const {
    country_facet(facts.text_of("country"), into);
    std::vector<Target> cities = targets_in(facts, "cities");
    if (const auto city = target_in(facts, "city")) cities.push_back(*city);
    if (target.kind == Kind::city) cities.push_back(target);
    for (const Target& city : cities) {
        country_facet(site_.bank[city].facts.text_of("country"), into);
        size_facet(site_.bank[city].facts, into);
    }
}

// Newest first.
void Composer::year_facets(int year, std::vector<FacetValue>& into) const {
    const int shown = std::clamp(year, 0, 9999), decade = shown / 10 * 10;
    const auto order = [](int from) { return static_cast<std::uint32_t>(9999 - from); };
    into.push_back({"decade", std::to_string(decade), decade_name(decade), order(decade)});
    into.push_back({"year", std::to_string(shown), language::format_digits(shown, locale().numbers), order(shown)});
}

// A practice belongs to the networks that sent it in and to those of which its cities are members; a city or an
// organisation to its own.
void Composer::network_facets(const Target& target, const Value& facts, std::vector<FacetValue>& into) const {
    const bool own = target.kind == Kind::city || target.kind == Kind::organisation;
    if (!own && target.kind != Kind::practice) return;
    for (const Target& member : own ? std::vector<Target>{target} : targets_in(facts, "cities")) {
        for (const bank::Membership& m : site_.bank.memberships_of(member)) {
            const bool fits = m.who == member && m.where.kind == Kind::network && holds_on(m, released());
            if (fits && site_.bank[m.where].is_present()) into.push_back(facet_value("networks", m.where));
        }
    }
}

auto Composer::facet_values() const -> std::vector<FacetValue> {
    std::vector<FacetValue> all;
    if (page_.address.kind == PageKind::country) country_facet(site_.routes.countries()[page_.address.number], all);
    if (page_.address.kind == PageKind::country || page_.address.kind == PageKind::work) return all;
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value& facts = target.part == 0 ? entity.facts : site_.bank.part(target);
    if (target.part == 0) {
        for (const fields::Field& field : fields::entry(target.kind).fields) {
            const Value* value = facts.find(field.key);
            if (value != nullptr) field_facets(field, *value, all);
        }
        network_facets(target, facts, all);
        place_facets(target, facts, all);
    }
    for (const bank::Result& result : target.part == 0 ? site_.bank.results_of(target) : std::vector<bank::Result>()) {
        const Entity& award = site_.bank[result.edition];
        all.push_back(facet_value("award", {Kind::award, result.edition.index, 0}));
        const Value& distinction = award.facts.items_of("distinctions")[result.distinction];
        all.push_back({"distinction", std::string(distinction.text_of("id")), this->distinction(result), result.distinction});
    }
    if (const auto year = year_of(facts)) year_facets(*year, all);
    for (const bank::Text& text : entity.texts) all.push_back({"languages", text.language, language_name(text.language), 0});
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace praxis::pages
