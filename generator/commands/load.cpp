#include "commands/load.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <thread>

#include "base/parallel.h"
#include "commands/cache.h"
#include "wording/codes.h"

namespace praxis::commands {
namespace {

// Where looks and locales were installed: beside the program, or the checkout it was built in.
auto installed_folder() -> std::string {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    const std::filesystem::path shared = program.parent_path() / "share" / "praxis";
    return std::filesystem::is_directory(shared / "locale", error) ? shared.string() : program.parent_path().string();
}

auto environment_language() -> std::string {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') return value;
    }
    return {};
}

// Every language of the bank needs its words.
void check_languages(Loaded& loaded) {
    for (const values::Value& language : loaded.settings.fields.items_of("languages")) {
        if (loaded.wording.find(language.text) == nullptr)
            loaded.diagnostics.push_back(diagnose(wording::codes::no_locale, language.span(loaded.settings.file), {language.text}));
    }
    std::erase_if(loaded.settings.languages, [&](const std::string& tag) { return loaded.wording.find(tag) == nullptr; });
}

// The cache's scratch file, or one of this build alone.
void open_scratch(const Workplace& workplace, Loaded& loaded) {
    if (!workplace.cache.empty()) {
        if (auto cache = records::Cache::open(workplace.cache, reading_identity(loaded.inputs, loaded.digests)))
            loaded.cache.emplace(std::move(*cache));
    }
    if (loaded.cache) return;
    auto scratch = files::Scratch::open();
    if (!scratch)
        loaded.error = scratch.error().path + ": " + scratch.error().reason;
    else
        loaded.own_scratch.emplace(std::move(*scratch));
}

// Words, settings, terms and claims.
void read_settings(const Workplace& workplace, const Options& options, Loaded& loaded) {
    auto wording = wording::read_wording(loaded.inputs, workplace.jobs);
    loaded.wording = std::move(wording.value);
    append(loaded.diagnostics, std::move(wording.diagnostics));
    auto settings = settings::read_settings(loaded.inputs, options.base_url);
    loaded.settings = std::move(settings.value);
    append(loaded.diagnostics, std::move(settings.diagnostics));
    check_languages(loaded);
    auto glossary = glossary::read_glossary(loaded.inputs);
    loaded.glossary = std::move(glossary.value);
    append(loaded.diagnostics, std::move(glossary.diagnostics));
    auto claims = claims::read_claims(loaded.inputs);
    loaded.claims = std::move(claims.value);
    append(loaded.diagnostics, std::move(claims.diagnostics));
}

void read_and_link(const Workplace& workplace, const Options& options, Stopwatch& watch, Loaded& loaded) {
    auto records =
        records::read_records({loaded.inputs, loaded.wording, loaded.scratch(), workplace.jobs, loaded.cache ? &*loaded.cache : nullptr,
                               loaded.digests.empty() ? nullptr : &loaded.digests, &loaded.glossary});
    if (!records) {
        loaded.error = records.error().path + ": " + records.error().reason;
        return;
    }
    append(loaded.diagnostics, std::move(records->diagnostics));
    if (loaded.cache) loaded.cache->save();
    watch.lap("read");
    const bank::Linking linking{loaded.inputs, loaded.settings, loaded.wording,  options.today, options.drafts,
                                options.hold,  &loaded.claims,  &loaded.history, workplace.jobs};
    auto linked = bank::link(std::move(records->value), linking, loaded.diagnostics);
    append(loaded.diagnostics, std::move(linked.diagnostics));
    loaded.bank = std::move(linked.value);
    watch.lap("link");
    auto assigned = routes::assign(loaded.bank, loaded.settings, loaded.wording, workplace.jobs);
    append(loaded.diagnostics, std::move(assigned.diagnostics));
    loaded.routes = std::move(assigned.value);
    loaded.usable = !loaded.settings.languages.empty();
    watch.lap("assign");
}

}  // namespace

auto today() -> std::string {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm day{};
    gmtime_r(&now, &day);
    return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

void complain(std::string_view text) {
    fmt::print(stderr, "praxis: {}\n", text);
}

auto open_workplace(const Options& options) -> Workplace {
    const unsigned jobs = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    auto own = std::make_unique<files::DiskFiles>(options.source, jobs);
    auto installed = std::make_unique<files::DiskFiles>(installed_folder());
    const std::string language = options.language.empty() ? environment_language() : options.language;
    Workplace workplace = make_workplace(std::move(own), std::move(installed), language, jobs);
    workplace.cache = cache_folder(options);
    return workplace;
}

auto make_workplace(std::unique_ptr<files::Files> own, std::unique_ptr<files::Files> installed, std::string_view language, unsigned jobs)
    -> Workplace {
    Workplace workplace;
    workplace.own = std::move(own);
    workplace.installed = std::move(installed);
    workplace.files =
        std::make_unique<files::LayeredFiles>(*workplace.own, *workplace.installed, std::vector<std::string>{"locale", "themes"});
    workplace.sentences = console::read_sentences(*workplace.files, console::choose_language(*workplace.files, language));
    workplace.jobs = jobs;
    return workplace;
}

auto load(const Workplace& workplace, const Options& options, Stopwatch& watch, const std::function<bool(Loaded&)>& is_known)
    -> std::unique_ptr<Loaded> {
    auto loaded = std::make_unique<Loaded>(*workplace.files, options.source);
    auto gathered = input::gather(*workplace.files);
    if (!gathered) {
        loaded->error = gathered.error().path + ": " + gathered.error().reason;
        return loaded;
    }
    loaded->inputs = std::move(gathered->value);
    loaded->diagnostics = std::move(gathered->diagnostics);
    watch.lap("gather");
    loaded->known = is_known && is_known(*loaded);
    if (loaded->known) return loaded;
    // What was read before is looked up beside what every build reads.
    parallel_for(2, workplace.jobs,
                 [&](std::size_t i, unsigned) { i == 0 ? read_settings(workplace, options, *loaded) : open_scratch(workplace, *loaded); });
    watch.lap("settings");
    const bool bank_is_there = loaded->settings.file != FileId::none;
    if (loaded->error.empty() && bank_is_there) read_and_link(workplace, options, watch, *loaded);
    settings::apply_severities(loaded->diagnostics, loaded->settings);
    sort_and_unite(loaded->diagnostics);
    return loaded;
}

auto load_or_complain(const Workplace& workplace, const Options& options) -> std::unique_ptr<Loaded> {
    Stopwatch watch;
    auto loaded = load(workplace, options, watch);
    if (loaded->error.empty()) return loaded;
    complain(loaded->error);
    return nullptr;
}

auto colour_of(int descriptor) -> console::Colour {
    const char* refused = std::getenv("NO_COLOR");
    const bool plain = (refused != nullptr && *refused != '\0') || ::isatty(descriptor) == 0;
    return plain ? console::Colour::none : console::Colour::terminal;
}

}  // namespace praxis::commands
