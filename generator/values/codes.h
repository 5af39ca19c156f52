// The codes of stage R, first part: what is wrong with a field.
#pragma once

#include "report/diagnostic.h"

namespace praxis::values::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "values/codes.def"
#undef CODE
}  // namespace praxis::values::codes
