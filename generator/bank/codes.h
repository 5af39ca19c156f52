// The codes of stage B: what is wrong between files.
#pragma once

#include "report/diagnostic.h"

namespace praxis::bank::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "bank/codes.def"
#undef CODE
}  // namespace praxis::bank::codes
