// `praxis status`: what each language has of the bank and what it lacks. The only place where the bank's
// coverage meets the options; its forms are in status_text, status_json and status_letters.
#include "commands/status.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "commands/commands.h"

namespace praxis::commands {
namespace {

// The release that was meant: the label of the present one, or a day, a month, a year; `2026.05` is a month.
auto since_of(const std::string& given, const settings::Settings& settings) -> std::optional<Since> {
    if (given == settings.release_label) return Since{settings.release_date, given};
    std::string text = given;
    std::ranges::replace(text, '.', '-');
    const auto date = fields::parse_date(text);
    if (!date || date->kind != fields::Date::Kind::single) return std::nullopt;
    return Since{*date, given};
}

auto is_language(const settings::Settings& settings, const std::string& tag) -> bool {
    return std::ranges::find(settings.languages, tag) != settings.languages.end();
}

auto write_letters(const Options& options, const Workplace& workplace, const Loaded& loaded) -> int {
    std::optional<Since> since;
    if (!options.since.empty()) {
        since = since_of(options.since, loaded.settings);
        if (!since) {
            complain(workplace.sentences.told("unknown_release", {{"release", options.since}, {"label", loaded.settings.release_label}}));
            return exit_usage;
        }
    }
    const auto sentences = console::read_sentences(*workplace.files, options.letter);
    const auto coverage = bank::coverage_of(loaded.bank, options.letter);
    const auto words = console::read_field_words(*workplace.files, options.letter, sentences.word("colon"));
    const std::string letters = status_letters({loaded, coverage, *loaded.wording.find(options.letter), sentences, words, since});
    std::fputs(letters.c_str(), stdout);
    if (letters.empty()) complain(workplace.sentences.word("no_letters"));
    return exit_clean;
}

}  // namespace

auto title_in(const bank::Entity& entity, std::string_view language) -> std::string {
    if (fields::entry(entity.kind).format == fields::Format::markdown) {
        const bank::Text* text = entity.text(language);
        if (text == nullptr && !entity.texts.empty()) text = &entity.texts.front();
        const bank::Value* title = text == nullptr ? nullptr : entity.fields(*text).find("title");
        return title == nullptr ? entity.id : title->items.front().text;
    }
    const bank::Value* names = entity.facts.find("names");
    if (names == nullptr || names->items.empty()) return entity.id;
    const auto own = std::ranges::find_if(names->items, [&](const bank::Value& phrase) {
        return values::language_of(phrase).empty() || values::language_of(phrase) == language;
    });
    return own == names->items.end() ? names->items.front().text : own->text;
}

auto part_name(const wording::Wording& wording, const wording::Locale& locale, const console::FieldWords& words, fields::Kind kind,
               const std::string& key) -> std::string {
    const std::string_view heading = wording.heading(locale, key);
    if (heading != key) return std::string(heading);
    const std::string_view name = fields::entry(kind).name;
    const std::size_t first = key.find('.'), last = key.rfind('.');
    if (first == std::string::npos) return words.knows(name, key) ? words.of(name, key).label : key;
    const std::string label = words.of(name, key.substr(0, first) + key.substr(last)).label;
    return first == last ? label : fmt::format("{} ({})", label, key.substr(first + 1, last - first - 1));
}

auto folder_of(const bank::Bank& bank, const bank::Target& target) -> std::string {
    return fmt::format("{}/{}", fields::entry(target.kind).folder, bank[target].id);
}

auto status(const Options& given) -> int {
    Options options = given;
    if (options.today.empty()) options.today = today();
    const Workplace workplace = open_workplace(options);
    const auto loaded = load_or_complain(workplace, options);
    if (!loaded) return exit_environment;
    if (!loaded->usable) {
        complain(workplace.sentences.word("bank_unusable"));
        return exit_content;
    }
    for (const std::string& tag : {options.to, options.letter}) {
        if (tag.empty() || is_language(loaded->settings, tag)) continue;
        complain(workplace.sentences.told("not_of_bank", {{"language", tag}}));
        return exit_usage;
    }
    if (has_errors(loaded->diagnostics)) complain(workplace.sentences.word("status_with_errors"));
    if (!options.letter.empty()) return write_letters(options, workplace, *loaded);
    const wording::Locale* locale = loaded->wording.find(workplace.sentences.language());
    StatusReport report{*loaded,
                        workplace,
                        locale == nullptr ? *loaded->wording.find(loaded->settings.languages.front()) : *locale,
                        console::read_field_words(*workplace.files, workplace.sentences.language(), workplace.sentences.word("colon")),
                        fields::parse_date(options.today)->first,
                        {}};
    for (const std::string& language : loaded->settings.languages) {
        if (options.to.empty() || options.to == language) report.languages.push_back(bank::coverage_of(loaded->bank, language));
    }
    const std::string text = options.json ? status_json(report) : status_text(report);
    std::fputs(text.c_str(), stdout);
    return exit_clean;
}

}  // namespace praxis::commands
