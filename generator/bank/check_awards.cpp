// Award editions: results against what was expected, each practice and city once, the right kind of
// winner, editions in their order, ceremonies within their events.
#include <algorithm>
#include <map>

#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

class AwardCheck {
public:
    AwardCheck(const Bank& bank, const Entity& award, Diagnostics& found) : bank_(bank), award_(award), found_(found) {}

    void run() {
        const Value* before = nullptr;
        for (const Value& edition : award_.facts.items_of("editions")) {
            check_counts(edition);
            check_results(edition);
            check_ceremony(edition);
            if (before != nullptr) check_order(*before, edition);
            before = &edition;
        }
    }

private:
    void report(const Code& code, const Value& at, std::vector<std::string> arguments) {
        found_.push_back(diagnose(code, place_of(at), std::move(arguments)));
    }

    auto place_of(const Value& at) const -> Span {
        Span span = at.span(award_.file);
        if (at.form == values::Form::object) span.sureness = Span::Sureness::line;
        return span;
    }

    void report(const Code& code, const Value& at, const Value& other, std::vector<std::string> arguments) {
        report(code, at, std::move(arguments));
        found_.back().related.push_back(place_of(other));
    }

    // A gap that is told is no surprise: `gaps` takes the place of the warning.
    void check_counts(const Value& edition) {
        const Value* expected = edition.find("expected");
        if (expected == nullptr || edition.was_written("gaps")) return;
        const auto& results = edition.items_of("results");
        const bool readable = std::ranges::all_of(results, [](const Value& r) { return r.find("distinction") != nullptr; });
        if (!readable || (results.empty() && edition.was_written("results") && edition.find("results") == nullptr)) return;
        std::map<std::string_view, std::size_t> counts;
        for (const Value& result : results) ++counts[result.text_of("distinction")];
        for (const Value& entry : expected->items) {
            const std::size_t count = counts[entry.text];
            if (entry.form == values::Form::broken || static_cast<double>(count) == entry.number()) continue;
            report(codes::wrong_result_count, entry,
                   {entry.text, whole(entry.number()), std::to_string(count), std::string(edition.text_of("id"))});
        }
    }

    void check_results(const Value& edition) {
        const std::string_view target = award_.facts.text_of("target");
        if (target.empty()) return;
        const std::string id(edition.text_of("id"));
        const bool of_practices = target == "practice";
        std::map<Target, const Value*> practices, cities;
        for (const Value& result : edition.items_of("results")) {
            const Value* practice = result.find("practice");
            const Value* city = result.find("city");
            check_target(result, of_practices);
            if (practice != nullptr && practice->target() != nullptr) {
                const auto [first, is_new] = practices.emplace(*practice->target(), practice);
                if (!is_new) report(codes::practice_twice, *practice, *first->second, {practice->text, id});
                if (city != nullptr) check_city(*city, *practice);
            } else if (!of_practices && city != nullptr && city->target() != nullptr) {
                const auto [first, is_new] = cities.emplace(*city->target(), city);
                if (!is_new) report(codes::city_twice, *city, *first->second, {city->text, id});
            }
        }
    }

    // A practice; or a city, with a title where the award goes to practices.
    void check_target(const Value& result, bool of_practices) {
        const bool practice = result.was_written("practice"), city = result.was_written("city");
        if (of_practices ? practice || (city && result.was_written("title")) : city && !practice) return;
        const Value* wrong = of_practices ? result.find("city") : result.find("practice");
        report(codes::wrong_result_target, wrong == nullptr ? result : *wrong,
               {of_practices ? "@award_target.practice" : "@award_target.city"});
    }

    void check_city(const Value& city, const Value& practice) {
        const auto& own = bank_[*practice.target()].facts.items_of("cities");
        const bool same = std::ranges::any_of(own, [&](const Value& one) { return one.text == city.text; });
        if (!same && !own.empty()) report(codes::city_not_of_practice, city, {city.text, practice.text});
    }

    void check_ceremony(const Value& edition) {
        const Value* ceremony = edition.find("ceremony");
        const Value* event = edition.find("event");
        const fields::Date* date = ceremony == nullptr ? nullptr : ceremony->date_of("date");
        if (date == nullptr || event == nullptr || event->target() == nullptr) return;
        const Entity& other = bank_[*event->target()];
        const fields::Date* start = other.facts.date_of("start");
        const fields::Date* end = other.facts.date_of("end");
        if (start == nullptr) return;
        const auto opens = fields::earliest(*start), closes = fields::latest(end == nullptr ? *start : *end);
        const auto first = fields::earliest(*date), last = fields::latest(*date);
        const bool outside = (opens && last && *last < *opens) || (closes && first && *closes < *first);
        if (outside) report(codes::ceremony_outside_event, *ceremony->find("date"), {std::string(ceremony->text_of("date")), other.id});
    }

    void check_order(const Value& before, const Value& edition) {
        for (const std::string_view key : {"ordinal", "year"}) {
            const Value* a = before.find(key);
            const Value* b = edition.find(key);
            if (a == nullptr || b == nullptr) continue;
            const bool rises = key == "year" ? b->text > a->text : b->number() > a->number();
            if (rises) continue;
            report(codes::edition_out_of_order, *b, *a, {std::string(edition.text_of("id")), std::string(before.text_of("id"))});
            return;
        }
    }

    const Bank& bank_;
    const Entity& award_;
    Diagnostics& found_;
};

}  // namespace

void check_awards(const Bank& bank, Diagnostics& found) {
    for (const Entity& award : bank.entities(Kind::award)) {
        if (!award.broken) AwardCheck(bank, award, found).run();
    }
}

}  // namespace praxis::bank
