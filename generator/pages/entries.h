// What pages are put together from before it becomes a view: finished words with their addresses, dates and
// counts. Plain values; made and used by the Composer alone.
#pragma once

#include <string>
#include <vector>

#include "pages/site.h"

namespace praxis::pages {

// A value of a fact, an entry of a list: words with an address and a note, all but the words optional.
struct Entry {
    Phrase label;
    std::string url;
    std::string note;
};

// A row of a chart: what is counted, how many, and of how many where that matters.
struct Bar {
    Entry label;
    std::size_t count = 0;
    std::size_t of = 0;
};

struct Moment {
    fields::Date date;
    std::string kind;
    Phrase label;
    std::string url;
    std::string note;
    std::string when{};  // a period, said in the place of the date
};

// A cell of a crosswalk: how many practices, the first of them, and whether the row's own record names the concept.
struct Mark {
    std::size_t count = 0;
    Target first{};
    bool named = false;
};

// Who offers to share what is known of a theme, and who looks for it.
struct Exchange {
    Entry theme;
    std::vector<Entry> offers, seeks;
};

// The days that a drawing of periods runs over, in years.
struct Stretch {
    double first = 0, last = 0;
};

}  // namespace praxis::pages
