// Where a reader may write a file of the bank herself: the pages of the repository's forge.
#pragma once

#include <string>

#include "settings/settings.h"

namespace praxis::pages {

// The page of a new file, or of the one that is there. Empty without a forge.
auto forge_address(const settings::Settings& settings, const std::string& path, bool is_there) -> std::string;

}  // namespace praxis::pages
