// The codes of stage A: what is wrong with a package that has been sent in.
#pragma once

#include "report/diagnostic.h"

namespace praxis::packages::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "packages/codes.def"
#undef CODE
}  // namespace praxis::packages::codes
