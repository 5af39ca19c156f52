// A record as bytes and back, for the cache: all of it but its place among the inputs and its body.
#pragma once

#include <string>
#include <string_view>

#include "records/record.h"

namespace praxis::records {

auto stored(const Record& record) -> std::string;
// Parts of records as bytes, to be compared: what references were resolved to is left out.
auto stored(const values::Value& value) -> std::string;
auto stored(const Outline& outline) -> std::string;
// Fills all but `file`, kind, id, language and body; false where the bytes are damaged.
auto restore(std::string_view bytes, Record& record) -> bool;

}  // namespace praxis::records
