#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "pages/composer.h"

namespace praxis::pages {

// An organisation or partner: a link to its page, or its name as written.
auto Composer::party(const Value& party) const -> Entry {
    if (const auto known = target_in(party, "id")) return entry(*known, {});
    std::vector<std::string> notes{term("organisation_kind", party.text_of("kind"))};
    if (const auto city = target_in(party, "city")) notes.push_back(title(*city).text);
    if (party.text_of("kind").empty()) notes.erase(notes.begin());
    return {
        {std::string(party.text_of("name")), std::string(party.text_of("lang")), true}, std::string(party.text_of("url")), joined(notes)};
}

void Composer::frames_facts(const Value& facts) {
    const Value* frames = facts.find("frames");
    for (std::size_t i = 0; frames != nullptr && i < frames->items.size(); ++i) {
        const auto frame = site_.bank.find(Kind::vocabulary, frames->items[i].text);
        if (!frame) continue;
        View fact = root_.item("facts");
        fact.text("id", "frame").text("label", title(*frame).text);
        for (const Value& one : frames->items[i].items) {
            const bool part = one.text != site_.bank.part(*one.target()).text_of("id");
            put_link(fact.item("values"), entry(*one.target(), part ? one.text : std::string()));
        }
    }
}

void Composer::practice_facts(const Entity& entity) {
    const Value& facts = entity.facts;
    fact(root_, "cities", entries(targets_in(facts, "cities")));
    std::vector<Entry> countries;
    for (const Target& city : targets_in(facts, "cities")) {
        const auto country = country_entry(site_.bank[city].facts.text_of("country"));
        if (country && std::ranges::none_of(countries, [&](const Entry& e) { return e.url == country->url; }))
            countries.push_back(*country);
    }
    fact(root_, "country", countries);
    fact(root_, "themes", entries(targets_in(facts, "themes")));
    const fields::Date* start = facts.date_of("start");
    const auto begun = start == nullptr ? std::nullopt : fields::earliest(*start);
    const std::string year_page = begun && std::ranges::binary_search(site_.routes.years(), begun->year)
                                      ? href(Address{PageKind::year, {}, static_cast<std::uint32_t>(begun->year)})
                                      : std::string();
    if (start != nullptr) fact(root_, "start", {Entry{here(date(*start)), year_page, {}}});
    if (const fields::Date* end = facts.date_of("end")) fact(root_, "end", date(*end));
    for (const std::string_view key : {"status", "level"}) {
        fact_of_choice(key, facts.text_of(key));
    }
    if (const Value* organisation = facts.find("organisation")) {
        Entry shown = party(*organisation);
        const Value* own = entity.fields(*shown_text(entity)).find("organisation");
        const Value* support = own == nullptr ? nullptr : own->find("support");
        if (support == nullptr) support = organisation->find("support");
        shown.note = joined({shown.note, words_of(support, entity.original).text});
        fact(root_, "organisation", {shown});
    }
    std::vector<Entry> groups;
    for (const Target& group : targets_in(facts, "target_groups"))
        groups.push_back({words_of(site_.bank.part(group).find("names")), {}, {}});
    fact(root_, "target_groups", groups);
    fact(root_, "networks", entries(targets_in(facts, "networks")));
    frames_facts(facts);
    const Value* transfer = facts.find("transfer");
    if (transfer == nullptr) return;
    for (const std::string_view key : {"cost_level", "time_to_start"}) {
        fact_of_choice(key, transfer->text_of(key));
    }
    const bank::Text* text = shown_text(entity);
    const Value* own = text == nullptr ? nullptr : entity.fields(*text).find("transfer");
    const Value* needs = own == nullptr ? nullptr : own->find("needs");
    fact(root_, "needs",
         {Entry{needs != nullptr ? Phrase{needs->items.front().text, text->language, true}
                                 : words_of(transfer->find("needs"), entity.original),
                {},
                {}}});
}

void Composer::practice_lists(const Entity& entity, const Target& target) {
    const Value& facts = entity.facts;
    for (const Value& key_date : facts.items_of("key_dates")) {
        const fields::Date* when = key_date.date_of("date");
        moment(root_.item("key_dates"),
               {when == nullptr ? fields::Date{} : *when, "key", entry_words(entity, "key_dates", key_date, "label"), {}, {}});
    }
    if (!facts.items_of("partners").empty()) root_.text("partners_heading", word("partners"));
    for (const Value& partner : facts.items_of("partners")) {
        const Entry shown = party(partner);
        View item = root_.item("partners");
        put(item, "text", shown.label);
        item.text("note", shown.note).url("url", shown.url);
        put(item, "support", entry_words(entity, "partners", partner, "support"));
    }
    if (const Value* contact = facts.find("contact")) {
        root_.text("contact_heading", word("contact"));
        fact_in(root_, "contact", "office",
                {Entry{{std::string(contact->text_of("office")), {}, true}, std::string(contact->text_of("url")), {}}});
        const std::string email(contact->text_of("email"));
        if (!email.empty()) fact_in(root_, "contact", "email", {Entry{{email, {}, true}, "mailto:" + email, {}}});
    }
    std::vector<Target> related = targets_in(facts, "related");
    for (const Target& other : site_.bank.sources_of(target, Kind::practice, "related")) {
        if (std::ranges::find(related, other) == related.end()) related.push_back(other);
    }
    card_block("related", word("related"), by_title(listed(related)));
    card_block("bulletins", word("told_in_bulletins"), by_date(listed(site_.bank.sources_of(target, Kind::bulletin, "practices")), "date"));
}

// How a look may draw what has no picture: alike within a theme, and not the same twice.
auto Composer::pattern_of(const Entity& entity) const -> std::string {
    const auto& themes = entity.facts.items_of("themes");
    if (themes.empty()) return {};
    const auto of_theme = hash_of(themes.front().text) % 8, of_record = hash_of(entity.id) % 4;
    return fmt::format("{}{}", of_theme + 1, static_cast<char>('a' + of_record));
}

void Composer::practice() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    record(target);
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::practices)}, word("list_practices"));
    root_.text("practice", entity.id).text("pattern", pattern_of(entity));
    practice_facts(entity);
    marks(root_, target);
    indicators(entity);
    budget(entity);
    completeness(entity);
    lineage(target);
    practice_lists(entity, target);
    neighbours(target);
    turn(target);
    citation(target);
    contents();
}

}  // namespace praxis::pages
