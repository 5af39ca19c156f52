// Which language a block of text reads like, by the stop words of the languages that the locale files list.
// It guarantees nothing for a few words, and says nothing where it is unsure. Made once from the words of
// all languages; immutable, safe to use from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wording/wording.h"

namespace praxis::records {

class LanguageGuess {
public:
    explicit LanguageGuess(const wording::Wording& wording);

    // The language that the text reads like when that is plainly not `declared`; else nothing. Plainly:
    // at least three words that only the other has, and five times as many as only the declared one has.
    auto other_than(std::string_view declared, std::string_view text) const -> std::string_view;

private:
    // Stop words are short: one of at most eight bytes is a number, found by open addressing.
    struct Slot {
        std::uint64_t word = 0;
        std::uint32_t languages = 0;  // a bit each
    };
    auto slot_of(std::uint64_t word) const -> std::size_t;
    void add(std::string_view word, std::uint32_t language);

    std::vector<std::string> tags_;
    std::vector<Slot> slots_;
};

}  // namespace praxis::records
