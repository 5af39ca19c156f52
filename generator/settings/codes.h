// The codes of stage C: what is wrong with the settings.
#pragma once

#include "report/diagnostic.h"

namespace praxis::settings::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "settings/codes.def"
#undef CODE
}  // namespace praxis::settings::codes
