#include "wording/wording.h"

#include <algorithm>

namespace praxis::wording {

auto Wording::find(std::string_view tag) const -> const Locale* {
    const auto at = locales_.find(tag);
    return at == locales_.end() ? nullptr : &at->second;
}

auto Wording::chain(const Locale& locale) const -> std::vector<const Locale*> {
    std::vector<const Locale*> all{&locale};
    const auto add = [&](std::string_view tag) {
        const Locale* other = find(tag);
        if (other != nullptr && std::ranges::find(all, other) == all.end()) all.push_back(other);
    };
    for (const std::string& tag : locale.fallback) add(tag);
    add("en");
    return all;
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
    if (const auto own = locale.words.find(key); own != locale.words.end()) {
        own->second.append_to(out, arguments, *locale.plurals);
        return out;
    }
    for (const Locale* other : chain(locale)) {
        const auto at = other->words.find(key);
        if (at == other->words.end()) continue;
        at->second.append_to(out, arguments, *other->plurals);
        return out;
    }
    return std::string(key);
}

auto Wording::term(const Locale& locale, std::string_view group, std::string_view value) const -> std::string_view {
    std::string key(group);
    key += '.';
    key += value;
    for (const Locale* other : chain(locale)) {
        const auto at = other->terms.find(key);
        if (at != other->terms.end()) return at->second;
    }
    return value;
}

namespace {

auto in_map(const std::map<std::string, std::string, std::less<>>& map, std::string_view id) -> std::string_view {
    const auto at = map.find(id);
    return at == map.end() ? std::string_view() : std::string_view(at->second);
}

}  // namespace

auto Wording::section(const Locale& locale, std::string_view id) const -> std::string_view {
    for (const Locale* other : chain(locale)) {
        if (const std::string_view word = in_map(other->sections, id); !word.empty()) return word;
    }
    return id;
}

auto Wording::heading(const Locale& locale, std::string_view id) const -> std::string_view {
    for (const Locale* other : chain(locale)) {
        if (const std::string_view word = in_map(other->headings, id); !word.empty()) return word;
    }
    return id;
}

auto Wording::section_of_heading(std::string_view tag, std::string_view heading) const -> std::string_view {
    const Locale* locale = find(tag);
    return locale == nullptr ? std::string_view() : in_map(locale->heading_ids, language::fold(heading));
}

auto Wording::missing(const Locale& locale) const -> std::vector<std::string> {
    std::vector<std::string> keys;
    for (std::string& key : word_keys()) {
        if (!locale.words.contains(key)) keys.push_back(std::move(key));
    }
    return keys;
}

}  // namespace praxis::wording
