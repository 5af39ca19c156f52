// A look's styles and scripts as readers get them: without indentation, empty lines, and comments that have
// lines of their own; styles also without comments and without blanks that part nothing. Text in quotes stays as written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::look {

// A script that holds a back quote outside comments is only returned: its lines may be text.
auto compact(std::string_view source) -> std::string;

// Style sheets, one after the other on one line; blocks of one layer (CSS Cascading and Inheritance 5, 6.4) that follow each
// other become one. A comment or a text in quotes that a sheet leaves open ends with it.
auto compact_styles(const std::vector<std::string>& sources) -> std::string;

}  // namespace praxis::look
