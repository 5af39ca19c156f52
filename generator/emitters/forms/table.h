// What the script of a form has to know, as calls of the script: the fields of a kind with their words
// and rules, and the names to choose from, both in one language.
#pragma once

#include <string>
#include <vector>

#include "console/field_words.h"
#include "console/sentences.h"
#include "emit/snapshot.h"

namespace praxis::emitters::forms {

// The words of one language that are no part of a page.
struct Words {
    std::size_t language;  // of the site
    console::Sentences sentences;
    console::FieldWords fields;
    std::vector<std::string> of_form;  // keys of the words that begin with `form_`
};

auto form_table(const emit::Snapshot& snapshot, const fields::KindEntry& kind, const Words& words) -> std::string;
auto form_lists(const emit::Snapshot& snapshot, std::size_t language) -> std::string;

}  // namespace praxis::emitters::forms
