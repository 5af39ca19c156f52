// The codes of stage U: what is wrong with an address.
#pragma once

#include "report/diagnostic.h"

namespace praxis::routes::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "routes/codes.def"
#undef CODE
}  // namespace praxis::routes::codes
