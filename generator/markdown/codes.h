// The codes of stage M: what is wrong with Markdown as such.
#pragma once

#include "report/diagnostic.h"

namespace praxis::markdown::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "markdown/codes.def"
#undef CODE
}  // namespace praxis::markdown::codes
