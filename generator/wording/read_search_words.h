// Reads the `search` part of a locale file.
#pragma once

#include "report/diagnostic.h"
#include "wording/search_words.h"
#include "yaml/node.h"

namespace praxis::wording {

auto read_search_words(const yaml::Node& map) -> Outcome<SearchWords>;

}  // namespace praxis::wording
