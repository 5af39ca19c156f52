// What a package becomes in a bank: the paths it is placed at, or why it is not placed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "files/files.h"
#include "packages/package.h"

namespace praxis::commands {

struct Arrival {
    packages::Package package;
    std::vector<std::pair<std::string, std::string>> files;  // path from the source folder, bytes
};

// Reads a package as it came, under its own id or under `as`; nothing is written, and what would stand where
// something is there already is refused.
auto open_arrival(const files::Files& own, std::string_view file, std::string_view bytes, std::string_view as)
    -> Outcome<std::optional<Arrival>>;

}  // namespace praxis::commands
