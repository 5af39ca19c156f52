// The bank in figures: each chart a table whose rows carry a bar. Counts of what the bank holds, not of
// what cities do; nothing is added up across awards, and no country is ranked.
#include <algorithm>
#include <map>
#include <set>

#include "maps/projection.h"
#include "pages/composer.h"

namespace praxis::pages {
namespace {

constexpr double longest_bar = 1000;

auto list_of(ListKind list) -> Address {
    return {PageKind::list, {}, static_cast<std::uint32_t>(list)};
}

}  // namespace

// `what` is the heading of the first column; a chart of nothing is left out.
void Composer::chart(std::string_view id, const std::string& heading, const std::string& note, const std::string& what,
                     const std::vector<Bar>& bars) {
    std::size_t most = 0;
    for (const Bar& bar : bars) most = std::max(most, std::max(bar.count, bar.of));
    if (most == 0) return;
    View shown = root_.item("charts");
    shown.text("id", id).text("heading", heading).text("note", note).text("head_label", what);
    for (const Bar& bar : bars) {
        View row = shown.item("bars");
        View label = row.object("label");
        put_link(label, bar.label);
        const std::string count = number(static_cast<double>(bar.count));
        row.text("value", bar.of == 0 ? count : word("chart_of", {{"count", count}, {"all", number(static_cast<double>(bar.of))}}));
        row.text("width", maps::tenths(longest_bar * static_cast<double>(bar.count) / static_cast<double>(most)));
    }
    put_link(root_.item("contents"), {here(heading), "#" + std::string(id), {}});
}

void Composer::chart_of_years() {
    std::vector<Bar> bars;
    std::size_t dated = 0;
    for (const int year : site_.routes.years()) {
        const Address one{PageKind::year, {}, static_cast<std::uint32_t>(year)};
        const std::size_t count = site_.members(one).size();
        bars.push_back({{here(language::format_digits(year, locale().numbers)), href(one), {}}, count});
        dated += count;
    }
    const std::size_t all = site_.members(list_of(ListKind::practices)).size();
    if (all > dated) bars.push_back({{here(word("date_unknown")), {}, {}}, all - dated});
    chart("years", word("chart_years"), {}, word("year"), bars);
}

void Composer::chart_of_themes() {
    std::vector<Bar> bars;
    for (const Target& theme : site_.members_in_order(page_.language, list_of(ListKind::themes))) {
        const std::size_t count = site_.members({PageKind::theme, theme}).size();
        if (count > 0) bars.push_back({entry(theme), count});
    }
    std::ranges::stable_sort(bars, std::greater<>(), &Bar::count);
    chart("themes", word("chart_themes"), word("chart_themes_note"), term("kind", "theme"), bars);
}

// By continent, by name: a practice of cities in two counts in both.
void Composer::chart_of_regions() {
    std::map<std::string, std::set<Target>> practices;
    for (std::uint32_t i = 0; i < site_.routes.countries().size(); ++i) {
        const auto& own = site_.members({PageKind::country, {}, i});
        const std::string& region = site_.country_regions[i];
        if (!region.empty()) practices[region].insert(own.begin(), own.end());
    }
    std::vector<Bar> bars(practices.size());
    for (const auto& [code, own] : practices) {
        const Region& region = language().regions.at(code);
        const std::string address = site_.routes.has_map() ? href(Address{PageKind::map}) + "#region-" + code : std::string();
        bars[region.rank] = {{here(region.name), address, {}}, own.size()};
    }
    chart("regions", word("chart_regions"), {}, word("chart_region"), bars);
}

// One chart an award: results of two awards are not the same thing.
void Composer::chart_of_award(const Target& award) {
    std::vector<Bar> bars;
    const auto& editions = site_.bank[award].facts.items_of("editions");
    for (std::uint32_t n = 1; n <= editions.size(); ++n) {
        const Target edition{Kind::award, award.index, n};
        Entry label = entry(edition);
        label.label = here(std::string(editions[n - 1].text_of("year")));
        bars.push_back({label, site_.bank.results_of(edition).size()});
    }
    chart("award-" + site_.bank[award].id, word("chart_award", {{"award", title(award).text}}), word("chart_award_note"), word("edition"),
          bars);
}

void Composer::chart_of_languages() {
    std::vector<Bar> bars;
    const auto& practices = site_.members(list_of(ListKind::practices));
    for (const std::string& language : site_.settings.languages) {
        Bar bar{{here(language_name(language)), {}, {}}, 0, practices.size()};
        for (const Target& practice : practices) {
            const bank::Text* text = site_.bank[practice].text(language);
            if (text != nullptr && text->state != bank::Text::State::stale) ++bar.count;
        }
        bars.push_back(bar);
    }
    chart("languages", word("chart_languages"), word("chart_languages_note"), word("chart_language"), bars);
}

void Composer::chart_of_reviews() {
    std::map<bank::State, std::size_t> counts;
    for (const Target& practice : site_.members(list_of(ListKind::practices))) ++counts[site_.bank[practice].state];
    static constexpr std::string_view names[] = {"draft", "stub", "submitted", "reviewed", "peer-reviewed", "archived"};
    std::vector<Bar> bars;
    for (const auto& [state, count] : counts)
        bars.push_back({{here(term("review_state", names[static_cast<std::size_t>(state)])), {}, {}}, count});
    chart("reviews", word("chart_reviews"), {}, word("chart_review"), bars);
}

void Composer::statistics() {
    shell(here(word("statistics")), {}, word("intro_statistics"));
    put(root_, "intro", here(word("intro_statistics")));
    chart_of_years();
    chart_of_themes();
    chart_of_regions();
    for (const Target& award : site_.members_in_order(page_.language, list_of(ListKind::awards))) chart_of_award(award);
    chart_of_languages();
    chart_of_reviews();
}

}  // namespace praxis::pages
