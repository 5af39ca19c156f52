// What the fields of the bank are called by people, and what to write in them: from locale/fields/.
// It guarantees a label for every field: the key itself where nobody has worded it. Made by
// `read_field_words`.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "files/files.h"

namespace praxis::console {

struct FieldWord {
    std::string label, hint;  // the hint may be empty
};

class FieldWords {
public:
    // Of the field at a path of a kind: `practice`, `sources.title`.
    auto of(std::string_view kind, std::string_view path) const -> FieldWord;
    // "label: hint", with the colon of the language.
    auto line(std::string_view kind, std::string_view path) const -> std::string;
    // What belongs in a section of a practice; empty where it says nothing.
    auto section(std::string_view id) const -> std::string;
    auto knows(std::string_view kind, std::string_view path) const -> bool { return find(kind, path) != nullptr; }
    auto entries() const -> const std::map<std::string, FieldWord, std::less<>>& { return entries_; }

private:
    friend auto read_field_words(const files::Files& files, std::string_view language, std::string colon) -> FieldWords;
    auto find(std::string_view kind, std::string_view path) const -> const FieldWord*;
    std::map<std::string, FieldWord, std::less<>> entries_;
    std::string colon_ = ": ";
};

// locale/fields/<language>.yaml over the English.
auto read_field_words(const files::Files& files, std::string_view language, std::string colon) -> FieldWords;

}  // namespace praxis::console
