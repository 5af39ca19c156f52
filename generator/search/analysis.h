// Which forms are one word: rules of the language correct a Snowball stem. Only the making of an index
// needs it; an index carries its words already grouped.
// An `Analysis` belongs to one thread.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/words.h"
#include "search/letters.h"
#include "wording/search_words.h"

namespace praxis::search {

// Rules of endings, to be asked for word after word. The rules must outlive them.
class Endings {
public:
    explicit Endings(const std::vector<wording::EndingRule>& rules);

    // The word with the rule applied, once, that has the longest ending that fits.
    auto applied(std::string word) const -> std::string;

private:
    std::array<std::vector<const wording::EndingRule*>, 256> by_last_;  // the longest ending first
};

class Analysis {
public:
    explicit Analysis(const wording::SearchWords& words);

    // What the forms of a folded word share (`ciudades` and `ciudad`: `ciudad`); says nothing else.
    auto stem_of(std::string_view folded) const -> std::string;
    auto is_stop_word(std::string_view folded) const -> bool { return stop_words_.contains(std::string(folded)); }
    auto is_elision(std::string_view folded) const -> bool { return elisions_.contains(std::string(folded)); }

    auto letters() -> Letters& { return letters_; }
    auto fold(std::string_view text) -> std::string;
    auto words() const -> const wording::SearchWords& { return words_; }

private:
    auto final_form(const std::string& form) const -> const std::string*;
    const wording::SearchWords& words_;
    Endings plurals_, inflections_;
    language::Stemmer stemmer_;
    Letters letters_;
    std::unordered_set<std::string> stop_words_, elisions_;
    std::unordered_map<std::string, std::string> lemmas_;  // of irregular forms and unstemmed words
};

}  // namespace praxis::search
