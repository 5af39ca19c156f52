// Practices by one value of a facet (routes/facets.h): the lists behind the pages of values.
#pragma once

#include "pages/site.h"

namespace praxis::pages {

void gather_facets(const Site& site, const std::vector<Target>& practices, Members& members);

}  // namespace praxis::pages
