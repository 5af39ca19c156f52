// The words of one language with the things that hold them: forms grouped to words, and for each word
// its postings by weight. Made from the documents' streams; words and forms are in byte order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "emitters/search/documents.h"

namespace praxis::emitters::search {

struct Posting {
    std::uint32_t record = 0;
    std::uint8_t level = 0;        // of 16, by BM25F over the fields
    std::uint8_t title_words = 0;  // of the title it stands in; 0: not in the title
};

struct Form {
    std::string text;
    std::uint32_t word = 0;
    std::uint32_t records = 0;  // that hold this very form
    bool in_title = false;
};

// A word with its forms; its key is the first of them.
struct IndexedWord {
    std::vector<std::uint32_t> forms;
    std::uint32_t begin = 0, end = 0;  // of its postings
};

struct Inverted {
    std::vector<Form> forms;
    std::vector<IndexedWord> words;
    std::vector<Posting> postings;       // of a word: by record
    std::vector<std::uint32_t> to_form;  // number of a vocabulary -> form, one after the other
    std::vector<std::uint32_t> vocabulary_begins;
    std::vector<std::vector<std::uint32_t>> synonyms;  // numbers of words that the language knows as meaning the same

    auto key(const IndexedWord& word) const -> const std::string& { return forms[word.forms.front()].text; }
};

auto invert(const Documents& documents, praxis::search::Analysis& analysis, unsigned jobs) -> Inverted;

}  // namespace praxis::emitters::search
