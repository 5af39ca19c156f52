#include "pages/composer.h"

#include <fmt/format.h>

#include <algorithm>

namespace praxis::pages {

using fields::Date;
using fields::Day;

Composer::Composer(const Site& site, const Page& page, templates::Arena& arena)
    : site_(site), page_(page), arena_(arena), root_(contract().shape(routes::page_name(page.address.kind)), arena) {}

auto Composer::word(std::string_view key, language::Arguments arguments) const -> std::string {
    return site_.wording.word(locale(), key, arguments);
}

auto Composer::term(std::string_view group, std::string_view value) const -> std::string {
    return std::string(site_.wording.term(locale(), group, value));
}

auto Composer::number(double value) const -> std::string {
    return language::format_number(value, locale().numbers);
}

auto Composer::counted(std::string_view key, std::size_t count) const -> std::string {
    const std::string shown = number(static_cast<double>(count));
    return word(key, {{"count", shown, static_cast<double>(count)}});
}

auto Composer::day(Day date) const -> std::string {
    return language::format_date(date.year, date.month, date.day, locale().dates, locale().numbers);
}

namespace {

// How fine a date is: languages put an article before a day, another word before a month.
auto precision(Day day) -> std::string_view {
    return day.day > 0 ? "day" : day.month > 0 ? "month" : "year";
}

}  // namespace

auto Composer::date(const Date& date) const -> std::string {
    std::string text;
    switch (date.kind) {
        case Date::Kind::unknown: return word("date_unknown");
        case Date::Kind::single: text = day(date.first); break;
        case Date::Kind::between: text = word("date_between", {{"first", day(date.first)}, {"last", day(date.last)}}); break;
        case Date::Kind::by: text = word("date_by", {{"date", day(date.last)}, {"precision", precision(date.last)}}); break;
        case Date::Kind::since: text = word("date_since", {{"date", day(date.first)}, {"precision", precision(date.first)}}); break;
    }
    return date.about ? word("date_about", {{"date", text}}) : text;
}

auto Composer::period(const Date* from, const Date* until) const -> std::string {
    const bool begins = from != nullptr && from->kind != Date::Kind::unknown;
    const bool ends = until != nullptr && until->kind != Date::Kind::unknown;
    const auto end = [&] {
        return until->kind == Date::Kind::by ? word("date_at_latest", {{"date", day(until->last)}, {"precision", precision(until->last)}})
                                             : date(*until);
    };
    if (begins && ends) {
        const bool days = from->kind == Date::Kind::single && until->kind == Date::Kind::single && !from->about && !until->about &&
                          from->first.day > 0 && until->last.day > from->first.day;
        if (days && from->first.year == until->last.year && from->first.month == until->last.month) {
            const bool first_day = from->first.day == 1 && !locale().dates.first_day.empty();
            const std::string opens = first_day ? locale().dates.first_day : language::format_digits(from->first.day, locale().numbers);
            return word("period_days", {{"from", opens}, {"until", day(until->last)}});
        }
        const std::string first = date(*from), last = end();
        return first == last ? first : word("period", {{"from", first}, {"until", last}});
    }
    // "By 2018", "between 2018 and 2021" say themselves what is known of a beginning.
    if (begins)
        return from->kind == Date::Kind::single ? word("period_since", {{"from", date(*from)}, {"precision", precision(from->first)}})
                                                : date(*from);
    return ends ? word("period_until",
                       {{"until", end()}, {"precision", until->kind == Date::Kind::single ? precision(until->last) : "other"}})
                : std::string();
}

auto Composer::decade_name(int first_year) const -> std::string {
    const std::string first = language::format_digits(first_year, locale().numbers);
    return word("decade", {{"first", first}, {"last", language::format_digits(first_year + 9, locale().numbers)}});
}

auto Composer::language_name(std::string_view other) const -> std::string {
    return language::language_name(other, tag());
}

auto Composer::joined(const std::vector<std::string>& parts) const -> std::string {
    std::string all;
    for (const std::string& part : parts) {
        if (!part.empty()) all = all.empty() ? part : word("list_join", {{"first", all}, {"next", part}});
    }
    return all;
}

auto Composer::released() const -> Day {
    return site_.released();
}

auto Composer::words_of(const Value* words, std::string_view original) const -> Phrase {
    return phrase_of(words, language(), original);
}

// The words of a record's field in the text that its reader sees.
auto Composer::record_words(const Target& target, std::string_view key) const -> Phrase {
    const Entity& entity = site_.bank[target];
    if (const bank::Text* text = shown_text(entity)) {
        if (const Value* words = entity.fields(*text).find(key)) return {words->items.front().text, text->language, true};
    }
    return words_of(entity.facts.find(key), entity.original);
}

auto Composer::title(const Target& target) const -> Phrase {
    const Phrase& whole = site_.title(page_.language, target);
    if (target.part == 0) return whole;
    const Value& part = site_.bank.part(target);
    if (target.kind == Kind::award)
        return {word("edition_title", {{"award", whole.text}, {"year", part.text_of("year")}}), whole.language, true};
    Phrase name = words_of(part.find("names"));
    // A number says something to a reader, a code such as `t3` does not.
    const std::string_view id = part.text_of("id");
    if (id.find_first_not_of("0123456789.") == std::string_view::npos) name.text = word("concept_title", {{"id", id}, {"name", name.text}});
    return name;
}

auto Composer::href(std::string_view path) const -> std::string {
    if (page_.address.kind == PageKind::missing) return site_.settings.base_url + routes::encoded(path);
    return routes::relative(page_.path, path);
}

auto Composer::href(const Address& address, std::size_t page) const -> std::string {
    return href(site_.routes.path(site_.bank, address, page_.language, page));
}

auto Composer::href(const Target& target) const -> std::string {
    const auto address = site_.routes.address_of(site_.bank, target);
    return address ? href(*address) : std::string();
}

auto Composer::address_in_full(const Target& target) const -> std::string {
    const auto address = site_.routes.address_of(site_.bank, target);
    if (!address) return {};
    return site_.settings.base_url + routes::encoded(site_.routes.path(site_.bank, *address, page_.language));
}

auto Composer::entry(const Target& target, std::string note) const -> Entry {
    return {title(target), href(target), std::move(note)};
}

auto Composer::entries(std::vector<Target> targets) const -> std::vector<Entry> {
    std::vector<Entry> all;
    for (const Target& target : targets) all.push_back(entry(target));
    return all;
}

auto Composer::country_entry(std::string_view code) const -> std::optional<Entry> {
    const auto number = site_.routes.country_number(code);
    if (!number) return std::nullopt;
    return Entry{here(language().countries[*number]), href(Address{PageKind::country, {}, *number}), {}};
}

// "León, Mexico", or the cities of a practice that has several.
auto Composer::place_of(const Target& target) const -> std::string {
    const Value& facts = site_.bank[target].facts;
    std::vector<Target> cities = target.kind == Kind::city ? std::vector<Target>{target} : targets_in(facts, "cities");
    if (cities.empty()) {
        if (const auto city = target_in(facts, "city")) cities.push_back(*city);
    }
    if (cities.empty()) return {};
    if (cities.size() > 1) {
        std::vector<std::string> names;
        for (const Target& city : cities) names.push_back(title(city).text);
        return joined(names);
    }
    const std::string name = title(cities.front()).text;
    const auto number = site_.routes.country_number(site_.bank[cities.front()].facts.text_of("country"));
    return number ? word("place", {{"city", name}, {"country", language().countries[*number]}}) : name;
}

auto Composer::country_of(const Target& city) const -> std::string {
    const auto number = site_.routes.country_number(site_.bank[city].facts.text_of("country"));
    return number ? language().countries[*number] : std::string();
}

auto Composer::by_title(std::vector<Target> targets) const -> std::vector<Target> {
    std::ranges::sort(targets, {}, [&](const Target& t) { return std::tuple(t.kind, site_.rank(page_.language, t), t.part); });
    return targets;
}

// Chronologies: earliest date descending, then title; unknown dates last.
auto Composer::by_date(std::vector<Target> targets, std::string_view key) const -> std::vector<Target> {
    const auto sorted = [&](const Target& t) {
        const Date* date = site_.bank[t].facts.date_of(key);
        return std::tuple(date == nullptr ? 0 : -fields::sort_number(*date), t.kind, site_.rank(page_.language, t), t);
    };
    std::vector<decltype(sorted(Target{}))> keys;
    keys.reserve(targets.size());
    for (const Target& target : targets) keys.push_back(sorted(target));
    std::ranges::sort(keys);
    std::ranges::transform(keys, targets.begin(), [](const auto& sortable) { return std::get<Target>(sortable); });
    return targets;
}

auto Composer::targets_in(const Value& facts, std::string_view key) const -> std::vector<Target> {
    std::vector<Target> found;
    for (const Value& item : facts.items_of(key)) {
        if (item.target() != nullptr) found.push_back(*item.target());
    }
    return found;
}

auto Composer::target_in(const Value& facts, std::string_view key) const -> std::optional<Target> {
    const Value* value = facts.find(key);
    return value == nullptr || value->target() == nullptr ? std::nullopt : std::optional(*value->target());
}

auto Composer::listed(std::vector<Target> targets) const -> std::vector<Target> {
    std::erase_if(targets, [&](const Target& t) { return !site_.bank[t].is_present() || site_.bank[t].withdrawn; });
    return targets;
}

auto Composer::distinction(const bank::Result& result) const -> std::string {
    const Value& award = site_.bank[result.edition].facts;
    return distinction_name(award, award.items_of("distinctions")[result.distinction].text_of("id"));
}

// As the award calls it, for practices or for cities; else in common words.
auto Composer::distinction_name(const Value& award, std::string_view id) const -> std::string {
    for (const Value& distinction : award.items_of("distinctions")) {
        if (distinction.text_of("id") != id) continue;
        const Value* names = distinction.find("names");
        const Phrase phrase = names == nullptr ? Phrase{} : words_of(names->find(award.text_of("target")));
        if (!phrase.text.empty()) return phrase.text;
    }
    return term("distinction", id);
}

// A result as a link: to the practice, else to the city, saying what is known.
auto Composer::result_entry(const bank::Result& result) const -> Entry {
    if (result.practice) return entry(*result.practice, place_of(*result.practice));
    const Phrase own = words_of(result.value->find("title"));
    if (own.text.empty()) return result.city ? entry(*result.city, country_of(*result.city)) : Entry{here(word("result_unknown")), {}, {}};
    return {own, {}, result.city ? place_of(*result.city) : std::string()};
}

}  // namespace praxis::pages
