// The codes of stage Y: what is wrong with YAML as such.
#pragma once

#include "report/diagnostic.h"

namespace praxis::yaml::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "yaml/codes.def"
#undef CODE
}  // namespace praxis::yaml::codes
