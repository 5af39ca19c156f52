// What is known of an award: its results by city, edition by edition, and what is missing, in words.
// Nothing is added up: not across awards, not for countries.
#include <algorithm>
#include <map>

#include "pages/composer.h"

namespace praxis::pages {

// Rows are cities, by name; results of which no city is known stand in the last row.
void Composer::award_grid(const Target& award) {
    const auto& editions = site_.bank[award].facts.items_of("editions");
    const auto& distinctions = site_.bank[award].facts.items_of("distinctions");
    using Place = std::tuple<bool, std::uint32_t, Target>;
    std::map<Place, std::map<std::uint32_t, std::vector<bank::Result>>> rows;
    for (std::uint32_t n = 1; n <= editions.size(); ++n) {
        for (const bank::Result& result : site_.bank.results_of({Kind::award, award.index, n})) {
            std::vector<Target> cities;
            if (result.city) cities = {*result.city};
            if (cities.empty() && result.practice) cities = targets_in(site_.bank[*result.practice].facts, "cities");
            for (const Target& city : cities) rows[{false, site_.rank(page_.language, city), city}][n].push_back(result);
            if (cities.empty()) rows[{true, 0, {}}][n].push_back(result);
        }
    }
    if (rows.empty()) return;
    View owner = block("memory", word("award_grid"));
    put(owner, "intro", here(word("award_grid_note")));
    View table = this->table(owner, word("award_grid"));
    table.text("kind", "grid");
    table_head(table, {here(term("kind", "city")), {}, {}});
    for (std::uint32_t n = 1; n <= editions.size(); ++n)
        table_head(table, {here(std::string(editions[n - 1].text_of("year"))), href(Target{Kind::award, award.index, n}), {}});
    for (const auto& [place, by_edition] : rows) {
        View row = table.item("rows");
        table_header(row, std::get<0>(place) ? Entry{here(word("city_unknown")), {}, {}} : entry(std::get<2>(place)));
        for (std::uint32_t n = 1; n <= editions.size(); ++n) {
            const auto at = by_edition.find(n);
            std::vector<Entry> links;
            double rank = 9;
            for (const bank::Result& result : at == by_edition.end() ? std::vector<bank::Result>() : at->second) {
                const double* own = distinctions[result.distinction].number_of("rank");
                rank = std::min(rank, own == nullptr ? 1 : *own);
                links.push_back({here(distinction(result)), href(result.practice ? *result.practice : result.edition), {}});
            }
            View cell = table_links(row, links);
            if (!links.empty()) cell.text("rank", std::to_string(static_cast<int>(rank)));
        }
    }
}

// How many results of each distinction an edition lacks, in words.
auto Composer::missing_results(const Target& part) const -> std::vector<std::string> {
    const Value& facts = site_.bank[part].facts;
    const auto results = site_.bank.results_of(part);
    const Value* expected = site_.bank.part(part).find("expected");
    std::vector<std::string> told;
    for (const Value& count : expected == nullptr ? std::vector<Value>() : expected->items) {
        const auto found = std::ranges::count_if(results, [&](const bank::Result& result) {
            return facts.items_of("distinctions")[result.distinction].text_of("id") == count.text;
        });
        if (static_cast<double>(found) >= count.number()) continue;
        const std::string known = number(static_cast<double>(found)), all = number(count.number());
        told.push_back(word("award_known_of", {{"distinction", distinction_name(facts, count.text)}, {"known", known}, {"expected", all}}));
    }
    return told;
}

// Editions of which something is known to be missing, or of which nothing is known.
void Composer::award_gaps(const Target& award) {
    const auto& editions = site_.bank[award].facts.items_of("editions");
    std::vector<Entry> gaps;
    for (std::uint32_t n = static_cast<std::uint32_t>(editions.size()); n > 0; --n) {
        const Value& edition = editions[n - 1];
        const Target part{Kind::award, award.index, n};
        std::vector<std::string> told = missing_results(part);
        const Phrase own = words_of(edition.find("gaps"));
        if (!own.text.empty())
            told.push_back(own.text);
        else if (site_.bank.results_of(part).empty())
            told.push_back(word("results_none"));
        if (!told.empty()) gaps.push_back(entry(part, joined(told)));
    }
    if (gaps.empty()) return;
    View owner = block("gaps", word("award_gaps"));
    View table = this->table(owner, word("award_gaps"));
    table_head(table, {here(word("edition")), {}, {}});
    table_head(table, {here(word("award_gaps_what")), {}, {}});
    for (const Entry& gap : gaps) {
        View row = table.item("rows");
        table_header(row, {gap.label, gap.url, {}});
        table_cell(row, {here(gap.note), {}, {}});
    }
}

}  // namespace praxis::pages
