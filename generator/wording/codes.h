// The codes of stage W: what is wrong with a locale file.
#pragma once

#include "report/diagnostic.h"

namespace praxis::wording::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "wording/codes.def"
#undef CODE
}  // namespace praxis::wording::codes
