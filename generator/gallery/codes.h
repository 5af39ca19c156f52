// The codes of pictures that cannot be made smaller.
#pragma once

#include "report/diagnostic.h"

namespace praxis::gallery::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "gallery/codes.def"
#undef CODE
}  // namespace praxis::gallery::codes
