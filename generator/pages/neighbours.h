// Practices like one another: those that have most in common, by theme, concept and target group.
#pragma once

#include <vector>

#include "bank/bank.h"
#include "files/known_results.h"

namespace praxis::pages {

// What a practice is about: its themes first, then concepts of frames and target groups; the main ones of each practice.
auto features_of(const bank::Entity& practice) -> std::vector<bank::Target>;

// For each practice at most three others, the closest first. Each has a theme in common with it; what few practices
// name counts more, and a theme twice. Stubs, and those that the record relates itself, are left out. Of what hundreds
// name only the nearest in the order of ids are compared, so that the work grows with the practices, not their square.
auto neighbours_of(const bank::Bank& bank, unsigned jobs, files::KnownResults& known) -> std::vector<std::vector<bank::Target>>;

}  // namespace praxis::pages
