// Whether an SVG drawing is at rest. A reader may open it by itself, outside every page, where no
// policy of ours holds; so it must neither run nor load anything. Only for the files of this folder.
#pragma once

#include <string_view>

namespace praxis::bank {

// The first thing in the drawing that runs, loads, or hides what it says; empty when there is none.
auto danger_in(std::string_view drawing) -> std::string_view;

}  // namespace praxis::bank
