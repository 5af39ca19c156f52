#include "markdown/addresses.h"

#include "base/utf8.h"

#include <algorithm>
#include <string>

namespace praxis::markdown {
namespace {

auto is_scheme_char(char c) -> bool {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

// Where a bare address ends: at a space or `<`, less what is likely the sentence's.
auto end_of(std::string_view address) -> std::size_t {
    std::size_t end = std::min(address.find_first_of(" \t\n<>\"`"), address.size());
    while (end > 0) {
        const std::string_view part = address.substr(0, end);
        const char last = part.back();
        if (std::string_view("?!.,:;*_~'").find(last) != std::string_view::npos)
            --end;
        else if (last == ')' && std::ranges::count(part, ')') > std::ranges::count(part, '('))
            --end;
        else if (last == ']')
            --end;
        else
            break;
    }
    return end;
}

}  // namespace

auto is_allowed_address(std::string_view address) -> bool {
    if (std::ranges::any_of(address, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '\\'; })) return false;
    if (address.starts_with("//")) return false;
    std::size_t colon = 0;
    while (colon < address.size() && is_scheme_char(address[colon])) ++colon;
    if (colon == address.size() || address[colon] != ':')
        return address.find(':') == std::string_view::npos || address.find(':') > address.find_first_of("/?#");
    const std::string scheme = lower_ascii(address.substr(0, colon));
    return scheme == "http" || scheme == "https" || scheme == "mailto";
}

auto find_bare_address(std::string_view text) -> BareAddress {
    for (std::size_t at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 1)) {
        const std::string_view rest = text.substr(at);
        const std::size_t start = rest.starts_with("https://") ? 8 : rest.starts_with("http://") ? 7 : 0;
        const bool boundary = at == 0 || !is_scheme_char(text[at - 1]);
        if (start == 0 || !boundary) continue;
        const std::size_t end = end_of(rest);
        if (end > start && rest.substr(start, end - start).find('.') != std::string_view::npos) return {at, end};
    }
    return {};
}

}  // namespace praxis::markdown
