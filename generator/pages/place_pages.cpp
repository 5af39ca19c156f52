// Themes, cities, countries and organisations.
#include <algorithm>

#include "pages/composer.h"

namespace praxis::pages {

// What a YAML kind says of itself, under the heading.
void Composer::description(const Entity& entity) {
    const Value* words = entity.facts.find("description");
    if (words != nullptr) put(root_, "intro", words_of(words));
    source_list(entity.facts, {});
}

void Composer::theme() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Phrase definition = words_of(entity.facts.find("definition"));
    shell(title(target), term("kind", "theme"), definition.text);
    description(entity);
    if (!definition.text.empty() && entity.facts.find("description") == nullptr) put(root_, "intro", definition);
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::themes)}, word("list_themes"));
    if (const auto broader = target_in(entity.facts, "broader")) fact(root_, "broader", {entry(*broader)});
    fact(root_, "narrower", entries(by_title(listed(site_.bank.sources_of(target, Kind::theme, "broader")))));
    std::vector<Target> related = targets_in(entity.facts, "related");
    for (const Target& other : site_.bank.sources_of(target, Kind::theme, "related")) {
        if (std::ranges::find(related, other) == related.end()) related.push_back(other);
    }
    fact(root_, "related", entries(by_title(listed(related))));
    frames_facts(entity.facts);
    practices(word("list_practices"));
    if (page_.number > 1) return;
    card_block("bulletins", word("list_bulletins"), by_date(listed(site_.bank.sources_of(target, Kind::bulletin, "themes")), "date"));
    card_block("declarations", word("list_declarations"), by_title(listed(site_.bank.sources_of(target, Kind::declaration, "themes"))));
}

// Memberships with their periods; those that ended stand apart, where nothing else tells of them.
void Composer::memberships(const Target& who, bool ended) {
    std::vector<Entry> now, before;
    for (const bank::Membership& m : site_.bank.memberships_of(who)) {
        if (m.who != who) continue;
        const auto end = m.until == nullptr ? std::nullopt : fields::latest(*m.until);
        Entry shown = entry(m.where, joined({m.role == "member" ? std::string() : term("role", m.role), period(m.from, m.until),
                                             words_of(m.value->find("note")).text}));
        (end && *end < released() ? before : now).push_back(std::move(shown));
    }
    fact(root_, "memberships", now);
    if (ended) fact(root_, "memberships_before", before);
}

void Composer::city() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value& facts = entity.facts;
    shell(title(target), term("city_kind", facts.text_of("kind")), words_of(facts.find("description")).text);
    description(entity);
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::cities)}, word("list_cities"));
    if (const auto country = country_entry(facts.text_of("country")))
        fact(root_, "country", {*country});
    else
        fact(root_, "country", {Entry{words_of(facts.find("country_note")), {}, {}}});
    fact(root_, "subdivision", {Entry{{std::string(facts.text_of("subdivision")), {}, true}, {}, {}}});
    if (const auto whole = target_in(facts, "part_of")) fact(root_, "part_of", {entry(*whole)});
    for (const std::string_view key : {"official_names", "former_names"}) {
        std::vector<Entry> names;
        for (const Value& name : facts.items_of(key))
            names.push_back({{std::string(name.text_of("text")), std::string(name.text_of("lang")), true},
                             {},
                             period(name.date_of("from"), name.date_of("until"))});
        fact(root_, key, names);
    }
    std::vector<Entry> aliases;
    for (const Value& alias : facts.items_of("aliases")) aliases.push_back({{alias.text, {}, true}, {}, {}});
    fact(root_, "aliases", aliases);
    if (const Value* population = facts.find("population")) {
        if (const double* people = population->number_of("value"))
            fact(root_, "population", {Entry{here(number(*people)), {}, std::string(population->text_of("year"))}});
    }
    memberships(target, false);
    if (!facts.text_of("website").empty())
        fact(root_, "website", {Entry{{std::string(facts.text_of("website")), {}, true}, std::string(facts.text_of("website")), {}}});
    if (!facts.text_of("wikidata").empty())
        fact(root_, "wikidata",
             {Entry{{std::string(facts.text_of("wikidata")), {}, true},
                    "https://www.wikidata.org/wiki/" + std::string(facts.text_of("wikidata")),
                    {}}});
    practices(word("list_practices"));
    if (page_.number > 1) return;
    city_history(target);
    mentoring(entity);
    link_block("parts", word("city_parts"), entries(by_title(listed(site_.bank.sources_of(target, Kind::city, "part_of")))));
    contents();
}

void Composer::country() {
    const std::string& code = site_.routes.countries()[page_.address.number];
    shell(here(language().countries[page_.address.number]), word("country"), {});
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::countries)}, word("list_countries"));
    practices(word("list_practices"));
    if (page_.number > 1) return;
    std::vector<Target> cities;
    const auto all = site_.bank.entities(Kind::city);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (all[i].is_present() && all[i].facts.text_of("country") == code) cities.push_back({Kind::city, i, 0});
    }
    link_block("cities", word("list_cities"), entries(by_title(cities)));
    notice("names", word("notice_names"));
}

void Composer::organisation() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value& facts = entity.facts;
    shell(title(target), term("organisation_kind", facts.text_of("kind")), words_of(facts.find("description")).text);
    description(entity);
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::organisations)}, word("list_organisations"));
    fact(root_, "acronym", {Entry{words_of(facts.find("acronyms")), {}, {}}});
    if (const auto city = target_in(facts, "city")) fact(root_, "city", {entry(*city)});
    if (const auto country = country_entry(facts.text_of("country"))) fact(root_, "country", {*country});
    if (!facts.text_of("url").empty())
        fact(root_, "website", {Entry{{std::string(facts.text_of("url")), {}, true}, std::string(facts.text_of("url")), {}}});
    memberships(target, true);
    practices(word("list_practices"));
    if (page_.number > 1) return;
    card_block("bulletins", word("list_bulletins"), by_date(listed(site_.bank.sources_of(target, Kind::bulletin, "organisation")), "date"));
    card_block("awards", word("list_awards"), by_title(listed(site_.bank.sources_of(target, Kind::award, "organiser"))));
}

}  // namespace praxis::pages
