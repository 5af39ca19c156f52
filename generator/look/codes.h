// The codes of stage T, second part: what is wrong with a look as a whole.
#pragma once

#include "report/diagnostic.h"

namespace praxis::look::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "look/codes.def"
#undef CODE
}  // namespace praxis::look::codes
