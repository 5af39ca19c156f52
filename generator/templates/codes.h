// The codes of stage T, first part: what is wrong with a template.
#pragma once

#include "report/diagnostic.h"

namespace praxis::templates::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "templates/codes.def"
#undef CODE
}  // namespace praxis::templates::codes
