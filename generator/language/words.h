// Letters and stems for search: what a letter is folded to, and the stem that Snowball gives a word.
// The browser needs neither: the index carries the folded letters and groups the forms of a word.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace praxis::language {

// A letter, digit or mark folded for search: case, accents and width taken away, `œ` and `æ` in two
// letters; a mark alone folds to nothing. Letters of `apart` (`ñ`) keep their mark.
// `separator` is set where the character stands between words.
struct FoldedLetter {
    std::string text;
    bool separator = false;
};
auto fold_letter(char32_t letter, std::string_view apart) -> FoldedLetter;

// The letters and digits of ASCII: most words are made of them.
constexpr auto is_plain_letter(char c) -> bool {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
void append_lower(std::string& out, std::string_view plain_letters);

// A character as part of a word, case taken away and accents kept; `inside` is false between words.
struct WordLetter {
    char32_t lower = 0;
    bool inside = false;
};
auto word_letter(char32_t letter) -> WordLetter;

// A Snowball stemmer by its name (`spanish`); unknown and empty names leave words as they are.
// Not safe to share between threads.
class Stemmer {
public:
    explicit Stemmer(const std::string& algorithm);
    Stemmer(Stemmer&&) noexcept;
    ~Stemmer();
    auto stem(std::string_view word) const -> std::string;
    static auto knows(const std::string& algorithm) -> bool;

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace praxis::language
