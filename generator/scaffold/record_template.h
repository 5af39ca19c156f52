// The file with which a record begins: every field with what to write in it, needed ones first.
#pragma once

#include <string>
#include <vector>

#include "console/field_words.h"
#include "console/sentences.h"
#include "fields/field.h"
#include "wording/wording.h"

namespace praxis::scaffold {

struct RecordTemplate {
    const fields::KindEntry& kind;
    std::string language;                // of the record and of the comments
    std::string title;                   // already known; may be empty
    std::string schema;                  // address of the kind's schema for editors; may be empty
    std::vector<std::string> languages;  // of the bank: words of YAML kinds may be written in each
    const wording::Wording& wording;
    const console::Sentences& sentences;
    const console::FieldWords& words;
};
auto record_template(const RecordTemplate& asked) -> std::string;

// A text as a YAML scalar between double quotation marks, whatever it holds.
auto quoted_yaml(std::string_view text) -> std::string;

}  // namespace praxis::scaffold
