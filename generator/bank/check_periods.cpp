// Periods run forward, and one thing does not hold twice at one time.
#include <algorithm>

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
    const auto end = [](const Date* until) { return until == nullptr ? std::optional(Day{9999, 12, 31}) : until->about ? std::optional<Day>() : fields::earliest(*until); };
    const auto a = start(from_a), b = start(from_b);
    const auto a_end = end(until_a), b_end = end(until_b);
    if (!a || !b || !a_end || !b_end) return false;
    return *a < *b_end && *b < *a_end;
}

// Every pair of `from`/`until` and `start`/`end`, at any depth.
void check_direction(const Entity& entity, const Value& value, Diagnostics& found) {
    for (const auto& [first, last] : {std::pair{"from", "until"}, std::pair{"start", "end"}, std::pair{"since", "until"}, std::pair{"from", "planned_until"}}) {
        const Date* from = value.date_of(first);
        const Date* until = value.date_of(last);
        if (is_backward(from, until)) found.push_back(diagnose(codes::backward_period, value.find(last)->span(entity.file), {fields::to_string(*fields::earliest(*from)), fields::to_string(*fields::latest(*until))}));
    }
    for (const Value& item : value.items) {
        if (item.form == values::Form::object || item.form == values::Form::list) check_direction(entity, item, found);
    }
}

void check_overlaps(const Entity& entity, Diagnostics& found) {
    const auto& memberships = entity.facts.items_of("memberships");
    const auto place = [](const Value& m) { return std::pair(m.text_of("network"), m.text_of("cluster")); };
    for (std::size_t i = 0; i < memberships.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const Value& a = memberships[k];
            const Value& b = memberships[i];
            const bool same = place(a) == place(b) && a.text_of("role") == b.text_of("role");
            if (!same || !surely_overlap(a.date_of("from"), a.date_of("until"), b.date_of("from"), b.date_of("until"))) continue;
            const Value* where = b.find("cluster") != nullptr ? b.find("cluster") : b.find("network");
            if (where == nullptr) continue;
            Diagnostic diagnostic = diagnose(codes::overlapping_periods, where->span(entity.file), {where->text});
            Span other = a.span(entity.file);
            other.sureness = Span::Sureness::line;
            diagnostic.related.push_back(other);
            found.push_back(std::move(diagnostic));
        }
    }
}

void check_terms(const Entity& cluster, Diagnostics& found) {
    const auto& terms = cluster.facts.items_of("terms");
    for (std::size_t i = 1; i < terms.size(); ++i) {
        const Value& a = terms[i - 1];
        const Value& b = terms[i];
        if (!surely_overlap(a.date_of("from"), a.date_of("until"), b.date_of("from"), b.date_of("until"))) continue;
        found.push_back(diagnose(codes::overlapping_periods, b.find("from")->span(cluster.file), {cluster.id}));
    }
}

}  // namespace

void check_periods(const Bank& bank, Diagnostics& found) {
    for (const fields::KindEntry& kind : fields::kinds()) {
        for (const Entity& entity : bank.entities(kind.kind)) {
            if (entity.broken) continue;
            check_direction(entity, entity.facts, found);
            check_overlaps(entity, found);
            if (entity.kind == Kind::cluster) check_terms(entity, found);
        }
    }
}

}  // namespace praxis::bank
