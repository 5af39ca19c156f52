// Practices by one value of a facet (routes/facets.h): the lists behind the pages of values.
#pragma once

#include "pages/site.h"

namespace praxis::pages {

// The class of a city by its population (routes/facets.h); nothing where that is not known.
auto size_class_in(const Value& city) -> std::optional<std::uint32_t>;

void gather_facets(const Site& site, const std::vector<Target>& practices, Members& members);

}  // namespace praxis::pages
