// One function a command: options in, exit code out. All printing, the clock and the environment are
// here and nowhere below.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "commands/options.h"
#include "emit/emitter.h"

namespace praxis::commands {

auto build(const Options& options) -> int;
auto check(const Options& options) -> int;
auto explain(const Options& options) -> int;
auto translate(const Options& options) -> int;
auto search(const Options& options) -> int;
auto status(const Options& options) -> int;
auto schema(const Options& options) -> int;
auto create(const Options& options) -> int;  // `praxis new`
auto serve(const Options& options) -> int;

// What a build has to say, for a command that builds and prints itself.
struct Told {
    std::string text;         // as it would have been printed
    std::size_t changed = 0;  // files of the site, those of the search not counted
    std::string base_url;     // of the settings, where they could be read
    // A hasty build leaves the search as the one before made it, where it can; another one makes it up.
    bool hasty = false, put_off = false;
    std::vector<emit::Artifact> search;
};
auto build(const Options& options, Told& told) -> int;

// Parses the command line and runs what it names.
auto run(int count, char** arguments) -> int;

}  // namespace praxis::commands
