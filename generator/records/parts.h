// The parts of a record that are translated one by one, with the fingerprints by which a translation says
// what it was made from. For states of a file that no build has read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "wording/wording.h"

namespace praxis::records {

// By which a translation knows what it was made from: the first 8 digits of XXH3-64.
auto fingerprint_of(std::string_view canonical_text) -> std::string;
// The key of a section, by its canonical id where it has one: `lead` before the first heading.
auto part_key(const markdown::Section& section, std::string_view canonical_id) -> std::string;

struct Part {
    std::string key;                      // a section's id, `lead`, `title` or `summary`
    std::string fingerprint;              // of its canonical text
    std::vector<std::string> paragraphs;  // plain text, without the heading
};

// Of a Markdown file in a language, in its order; none where it cannot be read.
auto parts_of(std::string_view bytes, std::string_view language, const wording::Wording& wording) -> std::vector<Part>;

}  // namespace praxis::records
