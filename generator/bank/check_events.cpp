// Events of one series: ordinals are unique and rise with the dates.
#include <algorithm>
#include <map>

#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

struct Turn {
    const Entity* event;
    const Value* ordinal;
    std::int32_t date;
};

void check_series(const std::string& series, std::vector<Turn>& turns, Diagnostics& found) {
    std::ranges::stable_sort(turns, {}, [](const Turn& t) { return std::pair(t.ordinal->number(), t.date); });
    for (std::size_t i = 1; i < turns.size(); ++i) {
        const Turn& a = turns[i - 1];
        const Turn& b = turns[i];
        const auto report = [&](const Code& code) {
            Diagnostic diagnostic = diagnose(code, b.ordinal->span(b.event->file), {whole(b.ordinal->number()), series, a.event->id});
            diagnostic.related.push_back(a.ordinal->span(a.event->file));
            found.push_back(std::move(diagnostic));
        };
        if (a.ordinal->number() == b.ordinal->number())
            report(codes::event_ordinal_repeated);
        else if (a.date != 0 && b.date != 0 && b.date < a.date)
            report(codes::event_ordinal_out_of_order);
    }
}

}  // namespace

void check_events(const Bank& bank, Diagnostics& found) {
    std::map<std::string, std::vector<Turn>> series;
    for (const Entity& event : bank.entities(Kind::event)) {
        const Value* ordinal = event.facts.find("ordinal");
        const std::string_view name = event.facts.text_of("series");
        if (event.broken || ordinal == nullptr || name.empty()) continue;
        const fields::Date* start = event.facts.date_of("start");
        series[std::string(name)].push_back({&event, ordinal, start == nullptr ? 0 : fields::sort_number(*start)});
    }
    for (auto& [name, turns] : series) check_series(name, turns, found);
}

}  // namespace praxis::bank
