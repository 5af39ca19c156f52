// Cities: every name one city, every Wikidata item one city, a country or a reason, whole coordinates.
#include <algorithm>
#include <map>
#include <set>

#include "bank/builder.h"
#include "bank/codes.h"
#include "language/text.h"

namespace praxis::bank {
namespace {

struct Name {
    std::string text, folded;
    Span span;
    bool alias;
};

// All names a city goes by, folded names once.
auto names_of(const Entity& city) -> std::vector<Name> {
    std::vector<Name> names;
    std::set<std::string> seen;
    const auto add = [&](const std::string& text, const Value& at, bool alias) {
        std::string folded = language::fold(text);
        if (seen.insert(folded).second) names.push_back({text, std::move(folded), at.span(city.file), alias});
    };
    if (const Value* words = city.facts.find("names")) {
        for (const Value& phrase : words->items) add(phrase.text, phrase, false);
    }
    for (const std::string_view key : {"official_names", "former_names"}) {
        for (const Value& name : city.facts.items_of(key)) {
            if (const Value* text = name.find("text")) add(text->text, *text, true);
        }
    }
    for (const Value& alias : city.facts.items_of("aliases")) add(alias.text, alias, true);
    return names;
}

// Two cities of one country may share their plain name (they show the subdivision), not an alias.
void check_aliases(const Bank& bank, Diagnostics& found) {
    struct Owner {
        const Entity* city;
        Name name;
    };
    std::map<std::pair<std::string, std::string>, Owner> owners;
    for (const Entity& city : bank.entities(Kind::city)) {
        if (city.broken) continue;
        for (Name& name : names_of(city)) {
            const std::pair key(std::string(city.facts.text_of("country")), name.folded);
            const auto [at, is_new] = owners.emplace(key, Owner{&city, name});
            if (is_new || (!name.alias && !at->second.name.alias)) continue;
            // Told at the name that may go: the one that is not the city's plain name.
            const Owner own{&city, name};
            const Owner& wrong = name.alias ? own : at->second;
            const Owner& right = name.alias ? at->second : own;
            Diagnostic diagnostic = diagnose(codes::alias_collision, wrong.name.span, {wrong.name.text, right.city->id});
            diagnostic.related.push_back(right.name.span);
            found.push_back(std::move(diagnostic));
        }
    }
}

void check_wikidata(const Bank& bank, Diagnostics& found) {
    std::map<std::string_view, const Entity*> owners;
    for (const Entity& city : bank.entities(Kind::city)) {
        const Value* item = city.facts.find("wikidata");
        if (item == nullptr) continue;
        const auto [at, is_new] = owners.emplace(item->text, &city);
        if (is_new) continue;
        Diagnostic diagnostic = diagnose(codes::wikidata_repeated, item->span(city.file), {item->text, at->second->id});
        diagnostic.related.push_back(at->second->facts.find("wikidata")->span(at->second->file));
        found.push_back(std::move(diagnostic));
    }
}

void check_city(const Entity& city, Diagnostics& found) {
    const Value& facts = city.facts;
    if (!facts.was_written("country") && !facts.was_written("country_note"))
        found.push_back(diagnose(codes::city_without_country, whole_file(city.file)));
    const Value* lat = facts.find("lat");
    const Value* lon = facts.find("lon");
    const Value* either = lat != nullptr ? lat : lon;
    if (either == nullptr) return;
    if ((lat == nullptr && !facts.was_written("lat")) || (lon == nullptr && !facts.was_written("lon")))
        found.push_back(diagnose(codes::half_coordinates, either->span(city.file), {lat == nullptr ? "lat" : "lon"}));
    if (!facts.was_written("coordinates_source")) found.push_back(diagnose(codes::coordinates_without_source, either->span(city.file)));
}

void collect_targets(const Value& value, std::vector<Target>& targets) {
    if (const Target* to = value.target(); to != nullptr && value.form == values::Form::reference) targets.push_back(*to);
    for (const Value& item : value.items) collect_targets(item, targets);
}

}  // namespace

void check_places(const Bank& bank, Diagnostics& found) {
    check_aliases(bank, found);
    check_wikidata(bank, found);
    for (const Entity& city : bank.entities(Kind::city)) {
        if (!city.broken) check_city(city, found);
    }
}

// Cities, themes and organisations that nothing names, not even a draft.
void check_unused(const Bank& bank, Diagnostics& found) {
    std::vector<Target> named;
    for (const fields::KindEntry& kind : fields::kinds()) {
        for (const Entity& entity : bank.entities(kind.kind)) collect_targets(entity.facts, named);
    }
    std::ranges::sort(named);
    for (const Kind kind : {Kind::city, Kind::theme, Kind::organisation}) {
        const auto entities = bank.entities(kind);
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            const Entity& entity = entities[i];
            const bool member = !entity.facts.items_of("memberships").empty();
            if (member || std::ranges::binary_search(named, Target{kind, i, 0})) continue;
            found.push_back(diagnose(codes::unused_entity, whole_file(entity.file), {entity.id, kind_word(kind)}));
        }
    }
}

}  // namespace praxis::bank
