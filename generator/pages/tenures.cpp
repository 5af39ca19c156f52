// Networks and clusters through time: offices, members, sizes, terms, and the rules that a network has
// given itself.
#include <algorithm>
#include <set>

#include "bank/overlap.h"
#include "maps/projection.h"
#include "pages/composer.h"

namespace praxis::pages {
namespace {

constexpr double whole_bar = 1000;

// The order of offices in a table; the values of the field table are its own.
auto place_of_role(std::string_view role) -> int {
    static constexpr std::string_view order[] = {
        "presidency", "executive-secretariat", "treasury", "executive-committee", "coordinator", "delegation", "member"};
    return static_cast<int>(std::ranges::find(order, role) - std::begin(order));
}

auto is_known(const fields::Date* date) -> bool {
    return date != nullptr && date->kind != fields::Date::Kind::unknown;
}

// From the first day that is known to the release, or to the last that is known.
auto stretch_of(const std::vector<const bank::Membership*>& all, const fields::Day& released) -> Stretch {
    Stretch stretch{released.year + 1.0, released.year + 1.0};
    for (const bank::Membership* m : all) {
        for (const fields::Date* date : {m->from, m->until}) {
            if (!is_known(date)) continue;
            if (const auto day = fields::earliest(*date)) stretch.first = std::min(stretch.first, static_cast<double>(day->year));
            if (const auto day = fields::latest(*date)) stretch.last = std::max(stretch.last, day->year + 1.0);
        }
    }
    return stretch;
}

// Those known to have coordinated a cluster, or taken part in it otherwise, during a term of it.
auto in_term(const std::vector<bank::Membership>& all, const Target& cluster, const Value& term, bool coordinators) -> std::vector<Target> {
    std::vector<Target> found;
    for (const bank::Membership& m : all) {
        const bool dated = is_known(m.from) || is_known(m.until);
        const bool fits = m.where == cluster && dated && (m.role == "coordinator") == coordinators;
        if (fits && bank::overlap(term.date_of("from"), term.date_of("until"), m.from, m.until)) found.push_back(m.who);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace

// Every office, and every member of whom a date is known, with the period drawn beside it.
void Composer::tenures(const Target& where) {
    const auto all = site_.bank.memberships_in(where);
    std::vector<const bank::Membership*> shown;
    for (const bank::Membership& m : all) {
        if (m.where == where && (m.role != "member" || is_known(m.from) || is_known(m.until))) shown.push_back(&m);
    }
    if (shown.empty()) return;
    std::ranges::stable_sort(shown, {}, [&](const bank::Membership* m) {
        const fields::Date* date = is_known(m->from) ? m->from : m->until;
        return std::tuple(place_of_role(m->role), date == nullptr ? 0 : -fields::sort_number(*date), site_.rank(page_.language, m->who));
    });
    const Stretch stretch = stretch_of(shown, released());
    const auto year = [&](double value) { return language::format_digits(static_cast<int>(value), locale().numbers); };
    View owner = block("tenures", word("tenures"));
    View table = this->table(owner, word("tenures"));
    for (const std::string column : {"who", "role", "when"}) table_head(table, {here(word("tenure_" + column)), {}, {}});
    const bool drawn = std::ranges::any_of(shown, [](const bank::Membership* m) { return is_known(m->from) || is_known(m->until); });
    if (drawn) table_head(table, {here(word("number_range", {{"from", year(stretch.first)}, {"to", year(stretch.last - 1)}})), {}, {}});
    for (const bank::Membership* m : shown) {
        View row = table.item("rows");
        table_header(row, entry(m->who, m->who.kind == Kind::city ? country_of(m->who) : std::string()));
        table_cell(row, {here(term("role", m->role)), {}, words_of(m->value->find("note")).text});
        const fields::Date* planned = m->until == nullptr ? m->value->date_of("planned_until") : nullptr;
        const std::string when = period(m->from, m->until);
        table_cell(row, {here(when.empty() ? word("date_unknown") : when),
                         {},
                         planned == nullptr ? std::string() : word("planned_until", {{"date", date(*planned)}})});
        if (drawn) table_span(row, m->from, m->until, stretch);
    }
}

// What has been printed of a network's size, by date, and last what this bank knows by itself.
void Composer::sizes(const Entity& network) {
    const auto& printed = network.facts.items_of("sizes");
    std::set<Target> cities;
    std::set<std::string_view> countries;
    for (const bank::Membership& m : site_.bank.memberships_in(page_.address.target)) {
        if (m.where != page_.address.target || m.who.kind != Kind::city || !holds_on(m, released())) continue;
        cities.insert(m.who);
        const std::string_view country = site_.bank[m.who].facts.text_of("country");
        if (!country.empty()) countries.insert(country);
    }
    if (printed.empty()) return;
    View owner = block("sizes", word("sizes"));
    put(owner, "intro", here(word("sizes_note")));
    View table = this->table(owner, word("sizes"));
    table_head(table, {here(word("fact_date")), {}, {}});
    for (const std::string_view list : {"cities", "countries"}) {
        View head = table.item("head");
        put(head, "text", here(word("list_" + std::string(list))));
        head.flag("number", true);
    }
    table_head(table, {here(word("source")), {}, {}});
    const auto figure = [&](View& row, const double* value) {
        table_cell(row, {here(value == nullptr ? word("figure_unknown") : number(*value)), {}, {}}).flag("number", true);
    };
    for (const Value& size : printed) {
        View row = table.item("rows");
        const fields::Date* when = size.date_of("date");
        table_header(row, {here(when == nullptr ? word("date_unknown") : date(*when)), {}, {}});
        for (const std::string_view key : {"cities", "countries"}) figure(row, size.number_of(key));
        table_cell(row, source_entry(network.facts, size.text_of("source")));
    }
    View row = table.item("rows");
    table_header(row, {here(date(site_.settings.release_date)), {}, {}});
    for (const std::size_t count : {cities.size(), countries.size()}) {
        const auto own = static_cast<double>(count);
        figure(row, &own);
    }
    table_cell(row, {here(word("sizes_derived")), cities.empty() ? std::string() : "#members", {}});
}

// How the votes for a cluster divide among its concepts, as printed. A part that is no concept keeps its name.
void Composer::cluster_votes(const Value& cluster) {
    const Value* parts = cluster.find("vote_parts");
    if (parts == nullptr || parts->items.empty()) return;
    const Value* frames = cluster.find("frames");
    const auto named = [&](const std::string& id) -> Entry {
        for (const Value& frame : frames == nullptr ? std::vector<Value>() : frames->items) {
            for (const Value& item : frame.items) {
                if (item.text == id && item.target() != nullptr) return entry(*item.target());
            }
        }
        return {here(id), {}, {}};
    };
    double most = 1;
    for (const Value& part : parts->items) most = std::max(most, part.number());
    View owner = block("votes", word("fact_vote"));
    View table = this->table(owner, word("fact_vote"));
    table_head(table, {here(word("found_concept")), {}, {}});
    table_head(table, {here(word("chart_value")), {}, {}});
    for (const Value& part : parts->items) {
        View row = table.item("rows");
        table_header(row, named(part.text));
        View cell = table_cell(row, {here(counted("count_votes", static_cast<std::size_t>(part.number()))), {}, {}});
        View bar = cell.object("span");
        bar.text("x", "0").text("width", maps::tenths(whole_bar * part.number() / most));
    }
}

// The rules by which terms are counted, in words.
void Composer::cluster_rules(const Value& network) {
    const Value* rules = network.find("rules");
    if (rules == nullptr) return;
    std::vector<Entry> all;
    for (const std::string key : {"coordinators", "coordinates_max", "member_of_max", "term_years"}) {
        const double* value = rules->number_of(key);
        if (value == nullptr) continue;
        const std::string shown = number(*value);
        all.push_back({here(word("rule_" + key, {{"count", shown, *value}})), {}, {}});
    }
    if (all.empty()) return;
    View owner = block("rules", word("rules"));
    put(owner, "intro", here(word("rules_counted")));
    for (const Entry& one : all) put_link(owner.item("links"), one);
}

// Each term with those known to have coordinated or taken part in it. Whose time is not known is in no term.
void Composer::cluster_terms(const Target& cluster, const Value* rules) {
    const Value& facts = site_.bank[cluster].facts;
    const auto& terms = facts.items_of("terms");
    if (terms.empty()) return;
    const auto all = site_.bank.memberships_in(cluster);
    View owner = block("terms", word("terms"));
    View table = this->table(owner, word("terms"));
    for (const std::string column : {"period", "coordinators", "members", "partners", "announced"})
        table_head(table, {here(word("term_" + column)), {}, {}});
    table_head(table, {here(word("source")), {}, {}});
    const double* wanted = rules == nullptr ? nullptr : rules->number_of("coordinators");
    for (const Value& one : terms) {
        View row = table.item("rows");
        table_header(row, {here(period(one.date_of("from"), one.date_of("until"))), {}, {}});
        const auto coordinators = entries(by_title(in_term(all, cluster, one, true)));
        std::string standing;
        if (wanted != nullptr && static_cast<double>(coordinators.size()) != *wanted) {
            const std::string count = number(static_cast<double>(coordinators.size())), limit = number(*wanted);
            standing =
                word("term_coordinators_known", {{"count", count, static_cast<double>(coordinators.size())}, {"wanted", limit, *wanted}});
        }
        const auto or_unknown = [&](std::vector<Entry> known) {
            return known.empty() ? std::vector{Entry{here(word("not_known")), {}, {}}} : known;
        };
        if (coordinators.empty() && !standing.empty())
            table_cell(row, {here(standing), {}, {}});
        else
            table_links(row, or_unknown(coordinators)).text("note", standing);
        table_links(row, or_unknown(entries(by_title(in_term(all, cluster, one, false)))));
        std::vector<Entry> partners;
        for (const Value& partner : one.items_of("technical_partners")) partners.push_back({{partner.text, {}, true}, {}, {}});
        table_links(row, or_unknown(partners));
        const auto announced = target_in(one, "announced_at");
        table_links(row, or_unknown(announced ? entries({*announced}) : std::vector<Entry>()));
        table_cell(row, source_entry(facts, one.text_of("source")));
    }
}

}  // namespace praxis::pages
