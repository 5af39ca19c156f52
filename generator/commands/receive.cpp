// `praxis receive FILE..`: places what was sent in beside what is there, says what `check` finds in it, and
// writes the reply to each sender in her language.
#include "commands/arrival.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "bank/codes.h"
#include "commands/commands.h"
#include "commands/composition.h"
#include "commands/new_file.h"
#include "console/draw.h"
#include "console/field_words.h"
#include "input/input_set.h"

namespace praxis::commands {
namespace {

// One byte more than a package may have tells that it has more.
auto read_file(const std::string& path) -> std::optional<std::string> {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
    const std::filesystem::path whole(path);
    const files::DiskFiles folder(whole.has_parent_path() ? whole.parent_path().string() : ".");
    auto bytes = folder.read(whole.filename().string(), packages::most_package_bytes + 1);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

void print(const Diagnostics& found, const input::InputSet& inputs, const console::Sentences& sentences) {
    const std::string text = console::draw(found, {inputs, sentences, console::Form::text, console::Colour::none, false});
    std::fputs(text.c_str(), stdout);
}

// All of its files or none.
auto place(const std::string& source, const Arrival& arrival) -> std::optional<std::string> {
    for (std::size_t i = 0; i < arrival.files.size(); ++i) {
        const auto& [path, bytes] = arrival.files[i];
        if (write_new_file(source + "/" + path, bytes) == Written::yes) continue;
        std::error_code error;
        for (std::size_t n = 0; n < i; ++n) std::filesystem::remove(source + "/" + arrival.files[n].first, error);
        return path;
    }
    return std::nullopt;
}

auto of_arrival(const Diagnostics& all, const Loaded& loaded, const Arrival& arrival) -> Diagnostics {
    Diagnostics own;
    std::ranges::copy_if(all, std::back_inserter(own), [&](const Diagnostic& d) {
        return d.span.file != FileId::none &&
               std::ranges::any_of(arrival.files, [&](const auto& file) { return file.first == loaded.inputs[d.span.file].path; });
    });
    return own;
}

// What the editor has to know of a package besides its files.
void tell(const Arrival& arrival, const std::string& file, const console::Sentences& sentences) {
    const packages::Package& package = arrival.package;
    fmt::print("{}\n", sentences.told("received_from",
                                      {{"file", file}, {"name", package.sender}, {"office", package.office}, {"date", package.date}}));
    for (const auto& [path, bytes] : arrival.files) fmt::print("  {}\n", path);
    for (const std::string& text : package.declares) fmt::print("  {}\n", sentences.told("received_declares", {{"text", text}}));
    std::string awards;
    for (const std::string& award : package.awards) awards += (awards.empty() ? "" : ", ") + award;
    if (!awards.empty()) fmt::print("  {}\n", sentences.told("received_awards", {{"awards", awards}}));
    if (!package.message.empty()) fmt::print("  {}\n", sentences.told("received_message", {{"text", package.message}}));
}

// What is not there yet, called as people call it; the day of the last check is for the editors.
auto not_yet(const Diagnostic& gap, std::string_view kind, const console::FieldWords& words) -> std::string {
    std::string all;
    const std::string& keys = gap.arguments.front();
    for (std::size_t at = 0; at < keys.size();) {
        const std::size_t end = std::min(keys.find(", ", at), keys.size());
        const std::string key = keys.substr(at, end - at);
        at = end + 2;
        if (key == "last_verified") continue;
        all += (all.empty() ? "" : ", ") + (key.starts_with("## ") ? key.substr(3) : words.of(kind, key).label);
    }
    return all;
}

// What `check` found, for somebody who knows the form and not the file.
auto questions(const packages::Package& package, const Diagnostics& found, const Workplace& workplace, const console::Sentences& theirs)
    -> std::vector<std::string> {
    const auto words = console::read_field_words(*workplace.files, theirs.language(), theirs.word("colon"));
    std::vector<std::string> all;
    for (const Diagnostic& one : found) {
        if (one.code->id != bank::codes::missing_later.id) {
            all.push_back(theirs.says(one));
            continue;
        }
        const std::string parts = not_yet(one, fields::entry(package.kind).name, words);
        if (!parts.empty()) all.push_back(theirs.told("reply_more", {{"parts", parts}}));
    }
    return all;
}

// In the sender's language, to be sent as it is.
void reply(const Arrival& arrival, const Diagnostics& found, const Workplace& workplace) {
    const packages::Package& package = arrival.package;
    const auto theirs = console::read_sentences(*workplace.files, console::choose_language(*workplace.files, package.language));
    const std::string title = package.title.empty() ? package.id : package.title;
    const std::string pictures = std::to_string(package.pictures.size());
    fmt::print("\n{}\n\n", workplace.sentences.told("received_reply", {{"email", package.email}}));
    fmt::print("{}\n\n", theirs.told("reply_about", {{"title", title}}));
    fmt::print("{}\n\n", theirs.told("reply_hello", {{"name", package.sender}}));
    fmt::print("{}\n\n",
               theirs.told("reply_thanks", {{"title", title}, {"count", pictures, static_cast<double>(package.pictures.size())}}));
    const auto asked = questions(package, found, workplace, theirs);
    fmt::print("{}\n", theirs.word(asked.empty() ? "reply_nothing" : "reply_look"));
    for (const std::string& one : asked) fmt::print("- {}\n", one);
    fmt::print("\n{}\n\n{}\n\n", theirs.word("reply_next"), theirs.word("reply_end"));
}

// Judges what was placed against the whole bank, as `check` would.
auto judge(const Options& given, const Workplace& workplace, const std::vector<std::pair<std::string, Arrival>>& placed) -> int {
    Options options = given;
    options.today = today();
    const auto loaded = load_or_complain(workplace, options);
    if (!loaded) return exit_environment;
    if (!loaded->usable) complain(workplace.sentences.word("bank_unusable"));
    bool errors = !loaded->usable;
    for (const auto& [file, arrival] : placed) {
        const Diagnostics found = of_arrival(loaded->diagnostics, *loaded, arrival);
        errors = errors || has_errors(found);
        tell(arrival, file, workplace.sentences);
        print(found, loaded->inputs, workplace.sentences);
        reply(arrival, found, workplace);
    }
    return errors ? exit_content : exit_clean;
}

}  // namespace

auto receive(const Options& options) -> int {
    const Workplace workplace = open_workplace(options);
    if (!options.id.empty() && options.paths.size() != 1) {
        complain(workplace.sentences.word("one_id"));
        return exit_usage;
    }
    if (!options.id.empty() && !input::is_free_id(options.id)) {
        complain(workplace.sentences.told("not_an_id", {{"id", options.id}}));
        return exit_usage;
    }
    const input::InputSet nothing(*workplace.files);
    std::vector<std::pair<std::string, Arrival>> placed;
    int outcome = exit_clean;
    for (const std::string& path : options.paths) {
        const auto bytes = read_file(path);
        if (!bytes) {
            complain(workplace.sentences.told("unreadable_package", {{"path", path}}));
            return exit_environment;
        }
        const std::string name = std::filesystem::path(path).filename().string();
        auto arrival = open_arrival(*workplace.own, name, *bytes, options.id);
        print(arrival.diagnostics, nothing, workplace.sentences);
        const auto failed = arrival.value ? place(options.source, *arrival.value) : std::nullopt;
        if (failed) complain(workplace.sentences.told("cannot_write", {{"path", *failed}}));
        if (failed) return exit_environment;
        if (arrival.value)
            placed.emplace_back(name, std::move(*arrival.value));
        else
            complain(workplace.sentences.told("received_refused", {{"file", name}}));
        if (has_errors(arrival.diagnostics)) outcome = exit_content;
    }
    if (placed.empty()) return outcome;
    return std::max(outcome, judge(options, workplace, placed));
}

}  // namespace praxis::commands
