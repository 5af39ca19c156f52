// The words that the bank has agreed on: content/glossary.yaml, typed, with what finds its forms in a text.
// It guarantees that no form is both agreed on and avoided in one language. Made by `read_glossary`;
// immutable, safe to read from any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "input/input_set.h"
#include "values/value.h"

namespace praxis::glossary {

// Where a form stands in a text, in bytes; `term` is the number of its term.
struct Hit {
    std::size_t begin = 0, end = 0;
    std::size_t term = 0;
};

// Finds forms in a text whatever their case and line breaks, whole words only, in one pass.
class FormFinder {
public:
    void add(std::string_view form, std::size_t term);
    auto find(std::string_view text) const -> std::vector<Hit>;
    auto is_empty() const -> bool { return forms_.empty(); }

private:
    struct Form {
        std::vector<std::string> words, gaps;  // one gap less than words
        std::size_t term = 0;
    };
    std::unordered_map<std::string, std::vector<Form>> forms_;  // by first word
};

struct Glossary {
    FileId file = FileId::none;
    values::Value fields;
    std::map<std::string, FormFinder, std::less<>> agreed, avoided;  // by language

    auto terms() const -> const std::vector<values::Value>& { return fields.items_of("terms"); }
    // The form agreed on in a language; empty where there is none.
    auto term_in(std::size_t term, std::string_view language) const -> std::string_view;
    // Further forms, or forms to avoid, in a language.
    auto forms_in(std::size_t term, std::string_view key, std::string_view language) const -> std::vector<std::string>;
    // The forms to avoid in a Markdown body: not in remarks, addresses, code or passages in other languages.
    auto avoided_in(std::string_view body, std::string_view language) const -> std::vector<Hit>;
    // The terms that a body uses, each once, in the order of the glossary.
    auto used_in(std::string_view body, std::string_view language) const -> std::vector<std::size_t>;
};

auto read_glossary(const input::InputSet& inputs) -> Outcome<Glossary>;

}  // namespace praxis::glossary
