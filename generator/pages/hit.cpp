#include "pages/hit.h"

#include <algorithm>

#include "pages/composer.h"

namespace praxis::pages {
namespace {

constexpr std::array<PageKind, 16> kinds_found{PageKind::practice,     PageKind::bulletin, PageKind::declaration, PageKind::text,
                                               PageKind::theme,        PageKind::city,     PageKind::country,     PageKind::award,
                                               PageKind::edition,      PageKind::network,  PageKind::cluster,     PageKind::event,
                                               PageKind::organisation, PageKind::work,     PageKind::frame,       PageKind::concept_};

auto is_record(PageKind kind) -> bool {
    return kind == PageKind::practice || kind == PageKind::bulletin || kind == PageKind::declaration || kind == PageKind::text;
}

// Every text below a value of words, in every language, or of a list of names.
void all_texts(const Value* value, std::vector<std::string>& into) {
    if (value == nullptr) return;
    const bool leaf = value->form == values::Form::phrase || value->form == values::Form::text;
    if (leaf && !value->text.empty()) into.push_back(value->text);
    if (value->form == values::Form::object) return all_texts(value->find("text"), into);
    for (const Value& item : value->items) all_texts(&item, into);
}

void all_names(const Value& facts, std::vector<std::string>& into) {
    for (const std::string_view key : {"names", "official_names", "former_names", "aliases", "alt", "acronym", "acronyms", "motto"})
        all_texts(facts.find(key), into);
}

}  // namespace

auto found_kinds() -> std::span<const PageKind> {
    return kinds_found;
}

auto Composer::hit_id() const -> std::string {
    const Target& target = page_.address.target;
    const std::string kind(routes::page_name(page_.address.kind));
    switch (page_.address.kind) {
        case PageKind::country: {
            std::string code = site_.routes.countries()[page_.address.number];
            for (char& c : code) c = static_cast<char>(c | 0x20);
            return kind + "/" + code;
        }
        case PageKind::work: return kind + "/" + site_.routes.works()[page_.address.number].id;
        case PageKind::edition:
        case PageKind::concept_: return kind + "/" + site_.bank[target].id + "/" + std::string(site_.bank.part(target).text_of("id"));
        default: return is_record(page_.address.kind) ? site_.bank[target].id : kind + "/" + site_.bank[target].id;
    }
}

auto Composer::hit() -> Hit {
    Hit hit;
    hit.id = hit_id();
    const Target& target = page_.address.target;
    if (page_.address.kind == PageKind::country) {
        hit.title = here(language().countries[page_.address.number]);
        return hit;
    }
    if (page_.address.kind == PageKind::work) {
        hit.title = title(site_.routes.works()[page_.address.number].versions.front());
        return hit;
    }
    hit.title = title(target);
    const Entity& entity = site_.bank[target];
    const Value& facts = target.part == 0 ? entity.facts : site_.bank.part(target);
    if (is_record(page_.address.kind))
        hit.summary = record_words(target, "summary");
    else
        hit.summary = words_of(facts.find(target.kind == Kind::theme ? "definition" : "description"));
    if (target.part == 0) hit.place = target.kind == Kind::city ? country_of(target) : place_of(target);
    if (const auto year = year_of(facts)) hit.year = language::format_digits(static_cast<std::uint32_t>(*year), locale().numbers);
    if (target.kind != Kind::practice && target.kind != Kind::city) return hit;
    auto results = site_.bank.results_of(target);
    std::ranges::stable_sort(results, {}, [](const bank::Result& r) { return r.distinction; });
    for (const bank::Result& result : results)
        hit.marks.push_back(word("hit_mark", {{"award", title(result.edition).text}, {"distinction", distinction(result)}}));
    return hit;
}

auto Composer::year_of(const Value& facts) const -> std::optional<int> {
    for (const std::string_view key : {"start", "date", "founded", "year"}) {
        const fields::Date* date = facts.date_of(key);
        if (const auto day = date == nullptr ? std::nullopt : fields::earliest(*date)) return day->year;
    }
    const std::string_view written = facts.text_of("year");
    return written.empty() ? std::nullopt : std::optional(std::stoi(std::string(written)));
}

auto Composer::date_of_hit() const -> std::int32_t {
    if (page_.address.kind == PageKind::country || page_.address.kind == PageKind::work) return 0;
    const Target& target = page_.address.target;
    const Value& facts = target.part == 0 ? site_.bank[target].facts : site_.bank.part(target);
    for (const std::string_view key : {"start", "date", "founded"}) {
        if (const fields::Date* date = facts.date_of(key)) return fields::sort_number(*date);
    }
    const auto year = year_of(facts);
    if (!year) return 0;
    const fields::Day day{static_cast<std::int16_t>(*year), 0, 0};
    return fields::sort_number({fields::Date::Kind::single, false, day, day});
}

auto Composer::own_names() const -> std::vector<std::string> {
    std::vector<std::string> names;
    if (page_.address.kind == PageKind::work) return names;
    if (page_.address.kind == PageKind::country) {
        country_names(site_.routes.countries()[page_.address.number], names);
        return names;
    }
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    all_names(target.part == 0 ? entity.facts : site_.bank.part(target), names);
    if (target.part == 0) all_texts(entity.facts.find("official_title"), names);
    return names;
}

// In all languages of the site.
void Composer::country_names(std::string_view code, std::vector<std::string>& into) const {
    const auto number = site_.routes.country_number(code);
    for (const Site::Language& other : site_.languages) {
        if (number) into.push_back(other.countries[*number]);
    }
}

// What a record belongs to: a reader finds with her own word what is told in another's.
auto Composer::near_names() const -> std::vector<std::string> {
    std::vector<std::string> names;
    if (page_.address.kind == PageKind::country || page_.address.kind == PageKind::work) return names;
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value& facts = entity.facts;
    if (target.part != 0) {
        all_names(facts, names);
        return names;
    }
    // Every practice is one: the word would find them all.
    if (target.kind != Kind::practice) names.push_back(kind_label(target));
    std::vector<Target> near;
    for (const std::string_view key : {"cities", "themes", "networks", "city", "network", "event", "adopted_by"}) {
        for (const Target& one : targets_in(facts, key)) near.push_back(one);
        if (const auto one = target_in(facts, key)) near.push_back(*one);
    }
    if (const Value* organisation = facts.find("organisation")) {
        if (organisation->target() != nullptr) near.push_back(*organisation->target());
        if (const auto id = target_in(*organisation, "id")) near.push_back(*id);
        if (!organisation->text_of("name").empty()) names.emplace_back(organisation->text_of("name"));
    }
    for (const Target& one : near) {
        all_names(site_.bank[one].facts, names);
        if (one.kind == Kind::city) country_names(site_.bank[one].facts.text_of("country"), names);
    }
    country_names(facts.text_of("country"), names);
    for (const Value& frame : facts.items_of("frames")) {
        for (const Value& item : frame.items) {
            if (item.target() != nullptr) all_names(site_.bank.part(*item.target()), names);
        }
    }
    for (const bank::Result& result : site_.bank.results_of(target)) {
        all_names(site_.bank[result.edition].facts, names);
        names.emplace_back(site_.bank.part(result.edition).text_of("year"));
        names.push_back(distinction(result));
    }
    return names;
}

}  // namespace praxis::pages
