// Addresses in text: which may be linked to, and where they begin and end when written bare.
#pragma once

#include <cstddef>
#include <string_view>

namespace praxis::markdown {

// http, https, mailto or relative, without control characters or spaces (RFC 3986).
auto is_allowed_address(std::string_view address) -> bool;

struct BareAddress {
    std::size_t begin = std::string_view::npos, length = 0;
};
// The first bare http(s) address in `text`, trailing punctuation left out (as GFM autolinks do).
auto find_bare_address(std::string_view text) -> BareAddress;

}  // namespace praxis::markdown
