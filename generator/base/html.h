// Text as HTML: what would be markup becomes a character reference.
#pragma once

#include <string>
#include <string_view>

namespace praxis {

// Which quotation marks may end the place where the text stands: none in element content, one kind or either round an attribute.
enum class Quotes : unsigned char { none, twofold, both };

void append_escaped(std::string& out, std::string_view text, Quotes quotes);

}  // namespace praxis
