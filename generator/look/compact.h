// A look's styles and scripts as readers get them: without indentation, empty lines, and comments that have
// lines of their own; styles also without comments and without blanks that part nothing. Text in quotes stays as written.
#pragma once

#include <string>
#include <string_view>

namespace praxis::look {

// A script that holds a back quote outside comments is only returned: its lines may be text.
auto compact(std::string_view source) -> std::string;

// A style sheet, on one line; blocks of one layer (CSS Cascading and Inheritance 5, 6.4) that follow each other become one.
auto compact_style(std::string_view source) -> std::string;

}  // namespace praxis::look
