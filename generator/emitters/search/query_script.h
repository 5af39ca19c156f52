// The query core, query.js, as the program carries it.
#pragma once

#include <string>

namespace praxis::emitters::search {

auto query_script() -> const std::string&;

}  // namespace praxis::emitters::search
