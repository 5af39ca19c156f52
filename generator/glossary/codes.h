// The codes of the glossary.
#pragma once

#include "report/diagnostic.h"

namespace praxis::glossary::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "glossary/codes.def"
#undef CODE
}  // namespace praxis::glossary::codes
