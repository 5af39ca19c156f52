// The contract between pages and looks: the fields that every page kind offers.
// Its text is pages/contract.txt, part of the program.
#pragma once

#include "templates/shape.h"

namespace praxis::pages {

auto contract_text() -> std::string_view;
auto contract() -> const templates::Contract&;

}  // namespace praxis::pages
