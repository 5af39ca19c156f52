// The codes of stage E: what is wrong with the output as a whole.
#pragma once

#include "report/diagnostic.h"

namespace praxis::emit::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "emit/codes.def"
#undef CODE
}  // namespace praxis::emit::codes
