// Bulletins, declarations, works, and pages of plain text.
#include <algorithm>

#include "pages/composer.h"

namespace praxis::pages {
namespace {

auto ids(ListKind list) -> Address {
    return {PageKind::list, {}, static_cast<std::uint32_t>(list)};
}

// What the titles of two versions share, cut at a word: "Charter of Educating Cities (1990)" and
// "... (2020)" give the name of the work. A title that shares little stays whole.
auto shared_start(const std::string& one, const std::string& other) -> std::string {
    std::size_t same = 0;
    while (same < std::min(one.size(), other.size()) && one[same] == other[same]) ++same;
    if (same == one.size()) return one;
    const std::size_t word_end = one.rfind(' ', same);
    const std::size_t end = word_end == std::string::npos ? word_end : one.find_last_not_of(" (-–:,", word_end);
    return end == std::string::npos || end < 8 ? one : one.substr(0, end + 1);
}

}  // namespace

void Composer::bulletin() {
    const Target& target = page_.address.target;
    const Value& facts = site_.bank[target].facts;
    record(target);
    crumb(ids(ListKind::bulletins), word("list_bulletins"));
    if (!facts.text_of("form").empty()) fact(root_, "form", term("form", facts.text_of("form")));
    for (const std::string_view key : {"network", "organisation"}) {
        if (const auto publisher = target_in(facts, key)) fact(root_, "published_by", {entry(*publisher)});
    }
    if (!facts.text_of("series").empty()) fact(root_, "series", {Entry{{std::string(facts.text_of("series")), {}, true}, {}, {}}});
    if (const double* number_of = facts.number_of("number")) fact(root_, "number", number(*number_of));
    if (const fields::Date* when = facts.date_of("date")) fact(root_, "date", date(*when));
    fact(root_, "themes", entries(targets_in(facts, "themes")));
    fact(root_, "cities", entries(targets_in(facts, "cities")));
    for (const std::string_view key : {"isbn", "issn"}) fact(root_, key, {Entry{{std::string(facts.text_of(key)), {}, true}, {}, {}}});
    std::vector<Entry> items;
    for (const Value& line : facts.items_of("contents"))
        items.push_back({words_of(line.find("text"), site_.bank[target].original), {}, {}});
    link_block("contents", word("bulletin_contents"), items);
    card_block("practices", word("list_practices"), by_title(listed(targets_in(facts, "practices"))));
    citation(target);
    contents();
}

void Composer::declaration() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value& facts = entity.facts;
    record(target);
    crumb(ids(ListKind::declarations), word("list_declarations"));
    if (!facts.text_of("kind").empty()) fact(root_, "kind", term("declaration", facts.text_of("kind")));
    const auto work = site_.routes.work_number(facts.text_of("work"));
    if (work && site_.routes.works()[*work].versions.size() > 1)
        fact(root_, "versions",
             {Entry{here(counted("count_versions", site_.routes.works()[*work].versions.size())),
                    href(Address{PageKind::work, {}, *work}),
                    {}}});
    if (!facts.text_of("version").empty()) fact(root_, "version", std::string(facts.text_of("version")));
    const auto event = target_in(facts, "event");
    const Value* event_facts = event ? &site_.bank[*event].facts : nullptr;
    if (event) fact(root_, "event", {entry(*event)});
    const fields::Date* when = facts.date_of("date");
    if (when == nullptr && event_facts != nullptr)
        when = event_facts->date_of("end") != nullptr ? event_facts->date_of("end") : event_facts->date_of("start");
    if (when != nullptr) fact(root_, "date", date(*when));
    auto city = target_in(facts, "city");
    if (!city && event_facts != nullptr) city = target_in(*event_facts, "city");
    if (city) fact(root_, "city", {entry(*city)});
    if (const auto body_of = target_in(facts, "adopted_by")) fact(root_, "adopted_by_body", {entry(*body_of)});
    if (const Value* signatories = facts.find("signatories")) {
        std::vector<std::string> parts;
        for (const std::string_view key : {"count", "cities", "countries"}) {
            if (const double* n = signatories->number_of(key))
                parts.push_back(counted("count_" + std::string(key == "count" ? "signatories" : key), static_cast<std::size_t>(*n)));
        }
        fact(root_, "signatories", joined(parts));
    }
    fact(root_, "themes", entries(targets_in(facts, "themes")));
    frames_facts(facts);
    if (facts.find("in_force") != nullptr) fact(root_, "in_force", word(facts.is_true("in_force") ? "yes" : "no"));
    std::vector<Entry> commitments;
    for (const Value& line : facts.items_of("commitments")) commitments.push_back({words_of(line.find("text"), entity.original), {}, {}});
    link_block("commitments", word("commitments"), commitments);
    citation(target);
    contents();
}

// All versions of a declaration, newest first.
void Composer::work() {
    const routes::Work& work = site_.routes.works()[page_.address.number];
    auto versions = listed(work.versions);
    std::ranges::sort(versions, {}, [&](const Target& t) {
        const fields::Date* d = site_.bank[t].facts.date_of("date");
        return std::pair(d == nullptr ? 0 : -fields::sort_number(*d), site_.rank(page_.language, t));
    });
    Phrase name = versions.empty() ? here(work.id) : title(versions.front());
    for (const Target& version : versions) name.text = shared_start(name.text, title(version).text);
    shell({word("work_title", {{"title", name.text}}), name.language, true}, word("work"), {});
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::declarations)}, word("list_declarations"));
    card_block("versions", word("versions"), versions);
}

void Composer::text() {
    record(page_.address.target);
    if (site_.bank[page_.address.target].id == "contribute" && site_.settings.emitter_is_on("forms")) contribute_kinds_block();
    contents();
}

// A record that is being corrected, or was withdrawn: its address answers, its text does not show.
void Composer::held() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value* withdrawn = entity.held ? nullptr : entity.facts.find("withdrawn");
    const bool privacy = withdrawn != nullptr && withdrawn->text_of("reason") == "privacy";
    const std::string kind = term("kind", fields::entry(target.kind).name);
    shell(privacy ? here(word("withdrawn_title")) : title(target), kind, {});
    if (withdrawn == nullptr) {
        notice("held", word("notice_held"));
        return;
    }
    const fields::Date* when = withdrawn->date_of("date");
    std::vector<Entry> links;
    if (const auto other = target_in(*withdrawn, "replaced_by")) links.push_back(entry(*other));
    notice("withdrawn",
           word("notice_withdrawn", {{"date", when == nullptr ? word("date_unknown") : date(*when)},
                                     {"reason", term("withdrawal", withdrawn->text_of("reason"))}}),
           links);
}

}  // namespace praxis::pages
