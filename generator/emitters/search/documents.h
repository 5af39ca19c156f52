// What search knows of every thing of the site, in one language: what is shown of it, its facets, and
// its words in their order. Made in parallel, thing by thing; bodies are read from the scratch file
// and dropped.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "emit/snapshot.h"
#include "pages/hit.h"
#include "search/analysis.h"

namespace praxis::emitters::search {

// Where a word stands: ranking weighs the fields, phrases keep to one paragraph of one field.
enum class TextField : std::uint8_t { title, own_names, near_names, summary, headings, body };
inline constexpr std::size_t text_field_count = 6;

// Marks in a stream of words; forms follow from `first_form` on.
namespace mark {
inline constexpr std::uint32_t skipped = 0;  // a stop word: it has its place, nothing else
inline constexpr std::uint32_t paragraph = 1;
inline constexpr std::uint32_t joined = 2;  // the next form is two hyphenated words in one; it takes no place
inline constexpr std::uint32_t field = 3;   // + the number of the field
inline constexpr std::uint32_t first_form = 16;
}  // namespace mark

// The words of a body: of its headings, then of its text.
struct BodyWords {
    std::string_view stream;               // numbers in LEB128
    std::uint32_t headings = 0, text = 0;  // how many, stop words left out
    std::vector<char32_t> letters;         // outside ASCII, that they are made of
};

struct Document {
    const pages::Page* page = nullptr;
    pages::Hit hit;
    std::vector<std::uint32_t> facets;  // numbers of values
    std::int32_t date = 0;
    unsigned worker = 0;                                    // whose vocabulary its stream uses, and whose values
    std::string stream;                                     // numbers in LEB128
    std::array<std::uint32_t, text_field_count> lengths{};  // words of each field, stop words left out
    std::uint64_t body_hash = 0;                            // 0: no body
    const BodyWords* body = nullptr;                        // where it is remembered; else it ends the stream,
    std::size_t body_begin = 0;                             // from here,
    std::vector<char32_t> body_letters;                     // with these letters
    std::vector<std::string> passages;                      // its text, only where passages are wanted
};

struct Documents {
    std::vector<Document> all;                           // by number
    std::vector<std::vector<std::string>> vocabularies;  // the form of each number: a worker's; of remembered bodies
    std::vector<std::vector<pages::FacetValue>> values;  // of each number: a worker's
    std::vector<char32_t> letters;                       // outside ASCII, that words are made of
};

// The pages of all things, in the order of their numbers: by kind, then id. The same in all languages.
auto number_things(const emit::Snapshot& snapshot) -> std::vector<const pages::Page*>;
// `things` are pages in any language.
class Remembered;
auto read_documents(const emit::Snapshot& snapshot, const std::vector<const pages::Page*>& things, std::size_t language, bool passages,
                    Remembered& remembered) -> Documents;

void append_mark(std::string& stream, std::uint32_t number);
auto next_mark(std::string_view stream, std::size_t& at) -> std::uint32_t;

// Calls `on(vocabulary, number)` for each mark of a document; forms are numbers of a vocabulary.
template <class On>
void each_mark(const Documents& documents, const Document& document, On&& on) {
    for (std::size_t at = 0; at < document.stream.size();) on(document.worker, next_mark(document.stream, at));
    if (document.body == nullptr) return;
    const auto remembered = static_cast<unsigned>(documents.vocabularies.size() - 1);
    for (std::size_t at = 0; at < document.body->stream.size();) on(remembered, next_mark(document.body->stream, at));
}

}  // namespace praxis::emitters::search
