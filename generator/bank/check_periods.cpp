// Periods run forward, and one thing does not hold twice at one time.
#include <algorithm>
#include <map>

#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

using fields::Date;
using fields::Day;

// Whether `until` ends surely before `from` begins.
auto is_backward(const Date* from, const Date* until) -> bool {
    if (from == nullptr || until == nullptr) return false;
    const auto first = from->kind == Date::Kind::by ? std::nullopt : fields::earliest(*from);
    const auto last = fields::latest(*until);
    return first && last && *last < *first;
}

// Whether two periods surely share a day: unknown bounds are given the benefit of the doubt, and a
// shared end and beginning is a hand-over.
auto surely_overlap(const Date* from_a, const Date* until_a, const Date* from_b, const Date* until_b) -> bool {
    const auto start = [](const Date* from) { return from == nullptr || from->about ? std::optional<Day>() : fields::latest(*from); };
    const auto end = [](const Date* until) {
        return until == nullptr ? std::optional(Day{9999, 12, 31}) : until->about ? std::optional<Day>() : fields::earliest(*until);
    };
    const auto a = start(from_a), b = start(from_b);
    const auto a_end = end(until_a), b_end = end(until_b);
    if (!a || !b || !a_end || !b_end) return false;
    return *a < *b_end && *b < *a_end;
}

// Every pair of `from`/`until` and `start`/`end`, at any depth.
void check_direction(const Entity& entity, const Value& value, Diagnostics& found) {
    for (const auto& [first, last] :
         {std::pair{"from", "until"}, std::pair{"start", "end"}, std::pair{"since", "until"}, std::pair{"from", "planned_until"}}) {
        const Date* from = value.date_of(first);
        const Date* until = value.date_of(last);
        if (is_backward(from, until))
            found.push_back(
                diagnose(codes::backward_period, value.find(last)->span(entity.file), {value.find(first)->text, value.find(last)->text}));
    }
    for (const Value& item : value.items) {
        if (item.form == values::Form::object || item.form == values::Form::list) check_direction(entity, item, found);
    }
}

struct Period {
    const Value* value;  // the object that holds `from` and `until`
    const Value* place;  // where an overlap is told
};

// One thing's periods in the order of their beginning: each is held against the one before that ends
// last, so that the check is linear and tells each period once.
void check_row(FileId file, std::string_view what, std::vector<Period>& row, Diagnostics& found) {
    const auto begin = [](const Period& p) {
        return fields::sort_number(p.value->date_of("from") == nullptr ? Date{} : *p.value->date_of("from"));
    };
    const auto end = [](const Period& p) {
        const Date* until = p.value->date_of("until");
        return until == nullptr ? Day{9999, 12, 31} : fields::earliest(*until).value_or(Day{});
    };
    std::ranges::stable_sort(row, {}, begin);
    for (std::size_t i = 1, longest = 0; i < row.size(); ++i) {
        const Value& a = *row[longest].value;
        const Value& b = *row[i].value;
        if (surely_overlap(a.date_of("from"), a.date_of("until"), b.date_of("from"), b.date_of("until"))) {
            Diagnostic diagnostic = diagnose(codes::overlapping_periods, row[i].place->span(file), {std::string(what)});
            diagnostic.related.push_back(row[longest].place->span(file));
            found.push_back(std::move(diagnostic));
        }
        if (end(row[longest]) < end(row[i])) longest = i;
    }
}

void check_memberships(const Entity& entity, Diagnostics& found) {
    std::map<std::tuple<Target, std::string_view>, std::vector<Period>> rows;
    for (const Value& m : entity.facts.items_of("memberships")) {
        const Value* where = m.find("cluster") != nullptr ? m.find("cluster") : m.find("network");
        if (where == nullptr || where->target() == nullptr) continue;
        const std::string_view role = m.text_of("role");
        rows[{*where->target(), role.empty() ? std::string_view("member") : role}].push_back({&m, where});
    }
    for (auto& [key, row] : rows) check_row(entity.file, row.front().place->text, row, found);
}

void check_terms(const Entity& cluster, Diagnostics& found) {
    std::vector<Period> row;
    for (const Value& term : cluster.facts.items_of("terms")) {
        if (const Value* from = term.find("from")) row.push_back({&term, from});
    }
    check_row(cluster.file, cluster.id, row, found);
}

}  // namespace

void check_periods(const Bank& bank, Diagnostics& found) {
    for (const fields::KindEntry& kind : fields::kinds()) {
        for (const Entity& entity : bank.entities(kind.kind)) {
            if (entity.broken) continue;
            check_direction(entity, entity.facts, found);
            check_memberships(entity, found);
            if (entity.kind == Kind::cluster) check_terms(entity, found);
        }
    }
}

}  // namespace praxis::bank
