#include "base/html.h"

#include <array>

namespace praxis {
namespace {

constexpr auto marked = [] {
    std::array<bool, 256> table{};
    for (const char c : {'&', '<', '>', '"', '\''}) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

auto reference(char c, Quotes quotes) -> std::string_view {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return quotes == Quotes::none ? std::string_view() : "&quot;";
        case '\'': return quotes == Quotes::both ? "&#39;" : std::string_view();
        default: return {};
    }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text, Quotes quotes) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!marked[static_cast<unsigned char>(text[at])]) continue;
        const std::string_view instead = reference(text[at], quotes);
        if (instead.empty()) continue;
        out += text.substr(from, at - from);
        out += instead;
        from = at + 1;
    }
    out += text.substr(from);
}

}  // namespace praxis
