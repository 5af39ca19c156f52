// Everything that has a date, newest first, a page at a time; decades are found whatever page they begin on.
#pragma once

#include "pages/site.h"

namespace praxis::pages {

void gather_chronology(const Bank& bank, Members& members);
// By date, newest first; on the same day by title, in a language.
void order_by_date(const Site& site, std::size_t language, std::vector<Target>& targets);
auto decades_of(const Bank& bank, const std::vector<Target>& newest_first) -> std::vector<Decade>;

}  // namespace praxis::pages
