// What Unicode says of text: normal form, folding, anchors, and names of places and languages.
// All of it rests on ICU, which appears in this folder only; results depend on nothing but arguments.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/byte_set.h"

namespace praxis::language {

// Normalisation form C (UAX #15).
auto nfc(std::string_view text) -> std::string;
// Normalisation form D: letters, and after them their accents.
auto nfd(std::string_view text) -> std::string;

// Case, accents and width taken away: what two names must not share. `Ñ` and `n` fold alike.
auto fold(std::string_view text) -> std::string;

// The anchor that forges give a heading: lower case, letters and digits of any script kept, spaces
// to hyphens, the rest dropped (`Contexto y problema` -> `contexto-y-problema`).
auto anchor_of(std::string_view heading) -> std::string;

auto is_language_tag(std::string_view tag) -> bool;  // well-formed BCP 47, in canonical case
auto is_country(std::string_view code) -> bool;      // ISO 3166-1 alpha-2
auto is_currency(std::string_view code) -> bool;     // ISO 4217
auto is_right_to_left(std::string_view tag) -> bool;

// The continent of a country as the United Nations count them, America in two: "002", "003" (north), "005" ...
// Its name is that of a country of this code. Empty where it is not known.
auto continent_of(std::string_view country) -> std::string;

// Names from CLDR; the code itself where CLDR has none.
auto country_name(std::string_view code, std::string_view in_language) -> std::string;
auto language_name(std::string_view tag, std::string_view in_language) -> std::string;

// The order of a language (CLDR collation): compare keys as bytes. Safe to use from many threads.
class Collator {
public:
    explicit Collator(std::string_view language);
    Collator(Collator&&) noexcept;
    auto operator=(Collator&&) noexcept -> Collator&;
    ~Collator();
    auto key(std::string_view text) const -> std::string;

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

// Marks as a language sets them: which space stands before or after one where a plain one was typed (an empty
// replacement closes up), and what stands for a typewriter's apostrophe within a word; nothing leaves it. Data of
// locale/<lang>.yaml.
class Typography {
public:
    using Spaces = std::vector<std::pair<std::string, std::string>>;  // by the mark that they belong to
    Typography() : Typography({}, {}) {}
    Typography(Spaces before, Spaces after, std::string apostrophe = {});

private:
    friend auto typeset(std::string_view text, const Typography& rules) -> std::string;
    Spaces before_, after_;
    std::string apostrophe_;
    ByteSet begins_, ends_, either_;  // with which a mark begins that has its space before it, ends that has it after it
};
auto typeset(std::string_view text, const Typography& rules) -> std::string;

}  // namespace praxis::language
