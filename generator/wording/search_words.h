// What search knows of a language: the `search` part of its locale file. Rules are written folded.
// Made by `read_wording`; without the part, words are only folded.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::wording {

// A word that ends so, with at least `least` letters before the ending, gets another ending.
struct EndingRule {
    std::string ending, becomes;
    std::uint32_t least = 1;
};

struct SearchWords {
    std::string stemmer;  // Snowball's name; empty: rules alone
    std::string apart;    // letters whose mark makes them letters of their own
    std::vector<std::string> elisions, stop_words, unstemmed;
    std::vector<EndingRule> plurals, inflections;
    std::string kept;                                 // a stem shorter by one of these letters is not taken
    std::vector<std::vector<std::string>> irregular;  // forms of a word, the lemma first
    std::vector<std::vector<std::string>> synonyms;
};

}  // namespace praxis::wording
