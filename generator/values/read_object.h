// Reads a YAML map by the field table: the only place where written scalars become typed values.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "input/input_set.h"
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

// A file of its own, such as content/glossary.yaml: words by language. `kind` is for messages.
struct Table {
    FileId file;
    std::uint64_t most_bytes = 0;
    std::span<const fields::Field> fields;
    std::string_view kind;
};
auto read_table(const input::InputSet& inputs, const Table& table) -> Outcome<Value>;

}  // namespace praxis::values
