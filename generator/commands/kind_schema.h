// A kind of record as JSON Schema (draft 2020-12), from the field table: for editors and forms. It is wider
// than `praxis check`, which also looks at other files; what it refuses, `check` refuses too.
#pragma once

#include <string>

#include "console/field_words.h"
#include "fields/field.h"

namespace praxis::commands {

// With which every schema begins.
inline constexpr std::string_view schema_start = "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",";

// For a Markdown kind, the front matter: an original's or, where there is `translation`, a translation's.
auto kind_schema(const fields::KindEntry& kind, const console::FieldWords& words) -> std::string;
// Every kind under `$defs`.
auto all_schemas(const console::FieldWords& words) -> std::string;

}  // namespace praxis::commands
