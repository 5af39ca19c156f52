#include "wording/wording.h"

#include <algorithm>

namespace praxis::wording {

auto Wording::find(std::string_view tag) const -> const Locale* {
    const auto at = locales_.find(tag);
    return at == locales_.end() ? nullptr : &at->second;
}

// Asks a language, those it falls back on, and English, until one has what is wanted.
template <class Has>
auto Wording::in_chain(const Locale& locale, Has&& has) const -> bool {
    if (has(locale)) return true;
    const auto other_has = [&](std::string_view tag) {
        const Locale* other = find(tag);
        return other != nullptr && has(*other);
    };
    return std::ranges::any_of(locale.fallback, other_has) || other_has("en");
}

auto Wording::word_keys() const -> std::vector<std::string> {
    std::vector<std::string> keys;
    if (const Locale* english = find("en")) {
        for (const auto& [key, unused] : english->words) keys.push_back(key);
    }
    std::ranges::sort(keys);
    return keys;
}

auto Wording::has_word(std::string_view key) const -> bool {
    const Locale* english = find("en");
    return english != nullptr && english->words.contains(key);
}

auto Wording::word(const Locale& locale, std::string_view key, language::Arguments arguments) const -> std::string {
    std::string out;
    const bool found = in_chain(locale, [&](const Locale& one) {
        const auto at = one.words.find(key);
        if (at != one.words.end()) at->second.append_to(out, arguments, *one.plurals);
        return at != one.words.end();
    });
    return found ? out : std::string(key);
}

auto Wording::term(const Locale& locale, std::string_view group, std::string_view value) const -> std::string_view {
    std::string key(group);
    key += '.';
    key += value;
    in_chain(locale, [&](const Locale& one) {
        const auto at = one.terms.find(key);
        if (at != one.terms.end()) value = at->second;
        return at != one.terms.end();
    });
    return value;
}

namespace {

auto in_map(const std::map<std::string, std::string, std::less<>>& map, std::string_view id) -> std::string_view {
    const auto at = map.find(id);
    return at == map.end() ? std::string_view() : std::string_view(at->second);
}

}  // namespace

auto Wording::section(const Locale& locale, std::string_view id) const -> std::string_view {
    std::string_view word;
    in_chain(locale, [&](const Locale& one) { return !(word = in_map(one.sections, id)).empty(); });
    return word.empty() ? id : word;
}

auto Wording::heading(const Locale& locale, std::string_view id) const -> std::string_view {
    std::string_view word;
    in_chain(locale, [&](const Locale& one) { return !(word = in_map(one.headings, id)).empty(); });
    return word.empty() ? id : word;
}

auto Wording::section_of_heading(std::string_view tag, std::string_view heading) const -> std::string_view {
    const Locale* locale = find(tag);
    if (locale == nullptr) return {};
    const std::string_view as_written = in_map(locale->heading_ids, heading);
    return as_written.empty() ? in_map(locale->heading_ids, language::fold(heading)) : as_written;
}

auto Wording::missing(const Locale& locale) const -> std::vector<std::string> {
    std::vector<std::string> keys;
    for (std::string& key : word_keys()) {
        if (!locale.words.contains(key)) keys.push_back(std::move(key));
    }
    return keys;
}

}  // namespace praxis::wording
