// A city through time: all that is dated about it on one line, and what has no date beside it.
#include <algorithm>

#include "pages/composer.h"

namespace praxis::pages {
namespace {

auto known(const fields::Date* date) -> bool {
    return date != nullptr && date->kind != fields::Date::Kind::unknown;
}

}  // namespace

// A thing that lasts stands where it begins, or where it ended if no more is known.
auto Composer::span_of(const fields::Date* from, const fields::Date* until, Moment moment) const -> Moment {
    if (known(from)) moment.date = *from;
    if (!known(from) && known(until)) moment.date = *until;
    if (known(until) || (known(from) && from->kind != fields::Date::Kind::single)) moment.when = period(from, until);
    return moment;
}

void Composer::add_memberships(const Target& city, std::vector<Moment>& into) const {
    for (const bank::Membership& m : site_.bank.memberships_of(city)) {
        if (m.who != city) continue;
        const fields::Date* planned = m.until == nullptr ? m.value->date_of("planned_until") : nullptr;
        const std::string note = joined({term("role", m.role), words_of(m.value->find("note")).text,
                                         planned == nullptr ? std::string() : word("planned_until", {{"date", date(*planned)}})});
        Moment one = span_of(m.from, m.until, {{}, "membership", title(m.where), href(m.where), note});
        if (one.when.empty()) one.when = period(m.from, m.until);
        into.push_back(std::move(one));
    }
}

// Awards to the city and to its practices, each edition at its ceremony or in its year.
void Composer::add_results(const Target& city, std::vector<Moment>& into) const {
    const auto add = [&](const bank::Result& result, const std::string& what) {
        const Value& edition = site_.bank.part(result.edition);
        const Value* ceremony = edition.find("ceremony");
        const fields::Date* held = ceremony == nullptr ? nullptr : ceremony->date_of("date");
        const auto year = fields::parse_date(edition.text_of("year"));
        const fields::Date when = held != nullptr ? *held : year.value_or(fields::Date{});
        into.push_back({when, "edition", title(result.edition), href(result.edition), joined({distinction(result), what})});
    };
    const auto own = site_.bank.results_of(city);
    for (const bank::Result& result : own)
        add(result, result.practice ? title(*result.practice).text : words_of(result.value->find("title")).text);
    for (const Target& practice : site_.members({PageKind::city, city})) {
        for (const bank::Result& result : site_.bank.results_of(practice)) {
            const bool told = std::ranges::any_of(own, [&](const bank::Result& r) { return r.value == result.value; });
            if (!told) add(result, title(practice).text);
        }
    }
}

// Congresses and other meetings held in the city, and ceremonies of awards.
void Composer::add_meetings(const Target& city, std::vector<Moment>& into) const {
    for (const Target& event : listed(site_.bank.sources_of(city, Kind::event, "city"))) {
        const Value& facts = site_.bank[event].facts;
        const std::string note = word("moment_held", {{"kind", term("event_kind", facts.text_of("kind"))}});
        into.push_back(span_of(facts.date_of("start"), facts.date_of("end"), {{}, "event", title(event), href(event), note}));
    }
    std::vector<Target> awards;
    for (const bank::Link& link : site_.bank.links_to(city)) {
        if (link.from.kind == Kind::award && (awards.empty() || awards.back() != link.from)) awards.push_back(link.from);
    }
    for (const Target& award : awards) {
        const auto& editions = site_.bank[award].facts.items_of("editions");
        for (std::uint32_t n = 1; n <= editions.size(); ++n) {
            const Value* ceremony = editions[n - 1].find("ceremony");
            if (ceremony == nullptr || target_in(*ceremony, "city") != city) continue;
            const Target edition{Kind::award, award.index, n};
            Moment one{{}, "edition", title(edition), href(edition), word("moment_ceremony")};
            const auto year = fields::parse_date(editions[n - 1].text_of("year"));
            const fields::Date* held = ceremony->date_of("date");
            one.date = held != nullptr ? *held : year.value_or(fields::Date{});
            into.push_back(std::move(one));
        }
    }
}

// Declarations say where they were adopted, or were where their meeting was.
void Composer::add_declarations(const Target& city, std::vector<Moment>& into) const {
    std::vector<Target> found = site_.bank.sources_of(city, Kind::declaration, "city");
    for (const Target& event : site_.bank.sources_of(city, Kind::event, "city")) {
        for (const Target& declaration : site_.bank.sources_of(event, Kind::declaration, "event")) {
            if (!target_in(site_.bank[declaration].facts, "city")) found.push_back(declaration);
        }
    }
    for (const Target& declaration : listed(std::move(found))) {
        const Value& facts = site_.bank[declaration].facts;
        const fields::Date* when = facts.date_of("date");
        if (const auto event = target_in(facts, "event"); when == nullptr && event) {
            const Value& held = site_.bank[*event].facts;
            when = held.date_of("end") != nullptr ? held.date_of("end") : held.date_of("start");
        }
        into.push_back({when == nullptr ? fields::Date{} : *when, "declaration", title(declaration), href(declaration),
                        word("moment_adopted", {{"kind", kind_label(declaration)}})});
    }
}

// What the city offers and seeks, from when that is known; and whom it has mentored within a network.
void Composer::add_mentoring(const Target& city, std::vector<Moment>& into) const {
    const Value* own = site_.bank[city].facts.find("mentoring");
    for (const std::string key : {"offers", "seeks"}) {
        for (const Value& item : own == nullptr ? std::vector<Value>() : own->items_of(key)) {
            if (!known(item.date_of("since")) && !known(item.date_of("until"))) continue;
            auto about = target_in(item, "practice");
            if (!about) about = target_in(item, "theme");
            if (!about) continue;
            const std::string note = joined({word("mentoring_" + key), words_of(item.find("note")).text});
            into.push_back(span_of(item.date_of("since"), item.date_of("until"), {{}, "mentoring", title(*about), href(*about), note}));
        }
    }
    std::vector<Target> networks;
    for (const bank::Link& link : site_.bank.links_to(city)) {
        if (link.from.kind == Kind::network && (networks.empty() || networks.back() != link.from)) networks.push_back(link.from);
    }
    for (const Target& network : networks) {
        for (const Value& one : site_.bank[network].facts.items_of("mentorships")) {
            const auto mentor = target_in(one, "mentor"), mentee = target_in(one, "mentee");
            if (!mentor || !mentee || (*mentor != city && *mentee != city)) continue;
            const Target& other = *mentor == city ? *mentee : *mentor;
            std::vector<std::string> notes{word(*mentor == city ? "moment_mentor" : "moment_mentee")};
            for (const Target& theme : targets_in(one, "themes")) notes.push_back(title(theme).text);
            notes.push_back(title(network).text);
            into.push_back(span_of(one.date_of("from"), one.date_of("until"), {{}, "mentoring", title(other), href(other), joined(notes)}));
        }
    }
}

void Composer::city_history(const Target& city) {
    std::vector<Moment> all;
    add_memberships(city, all);
    add_results(city, all);
    add_meetings(city, all);
    add_declarations(city, all);
    add_mentoring(city, all);
    for (const Target& bulletin : listed(site_.bank.sources_of(city, Kind::bulletin, "cities"))) {
        const Value& facts = site_.bank[bulletin].facts;
        const std::string form(facts.text_of("form"));
        const fields::Date* when = facts.date_of("date");
        all.push_back({when == nullptr ? fields::Date{} : *when, "bulletin", title(bulletin), href(bulletin),
                       form.empty() ? kind_label(bulletin) : term("form", form)});
    }
    std::vector<Moment> dated, undated;
    for (Moment& moment : all) (known(&moment.date) ? dated : undated).push_back(std::move(moment));
    // Practices stand above with all that is known of them; those without a date need no second mention.
    for (const Target& practice : site_.members({PageKind::city, city})) {
        const Value& facts = site_.bank[practice].facts;
        if (!known(facts.date_of("start"))) continue;
        Moment begun{{}, "practice", title(practice), href(practice), word("moment_practice")};
        dated.push_back(span_of(facts.date_of("start"), facts.date_of("end"), std::move(begun)));
    }
    if (!dated.empty()) {
        View shown = block("history", word("city_history"));
        timeline(shown, dated);
    }
    std::vector<Entry> rest;
    for (const Moment& moment : undated) rest.push_back({moment.label, moment.url, moment.note});
    std::ranges::stable_sort(rest, {}, [&](const Entry& entry) { return locale().order->key(entry.label.text); });
    link_block("undated", word("city_undated"), rest);
}

}  // namespace praxis::pages
