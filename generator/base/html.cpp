#include "base/html.h"

namespace praxis {
namespace {

auto reference(char c, Quotes quotes) -> std::string_view {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return quotes == Quotes::both ? "&#39;" : std::string_view();
        default: return {};
    }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text, Quotes quotes) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view instead = reference(text[at], quotes);
        if (instead.empty()) continue;
        out += text.substr(from, at - from);
        out += instead;
        from = at + 1;
    }
    out += text.substr(from);
}

}  // namespace praxis
