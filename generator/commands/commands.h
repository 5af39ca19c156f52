// One function a command: options in, exit code out. All printing, the clock and the environment are
// here and nowhere below.
#pragma once

#include "commands/options.h"

namespace praxis::commands {

auto build(const Options& options) -> int;
auto check(const Options& options) -> int;
auto explain(const Options& options) -> int;
auto translate(const Options& options) -> int;
auto search(const Options& options) -> int;
auto status(const Options& options) -> int;
auto schema(const Options& options) -> int;
auto receive(const Options& options) -> int;
auto create(const Options& options) -> int;  // `praxis new`
auto serve(const Options& options) -> int;

// For a command that builds and prints itself.
struct Told;
auto build(const Options& options, Told& told) -> int;

// Parses the command line and runs what it names.
auto run(int count, char** arguments) -> int;

}  // namespace praxis::commands
