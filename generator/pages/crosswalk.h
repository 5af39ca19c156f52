// Crosswalks: the concepts of a frame against cities, themes or clusters. Which of these have something
// to show, gathered once from who names what, since a grid of everything against everything is mostly blank.
#pragma once

#include "pages/site.h"

namespace praxis::pages {

void gather_crosswalks(const Site& site, Members& members);

}  // namespace praxis::pages
