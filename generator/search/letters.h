// From text to folded words. What a letter folds to comes from Unicode where an index is made, and
// from the index where it is read: so both cut a text alike.
// A `Letters` belongs to one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "language/words.h"

namespace praxis::search {

class Letters {
public:
    using Lookup = std::function<language::FoldedLetter(char32_t)>;
    explicit Letters(Lookup lookup);

    auto of(char32_t letter) -> const language::FoldedLetter&;
    // The letters asked for so far that are part of words, ASCII left out, in order.
    auto seen() const -> std::vector<char32_t>;
    // The same since the last call of `begin_text`, in no order.
    void begin_text();
    auto of_text() const -> const std::vector<char32_t>& { return of_text_; }

private:
    Lookup lookup_;
    std::vector<std::uint16_t> places_;  // of the basic plane; 0: not yet asked
    std::vector<language::FoldedLetter> folded_;
    std::vector<std::uint32_t> text_of_;  // of each of those, the last text that asked for it
    std::uint32_t text_ = 0;
    std::vector<char32_t> of_text_;
};

// Scripts written without spaces: their runs are searched by pairs of letters.
auto is_run_letter(char32_t letter) -> bool;

struct Word {
    std::string text;                // folded; empty where only marks stood
    std::size_t begin = 0, end = 0;  // in the text, bytes
    bool apostrophe = false;         // follows, a word behind it
    bool hyphen = false;             // follows, a word behind it
};

// The words of a text in their order.
auto split(Letters& letters, std::string_view text) -> std::vector<Word>;
// The same into a list that is used again and again.
void split(Letters& letters, std::string_view text, std::vector<Word>& words);

inline constexpr std::size_t most_word_bytes = 60;

}  // namespace praxis::search
