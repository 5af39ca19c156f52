// Where the cache of a bank lies, and when it may be used.
#pragma once

#include <string>

#include "commands/load.h"

namespace praxis::commands {

// Below `--cache`, else below the folder that the system keeps for caches (XDG Base Directory
// Specification), one for each source folder; empty with `--cache none`, or where there is none.
// Caches that no build has used for three months are removed.
auto cache_folder(const Options& options) -> std::string;

// Whatever reading a record depends on beside its file: this very program, and the words of languages.
// Of files whose digests are given, by their numbers, none is read.
auto reading_identity(const input::InputSet& inputs, const std::vector<Digest>& digests) -> Digest;
// And every page: also the settings, the look and what the command line asks for.
auto page_identity(const input::InputSet& inputs, const std::vector<Digest>& digests, const Options& options) -> Digest;

}  // namespace praxis::commands
