// Where a practice comes from and where it went, what is like it, what stands beside it in the list.
#include <algorithm>

#include "pages/composer.h"
#include "pages/neighbours.h"

namespace praxis::pages {

// From the practices that it was made after, over itself, to those who took it up: places first, for that is what moves.
void Composer::lineage(const Target& practice) {
    const Entity& entity = site_.bank[practice];
    const Value* transfer = entity.facts.find("transfer");
    std::vector<Entry> from, to;
    const auto practices = [&](const std::vector<Target>& targets, std::vector<Entry>& into) {
        for (const Target& target : by_title(listed(targets))) into.push_back(entry(target, place_of(target)));
    };
    if (transfer != nullptr) practices(targets_in(*transfer, "adapted_from"), from);
    practices(site_.bank.sources_of(practice, Kind::practice, "adapted_from"), to);
    for (const Value& adopter : transfer == nullptr ? std::vector<Value>() : transfer->items_of("adopted_by")) {
        const auto city = target_in(adopter, "city");
        const std::string name(adopter.text_of("name"));
        if (name.empty() && city)
            to.push_back(entry(*city));
        else
            to.push_back({{name, {}, true}, {}, city ? title(*city).text : std::string()});
    }
    if (from.empty() && to.empty()) return;
    View graph = root_.object("lineage");
    graph.text("heading", word("lineage"));
    const auto column = [&](const std::string& key, const std::string& heading, const std::vector<Entry>& entries) {
        if (entries.empty()) return;
        View shown = graph.object(key);
        shown.text("side", key).text("heading", word(heading));
        for (const Entry& one : entries) put_link(shown.item("links"), one);
    };
    column("from", "adapted_from", from);
    put(graph, "here", title(practice));
    graph.text("place", place_of(practice));
    column("to", "adopted_by", to);
}

void Composer::neighbours(const Target& practice) {
    const auto own = features_of(site_.bank[practice]);
    std::vector<Entry> shown;
    for (const Target& other : site_.neighbours[practice.index]) {
        std::vector<std::string> common;
        for (const Target& feature : features_of(site_.bank[other])) {
            if (std::ranges::find(own, feature) == own.end() || common.size() == 3) continue;
            const std::string name = feature.part == 0 ? title(feature).text : words_of(site_.bank.part(feature).find("names")).text;
            if (std::ranges::find(common, name) == common.end()) common.push_back(name);
        }
        shown.push_back(entry(other, joined({place_of(other), word("in_common", {{"names", joined(common)}})})));
    }
    link_block("neighbours", word("neighbours"), shown);
}

void Composer::turn(const Target& practice) {
    const auto [before, after] = site_.beside(page_.language, practice);
    if (before == nullptr && after == nullptr) return;
    View shown = root_.object("turn");
    if (before != nullptr) put_link(shown.object("previous"), entry(*before));
    if (after != nullptr) put_link(shown.object("next"), entry(*after));
}

// Of the sections that every described practice should have, how many say something, and which do not.
void Composer::completeness(const Entity& practice) {
    const bank::Text* text = shown_text(practice);
    if (text == nullptr || practice.state == bank::State::stub) return;
    std::vector<std::string> missing;
    for (const std::string_view id : fields::required_sections()) {
        const auto at = std::ranges::find(text->outline.sections, id, &records::Section::id);
        if (at == text->outline.sections.end() || at->words == 0) missing.emplace_back(site_.wording.heading(locale(), id));
    }
    const auto all = static_cast<double>(fields::required_sections().size());
    const double told = all - static_cast<double>(missing.size());
    const std::string share = word("sections_told", {{"told", number(told), told}, {"all", number(all), all}});
    fact_in(root_, "trust", "sections",
            {Entry{here(share), {}, missing.empty() ? std::string() : word("sections_missing", {{"names", joined(missing)}})}});
    const std::size_t sources = practice.facts.items_of("sources").size();
    fact_in(root_, "trust", "sources", {Entry{here(counted("count_sources", sources)), {}, {}}});
}

}  // namespace praxis::pages
