#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "emit/snapshot.h"

namespace praxis::emit {

auto page_kinds() -> std::vector<std::string> {
    std::vector<std::string> kinds;
    for (const templates::Shape* shape : pages::contract().pages()) kinds.push_back(shape->name);
    return kinds;
}

auto fit(const look::Look& look, const wording::Wording& wording) -> Outcome<Programs> {
    Outcome<Programs> outcome;
    const templates::Library library{look.parts, [&](std::string_view key) { return wording.has_word(key); }, wording.word_keys()};
    for (const templates::Shape* shape : pages::contract().pages()) {
        const auto page = look.pages.find(shape->name);
        if (page == look.pages.end()) continue;  // reported by `look`
        auto compiled = templates::compile(page->second, *shape, library);
        append(outcome.diagnostics, std::move(compiled.diagnostics));
        outcome.value.emplace(shape->name, std::move(compiled.value));
    }
    // A part used by many pages is wrong once.
    sort_and_unite(outcome.diagnostics);
    const auto same_place = [](const Diagnostic& a, const Diagnostic& b) {
        return a.code == b.code && a.span.file == b.span.file && a.span.begin == b.span.begin;
    };
    outcome.diagnostics.erase(std::unique(outcome.diagnostics.begin(), outcome.diagnostics.end(), same_place), outcome.diagnostics.end());
    return outcome;
}

auto with_words(const Programs& programs, const wording::Wording& wording, const std::vector<std::string>& languages)
    -> std::vector<Programs> {
    std::vector<Programs> all;
    for (const std::string& language : languages) {
        const wording::Locale& locale = *wording.find(language);
        Programs& own = all.emplace_back();
        for (const auto& [kind, program] : programs)
            own.emplace(kind, templates::with_words(program, [&](std::string_view key) { return wording.word(locale, key); }));
    }
    return all;
}

auto asset_paths(const look::Look& look, const input::InputSet& inputs) -> pages::Assets {
    pages::Assets paths;
    paths.style = fmt::format("assets/style.{}.css", short_hex(hash_of(look.style)));
    paths.script = fmt::format("assets/script.{}.js", short_hex(hash_of(look.script)));
    if (!look.later_script.empty()) {
        // One name for both: the script knows its own, and so its style sheet's.
        const std::string name = "assets/later." + short_hex(hash_of(look.later_script + look.later_style));
        paths.later_script = name + ".js";
        paths.later_style = name + ".css";
    }
    for (const look::Asset& asset : look.assets) {
        if (asset.name == "icon.svg" && inputs.find(inputs[asset.file].path)) paths.icon = "assets/icon.svg";
    }
    return paths;
}

}  // namespace praxis::emit
