// What others need to cite a page of the bank, and that in the formats of reference managers. Pure: a look
// or an export may use them as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fields/date.h"

namespace praxis::pages {

struct Citation {
    std::string id;                    // of the record: names the entry and the files
    std::vector<std::string> authors;  // bodies, never split into first and last names
    std::string title;
    std::string container;  // the name of the bank
    std::string publisher;
    std::string release;  // the label of the bank's release
    fields::Day date;     // of the release; year 0 where unknown
    std::string language;
    std::string address;
};

// BibTeX in plain ASCII wherever LaTeX has a name for the letter; others stay as they are.
auto bibtex(const Citation& citation) -> std::string;
// RIS (the tags of Reference Manager), lines ended by a line feed.
auto ris(const Citation& citation) -> std::string;
// A list of one item of CSL-JSON, on one line.
auto csl_json(const Citation& citation) -> std::string;

}  // namespace praxis::pages
