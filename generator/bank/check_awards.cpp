// Award editions: results against what was expected, each practice and city once, the right kind of
// winner, editions in their order, ceremonies within their events.
#include <algorithm>
#include <map>
#include <set>

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
        Span span = at.span(award_.file);
        if (at.form == values::Form::object) span.sureness = Span::Sureness::line;
        found_.push_back(diagnose(code, span, std::move(arguments)));
    }

    // A gap that is told is no surprise: `gaps` takes the place of the warning.
    void check_counts(const Value& edition) {
        const Value* expected = edition.find("expected");
        if (expected == nullptr || edition.was_written("gaps")) return;
        for (const Value& entry : expected->items) {
            const auto count = std::ranges::count_if(edition.items_of("results"), [&](const Value& r) { return r.text_of("distinction") == entry.text; });
            if (static_cast<double>(count) == entry.number()) continue;
            report(codes::wrong_result_count, entry, {entry.text, std::to_string(static_cast<int>(entry.number())), std::to_string(count), std::string(edition.text_of("id"))});
        }
    }

    void check_results(const Value& edition) {
        const std::string id(edition.text_of("id"));
        const bool of_practices = award_.facts.text_of("target") == "practice";
        std::set<Target> practices, cities;
        for (const Value& result : edition.items_of("results")) {
            const Value* practice = result.find("practice");
            const Value* city = result.find("city");
            if (!practice && !city && !result.was_written("practice") && !result.was_written("city")) report(codes::wrong_result_target, result, {"@award_target." + std::string(award_.facts.text_of("target"))});
            if (practice != nullptr && !of_practices) report(codes::wrong_result_target, *practice, {"@award_target.city"});
            if (of_practices && practice == nullptr && city != nullptr && !result.was_written("title")) report(codes::wrong_result_target, result, {"@award_target.practice"});
            if (practice != nullptr && practice->target() != nullptr) {
                if (!practices.insert(*practice->target()).second) report(codes::practice_twice, *practice, {practice->text, id});
                if (city != nullptr) check_city(*city, *practice);
            } else if (!of_practices && city != nullptr && city->target() != nullptr && !cities.insert(*city->target()).second) {
                report(codes::city_twice, *city, {city->text, id});
            }
        }
    }

    void check_city(const Value& city, const Value& practice) {
        const auto& own = bank_[*practice.target()].facts.items_of("cities");
        const bool same = std::ranges::any_of(own, [&](const Value& one) { return one.text == city.text; });
        if (!same) report(codes::city_not_of_practice, city, {city.text, practice.text});
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
        if (outside) report(codes::ceremony_outside_event, *ceremony->find("date"), {ceremony->text_of("date").empty() ? fields::to_string(*first) : std::string(ceremony->text_of("date")), other.id});
    }

    void check_order(const Value& before, const Value& edition) {
        const double* a = before.number_of("ordinal");
        const double* b = edition.number_of("ordinal");
        const bool ordinals = a != nullptr && b != nullptr && *b <= *a;
        const bool years = edition.text_of("year") <= before.text_of("year") && !edition.text_of("year").empty();
        if (ordinals || years) report(codes::edition_out_of_order, edition, {std::string(edition.text_of("id")), std::string(before.text_of("id"))});
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
