// From files to a linked bank with its routes: the stages that every command shares, in their order.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "bank/bank.h"
#include "commands/options.h"
#include "commands/stopwatch.h"
#include "console/draw.h"
#include "console/sentences.h"
#include "files/files.h"
#include "records/cache.h"
#include "routes/routes.h"
#include "settings/settings.h"
#include "wording/wording.h"

namespace praxis::commands {

// The source folder over the installed looks and locales, and the language of messages.
struct Workplace {
    std::unique_ptr<files::Files> own, installed;
    std::unique_ptr<files::LayeredFiles> files;
    console::Sentences sentences;
    unsigned jobs = 1;
    std::string cache;  // the folder of the bank's cache; empty: none
};
auto open_workplace(const Options& options) -> Workplace;
// The same over files of any kind: for tests.
auto make_workplace(std::unique_ptr<files::Files> own, std::unique_ptr<files::Files> installed, std::string_view language, unsigned jobs)
    -> Workplace;

struct Loaded {
    input::InputSet inputs;
    wording::Wording wording;
    settings::Settings settings;
    glossary::Glossary glossary;
    claims::Claims claims;
    history::History history;
    std::optional<records::Cache> cache;
    std::optional<files::Scratch> own_scratch;  // where there is no cache
    bank::Bank bank;
    routes::Routes routes;
    Diagnostics diagnostics;      // sorted, severities applied
    std::vector<Digest> digests;  // of the inputs, where they have been compared with the last build's
    bool known = false;           // nothing was read, for the last build had read the same
    bool usable = false;          // a bank was linked; else only the diagnostics say something
    std::string error;            // the machine failed; nothing else holds
    Loaded(const files::Files& files, std::string source) : inputs(files), history(std::move(source)) {}
    auto scratch() -> files::Scratch& { return cache ? cache->scratch() : *own_scratch; }
};
// `is_known` is asked when the inputs are gathered; where it says yes, nothing else is read.
auto load(const Workplace& workplace, const Options& options, Stopwatch& watch, const std::function<bool(Loaded&)>& is_known = {})
    -> std::unique_ptr<Loaded>;

// The bank for a command that only looks at it; nothing where the machine failed, which has then been said.
auto load_or_complain(const Workplace& workplace, const Options& options) -> std::unique_ptr<Loaded>;

// How to draw on a stream: with colours on a terminal, unless NO_COLOR (no-color.org) is set.
auto colour_of(int descriptor) -> console::Colour;

// The day by the clock (UTC), YYYY-MM-DD.
auto today() -> std::string;

// Prints to standard error: "praxis: ...".
void complain(std::string_view text);

}  // namespace praxis::commands
