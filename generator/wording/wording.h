// The words of the interface and the habits of each language: one `Locale` for each file of locale/.
// It guarantees that every word known in English can be said in every language (through its
// fallbacks), and counts what is missing. Made by `read_wording`; immutable.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "input/input_set.h"
#include "language/formats.h"
#include "language/message.h"
#include "language/text.h"
#include "report/diagnostic.h"
#include "wording/search_words.h"

namespace praxis::wording {

struct TextHash {
    using is_transparent = void;
    auto operator()(std::string_view text) const -> std::size_t { return std::hash<std::string_view>{}(text); }
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

struct Locale {
    std::string tag, name;
    FileId file = FileId::none;
    bool right_to_left = false;
    std::vector<std::string> fallback;
    language::NumberFormat numbers;
    language::DateFormat dates;
    language::Typography typography;
    std::map<std::string, std::string, std::less<>> sections;     // kind or list id -> address word
    std::map<std::string, std::string, std::less<>> headings;     // section id -> heading
    std::map<std::string, std::string, std::less<>> heading_ids;  // heading or variant, as written and folded -> section id
    TextMap<std::string> terms;                                   // `status.active` -> label
    TextMap<language::Message> words;
    SearchWords search;
    std::shared_ptr<const language::Plurals> plurals;
    std::shared_ptr<const language::Collator> order;
};

class Wording {
public:
    auto find(std::string_view tag) const -> const Locale*;
    auto all() const -> const std::map<std::string, Locale, std::less<>>& { return locales_; }
    auto word_keys() const -> std::vector<std::string>;  // of English, the reference

    // The word in the language, its fallbacks, English; the key itself where none has it.
    auto word(const Locale& locale, std::string_view key, language::Arguments arguments = {}) const -> std::string;
    auto has_word(std::string_view key) const -> bool;
    // The label of a closed value; the value itself where none has it.
    auto term(const Locale& locale, std::string_view group, std::string_view value) const -> std::string_view;
    auto section(const Locale& locale, std::string_view id) const -> std::string_view;
    auto heading(const Locale& locale, std::string_view id) const -> std::string_view;
    // The section id of a heading in a language, or nothing.
    auto section_of_heading(std::string_view tag, std::string_view heading) const -> std::string_view;
    // Words of English that the language lacks.
    auto missing(const Locale& locale) const -> std::vector<std::string>;

private:
    friend auto read_wording(const input::InputSet& inputs, unsigned jobs) -> Outcome<Wording>;
    template <class Has>
    auto in_chain(const Locale& locale, Has&& has) const -> bool;
    std::map<std::string, Locale, std::less<>> locales_;
};

auto read_wording(const input::InputSet& inputs, unsigned jobs = 1) -> Outcome<Wording>;

}  // namespace praxis::wording
