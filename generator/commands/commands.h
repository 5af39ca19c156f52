// One function a command: options in, exit code out. All printing, the clock and the environment are
// here and nowhere below.
#pragma once

#include <memory>

#include "commands/options.h"

namespace praxis::commands {

auto build(const Options& options, std::shared_ptr<void>& remains) -> int;
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

// Parses the command line and runs what it names. `remains` is what a large bank leaves in memory: a program that ends
// need not spend time on taking it apart.
auto run(int count, char** arguments, std::shared_ptr<void>& remains) -> int;

}  // namespace praxis::commands
