// The codes of stage P: why an output folder is refused.
#pragma once

#include "report/diagnostic.h"

namespace praxis::publish::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "publish/codes.def"
#undef CODE
}  // namespace praxis::publish::codes
