// What can be said of a text by reading it: paragraphs in another language, sections of great length, an
// address linked again and again. Remarks for the author; nothing here is an error.
#pragma once

#include "markdown/document.h"
#include "records/language_guess.h"

namespace praxis::records {

struct Prose {
    std::string_view bytes;  // of the file
    std::uint32_t from = 0;  // where the body begins
    FileId file = FileId::none;
    std::string_view language;
};

auto check_prose(const Prose& prose, const markdown::Document& document, const LanguageGuess& guess) -> Diagnostics;

}  // namespace praxis::records
