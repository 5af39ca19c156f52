// What `praxis status` prints, in its forms. For the files of this command only.
#pragma once

#include <string>
#include <vector>

#include "bank/coverage.h"
#include "commands/load.h"
#include "console/field_words.h"

namespace praxis::commands {

struct StatusReport {
    const Loaded& loaded;
    const Workplace& workplace;
    const wording::Locale& locale;  // of the messages
    console::FieldWords words;
    fields::Day today;
    std::vector<bank::Coverage> languages;
};

auto status_text(const StatusReport& report) -> std::string;
auto status_json(const StatusReport& report) -> std::string;

// What a letter speaks of: what was published on or after this day, besides what is stale.
struct Since {
    fields::Date date;
    std::string label;
};
// One letter a translator into the language, in that language; none for those with nothing to do.
struct Letters {
    const Loaded& loaded;
    const bank::Coverage& coverage;
    const wording::Locale& locale;
    const console::Sentences& sentences;
    const console::FieldWords& words;
    std::optional<Since> since;
};
auto status_letters(const Letters& asked) -> std::string;

// How a thing is called in a language: its own title or name, else the original's.
auto title_in(const bank::Entity& entity, std::string_view language) -> std::string;
// The heading of a section; the label of a field, with the item it is of: `What is counted (women)`.
auto part_name(const wording::Wording& wording, const wording::Locale& locale, const console::FieldWords& words, fields::Kind kind,
               const std::string& key) -> std::string;
auto folder_of(const bank::Bank& bank, const bank::Target& target) -> std::string;  // `practices/redes`

}  // namespace praxis::commands
