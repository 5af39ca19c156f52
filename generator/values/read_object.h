// Reads a YAML map by the field table: the only place where written scalars become typed values.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "values/value.h"
#include "yaml/node.h"

namespace praxis::values {

// How words are written in the file at hand.
enum class Writing : std::uint8_t {
    original,     // one language: the file's
    translation,  // the same, and nothing but words; lists with words are maps by item id
    by_language,  // maps by language, or one scalar that serves all
};

struct Context {
    FileId file;
    Writing writing = Writing::original;
    std::string language;   // of the file, unless by_language
    std::string_view kind;  // for messages: `practice`, `bank`
};

// What does not fit is reported and left out; the rest is there.
auto read_object(const yaml::Node& map, std::span<const fields::Field> fields, const Context& context) -> Outcome<Value>;

}  // namespace praxis::values
