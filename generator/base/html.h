// Text as HTML: what would be markup becomes a character reference.
#pragma once

#include <string>
#include <string_view>

namespace praxis {

// Which quotation marks an attribute may stand in; element content needs neither.
enum class Quotes { twofold, both };

void append_escaped(std::string& out, std::string_view text, Quotes quotes);

}  // namespace praxis
