// The codes of stage R, second part: what is wrong with a record as a file.
#pragma once

#include "report/diagnostic.h"

namespace praxis::records::codes {
#define CODE(name, ...) inline constexpr Code name{__VA_ARGS__};
#include "records/codes.def"
#undef CODE
}  // namespace praxis::records::codes
