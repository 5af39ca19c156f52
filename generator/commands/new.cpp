// `praxis new KIND`: writes the file with which a record begins. On a terminal it asks for what was not
// given; it never writes over a file, and never beside the texts of a record that is there.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "base/utf8.h"
#include "commands/commands.h"
#include "commands/load.h"
#include "commands/new_file.h"
#include "scaffold/record_template.h"
#include "input/input_set.h"
#include "language/text.h"
#include "report/suggest.h"

namespace praxis::commands {
namespace {

constexpr std::size_t most_id = 60;

// `Redes de mujeres, León` -> `redes-de-mujeres-leon`; empty where nothing is left.
auto id_of(std::string_view title) -> std::string {
    std::string id;
    for (const char c : language::anchor_of(language::fold(title))) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            id += c;
        else if (c == '-' && !id.empty() && id.back() != '-')
            id += '-';
    }
    if (id.size() > most_id) id.resize(id.rfind('-', most_id) == std::string::npos ? most_id : id.rfind('-', most_id));
    while (id.ends_with('-')) id.pop_back();
    return id;
}

// One line from the terminal; what was suggested where nothing is typed.
auto ask(const std::string& question, const std::string& suggestion) -> std::string {
    std::cerr << question << (suggestion.empty() ? "" : " [" + suggestion + "]") << " " << std::flush;
    std::string line;
    std::getline(std::cin, line);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos) return suggestion;
    line = line.substr(first, line.find_last_not_of(" \t\r") + 1 - first);
    return first_invalid_utf8(line) == std::string::npos ? line : suggestion;
}

void ask_for_missing(Options& options, const Workplace& workplace) {
    if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDERR_FILENO) == 0) return;
    if (options.title.empty()) options.title = ask(workplace.sentences.word("ask_title"), {});
    if (options.id.empty()) options.id = ask(workplace.sentences.word("ask_id"), id_of(options.title));
}

auto kind_named(const std::string& name) -> const fields::KindEntry* {
    for (const fields::KindEntry& kind : fields::kinds()) {
        if (kind.name == name || kind.folder == name) return &kind;
    }
    return nullptr;
}

// The record's language: the one asked for where it has a locale, else that of the messages.
auto language_of(const Options& options, const Workplace& workplace, const Loaded& loaded) -> std::string {
    const std::string asked = options.language.substr(0, options.language.find_first_of("_."));
    return loaded.wording.find(asked) == nullptr ? workplace.sentences.language() : asked;
}

auto write(const Options& options, const Workplace& workplace, const Loaded& loaded, const fields::KindEntry& kind) -> int {
    const std::string language = language_of(options, workplace, loaded);
    const bool record = kind.format == fields::Format::markdown;
    const std::string path = fmt::format("content/{}/{}{}", kind.folder, options.id, record ? "/" + language + ".md" : ".yaml");
    const auto taken = loaded.bank.find(kind.kind, options.id);
    const std::string there = taken ? loaded.inputs[loaded.bank[*taken].file].path : path;
    const std::string schema = fmt::format(".schemas/{}.schema.json", kind.name);
    const auto words = console::read_field_words(*workplace.files, workplace.sentences.language(), workplace.sentences.word("colon"));
    const scaffold::RecordTemplate asked{kind,
                                         language,
                                         options.title,
                                         workplace.own->exists(schema) ? "../../" + schema : std::string(),
                                         loaded.settings.languages,
                                         loaded.wording,
                                         workplace.sentences,
                                         words};
    const Written written = taken ? Written::exists : write_new_file(options.source + "/" + path, scaffold::record_template(asked));
    if (written == Written::yes) {
        fmt::print("{}\n", path);
        complain(workplace.sentences.told("new_then", {{"path", path}}));
        return exit_clean;
    }
    complain(workplace.sentences.told(written == Written::exists ? "already_there" : "cannot_write", {{"path", there}}));
    return written == Written::exists ? exit_content : exit_environment;
}

}  // namespace

auto create(const Options& given) -> int {
    Options options = given;
    const Workplace workplace = open_workplace(options);
    const fields::KindEntry* kind = kind_named(options.kind);
    if (kind == nullptr) {
        std::string names;
        for (const fields::KindEntry& one : fields::kinds()) names += (names.empty() ? "" : ", ") + std::string(one.name);
        complain(workplace.sentences.told("unknown_kind", {{"kind", options.kind}, {"kinds", names}}));
        return exit_usage;
    }
    const auto loaded = load_or_complain(workplace, options);
    if (!loaded) return exit_environment;
    ask_for_missing(options, workplace);
    if (options.id.empty()) options.id = id_of(options.title);
    if (options.id.empty()) {
        complain(workplace.sentences.word("id_needed"));
        return exit_usage;
    }
    if (!input::is_free_id(options.id)) {
        complain(workplace.sentences.told("not_an_id", {{"id", options.id}}));
        return exit_usage;
    }
    return write(options, workplace, *loaded, *kind);
}

}  // namespace praxis::commands
