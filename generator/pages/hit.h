// What an index of the site holds of one thing, in one language: what is shown of it, every name it is
// known by, and the values by which it can be chosen. Made by a Composer for that thing's page.
#pragma once

#include <string>
#include <vector>

#include "pages/site.h"

namespace praxis::pages {

struct Hit {
    std::string id;  // of a record, its own; of others with the kind before it: `city/leon-mx`
    Phrase title, summary;
    std::string place, year;
    std::vector<std::string> marks;  // distinctions: "Educating Cities Award 2016, winner"
};

// One value of one facet. `order` sorts the values of a facet, the label decides between equals.
struct FacetValue {
    std::string facet, value, label;
    std::uint32_t order = 0;
    friend auto operator<=>(const FacetValue&, const FacetValue&) = default;
};

// The kinds of pages that are things to be found, in the order of their numbers.
auto found_kinds() -> std::span<const PageKind>;

}  // namespace praxis::pages
