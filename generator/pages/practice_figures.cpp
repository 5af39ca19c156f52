// What a practice tells in figures, each with its source: its indicators, and what it cost.
#include <algorithm>
#include <map>

#include "language/formats.h"
#include "pages/composer.h"

namespace praxis::pages {

// Words of an entry of a list, from the text that is shown where that has them.
auto Composer::entry_words(const Entity& entity, std::string_view list, const Value& entry, std::string_view key) const -> Phrase {
    const bank::Text* text = shown_text(entity);
    const fields::Field& field = *entity.facts.find(list)->field;
    const std::string_view item = values::key_of(entry, field);
    for (const Value& own : entity.fields(*text).items_of(list)) {
        const Value* value = values::key_of(own, field) == item ? own.find(key) : nullptr;
        if (value != nullptr) return {value->items.front().text, text->language, true};
    }
    return words_of(entry.find(key), entity.original);
}

// The number of its source, which leads there.
void Composer::figure_source(View& row, const Entity& entity, const Value& figure) {
    const auto& sources = entity.facts.items_of("sources");
    const auto source = std::ranges::find(sources, figure.text_of("source"), [](const Value& s) { return s.text_of("id"); });
    if (source == sources.end()) return;
    const std::string number_of_source = number(static_cast<double>(source - sources.begin() + 1));
    put_link(row.object("source"),
             {here(word("source_label", {{"number", number_of_source}})), "#source-" + std::string(source->text_of("id")), {}});
}

// Numbers with their year and source; those of one label, period and scope that differ are disputed.
void Composer::indicators(const Entity& entity) {
    const auto& all = entity.facts.items_of("indicators");
    if (all.empty()) return;
    const auto identity = [&](const Value& i) {
        return std::tuple(words_of(i.find("label"), entity.original).text, i.text_of("year"),
                          i.date_of("period") == nullptr ? 0 : fields::sort_number(*i.date_of("period")),
                          words_of(i.find("scope"), entity.original).text, i.text_of("qualifier") == "target");
    };
    std::map<decltype(identity(all.front())), int> counts;
    for (const Value& indicator : all) ++counts[identity(indicator)];
    View block = root_.object("indicators");
    block.text("heading", word("indicators"));
    bool any_disputed = false;
    for (const Value& indicator : all) {
        View row = block.item("rows");
        const double* value = indicator.number_of("value");
        const double* from = indicator.number_of("from");
        const double* to = indicator.number_of("to");
        row.text("value", value != nullptr                   ? number(*value)
                          : from != nullptr && to != nullptr ? word("number_range", {{"from", number(*from)}, {"to", number(*to)}})
                                                             : std::string());
        put(row, "label", entry_words(entity, "indicators", indicator, "label"));
        put(row, "unit", entry_words(entity, "indicators", indicator, "unit"));
        put(row, "scope", entry_words(entity, "indicators", indicator, "scope"));
        const fields::Date* span = indicator.date_of("period");
        row.text("when", span != nullptr ? date(*span) : std::string(indicator.text_of("year")));
        const std::string_view qualifier = indicator.text_of("qualifier");
        if (!qualifier.empty() && qualifier != "exact") row.text("qualifier", term("qualifier", qualifier));
        figure_source(row, entity, indicator);
        const bool disputed = counts[identity(indicator)] > 1;
        row.flag("disputed", disputed);
        any_disputed = any_disputed || disputed;
    }
    if (any_disputed) block.text("disputed_note", word("disputed"));
}

// Amounts as they were told, in their own currency; who paid is said beside them.
void Composer::budget(const Entity& entity) {
    const auto& all = entity.facts.items_of("budget");
    if (all.empty()) return;
    View block = root_.object("budget");
    block.text("heading", word("budget"));
    for (const Value& part : all) {
        View row = block.item("rows");
        const double* amount = part.number_of("amount");
        if (amount != nullptr) {
            row.text("value", number(*amount));
            put(row, "unit", here(language::currency_words(*amount, part.text_of("currency"), tag())));
        }
        put(row, "label", entry_words(entity, "budget", part, "covers"));
        const fields::Date* period = part.date_of("period");
        if (period != nullptr && period->kind != fields::Date::Kind::unknown) row.text("when", date(*period));
        std::vector<std::string> funders;
        for (const Value& funder : part.items_of("funders")) funders.push_back(funder.text);
        if (!funders.empty()) put(row, "scope", here(word("budget_funders", {{"names", joined(funders)}})));
        figure_source(row, entity, part);
    }
}

}  // namespace praxis::pages
