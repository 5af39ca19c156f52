// The codes of stage I: what is wrong with a file before its content is looked at.
#pragma once

#include "report/diagnostic.h"

namespace praxis::input::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "input/codes.def"
#undef CODE
}  // namespace praxis::input::codes
