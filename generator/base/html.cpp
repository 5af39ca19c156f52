#include "base/html.h"

#include "base/byte_set.h"

namespace praxis {
namespace {

constexpr ByteSet marked("&<>\"'");

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
    for (std::size_t at = marked.find(text); at < text.size(); at = marked.find(text, at + 1)) {
        const std::string_view instead = reference(text[at], quotes);
        if (instead.empty()) continue;
        out += text.substr(from, at - from);
        out += instead;
        from = at + 1;
    }
    out += text.substr(from);
}

}  // namespace praxis
