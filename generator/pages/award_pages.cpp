// Awards and their editions: results are written once, in the edition, and shown everywhere else.
#include <fmt/format.h>

#include <algorithm>

#include "pages/composer.h"

namespace praxis::pages {

// One group a distinction; results without a record are shown as known but not yet described.
void Composer::edition_results(View& block, const Target& edition) {
    auto results = site_.bank.results_of(edition);
    const auto& distinctions = site_.bank[edition].facts.items_of("distinctions");
    for (std::uint32_t d = 0; d < distinctions.size(); ++d) {
        std::vector<bank::Result> own;
        std::ranges::copy_if(results, std::back_inserter(own), [&](const bank::Result& r) { return r.distinction == d; });
        if (own.empty()) continue;
        std::ranges::stable_sort(own, {}, [&](const bank::Result& r) {
            return locale().order->key(r.city ? title(*r.city).text : r.practice ? place_of(*r.practice) : result_entry(r).label.text);
        });
        View group = block.item("groups");
        group.text("id", fmt::format("{}-{}", distinctions[d].text_of("id"), site_.bank.part(edition).text_of("id")))
            .text("heading", distinction(own.front()));
        const bool of_cities = site_.bank[edition].facts.text_of("target") == "city";
        if (own.size() > 1) group.text("note", counted(of_cities ? "count_cities" : "count_practices", own.size()));
        for (const bank::Result& result : own) {
            if (result.practice) {
                card(group.item("cards"), *result.practice);
            } else if (of_cities) {
                put_link(group.item("links"), result_entry(result));
            } else {
                View shown = group.item("cards");
                shown.text("kind", "practice")
                    .text("kicker", result.city ? country_of(*result.city) : std::string())
                    .text("state", word("state_not_described"));
                put(shown, "title", result_entry(result).label);
                put(shown, "summary", words_of(result.value->find("description")));
                if (result.city) put_link(shown.item("themes"), entry(*result.city));
            }
        }
    }
}

void Composer::award() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value& facts = entity.facts;
    const Phrase note = words_of(facts.find("note"));
    shell(title(target), term("kind", "award"), words_of(facts.find("description")).text);
    description(entity);
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::awards)}, word("list_awards"));
    if (const auto organiser = target_in(facts, "organiser")) fact(root_, "organiser", {entry(*organiser)});
    fact(root_, "given_to", term("award_target", facts.text_of("target")));
    if (!note.text.empty()) fact(root_, "note", {Entry{note, {}, {}}});
    if (!facts.text_of("url").empty())
        fact(root_, "website", {Entry{{std::string(facts.text_of("url")), {}, true}, std::string(facts.text_of("url")), {}}});
    award_grid(target);
    award_gaps(target);
    const auto& editions = facts.items_of("editions");
    for (std::uint32_t n = static_cast<std::uint32_t>(editions.size()); n > 0; --n) {
        const Value& edition = editions[n - 1];
        const Target part{Kind::award, target.index, n};
        View shown = block("edition-" + std::string(edition.text_of("id")), title(part).text);
        put(shown, "intro", words_of(edition.find("motto")));
        edition_results(shown, part);
        const Phrase gaps = words_of(edition.find("gaps"));
        if (site_.bank.results_of(part).empty()) shown.text("empty", gaps.text.empty() ? word("results_none") : gaps.text);
        View more = shown.object("more");
        put_link(more, {here(word("edition_more")), href(part), {}});
    }
    contents();
}

void Composer::edition() {
    const Target& target = page_.address.target;
    const Value& edition = site_.bank.part(target);
    const Target whole{Kind::award, target.index, 0};
    const Phrase motto = words_of(edition.find("motto"));
    shell(title(target), word("edition"), motto.text);
    put(root_, "subtitle", motto);
    put(root_, "intro", words_of(edition.find("description")));
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::awards)}, word("list_awards"));
    crumb({PageKind::award, whole}, title(whole).text);
    fact(root_, "award", {entry(whole)});
    if (const double* ordinal = edition.number_of("ordinal"))
        fact(root_, "ordinal",
             word("ordinal", {{"number", number(*ordinal), *ordinal}, {"roman", language::roman(static_cast<int>(*ordinal))}}));
    fact(root_, "year", std::string(edition.text_of("year")));
    if (const auto event = target_in(edition, "event")) fact(root_, "event", {entry(*event)});
    if (const Value* ceremony = edition.find("ceremony")) {
        const fields::Date* when = ceremony->date_of("date");
        const auto city = target_in(*ceremony, "city");
        const std::string place = words_of(ceremony->find("place")).text;
        fact(root_, "ceremony",
             {Entry{here(joined({when == nullptr ? std::string() : date(*when), city ? title(*city).text : std::string(), place})),
                    city ? href(*city) : std::string(),
                    {}}});
    }
    if (const Value* count = edition.find("entries")) {
        std::vector<std::string> parts;
        for (const std::string_view key : {"number", "cities", "countries", "continents"}) {
            if (const double* n = count->number_of(key))
                parts.push_back(counted("count_" + std::string(key == "number" ? "entries" : key), static_cast<std::size_t>(*n)));
        }
        fact(root_, "entries", joined(parts));
    }
    if (const fields::Date* deadline = edition.date_of("deadline")) fact(root_, "deadline", date(*deadline));
    fact(root_, "jury", {Entry{words_of(edition.find("jury")), {}, {}}});
    for (const std::string_view key : {"axes", "criteria"}) {
        std::vector<Entry> lines;
        for (const Value& line : edition.items_of(key)) lines.push_back({words_of(&line), {}, {}});
        fact(root_, key, lines);
    }
    if (!edition.text_of("call_url").empty())
        fact(root_, "call", {Entry{here(word("call")), std::string(edition.text_of("call_url")), {}}});
    View results = block("results", word("results"));
    results.text("count", joined(missing_results(target)));
    edition_results(results, target);
    const Phrase gaps = words_of(edition.find("gaps"));
    if (site_.bank.results_of(target).empty()) results.text("empty", word("results_none"));
    if (!gaps.text.empty()) put(results, "intro", gaps);
    source_list(edition.items_of("sources").empty() ? site_.bank[target].facts : edition, {});
}

}  // namespace praxis::pages
