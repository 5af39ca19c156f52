#include "base/html.h"

#include <cstdint>
#include <cstring>

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

// Sixteen at once (vectors of GCC and Clang, whatever the processor).
auto has_marked(const char* bytes) -> bool {
    using Sixteen = signed char __attribute__((vector_size(16)));
    using Halves = std::int64_t __attribute__((vector_size(16)));
    Sixteen text;
    std::memcpy(&text, bytes, sizeof text);
    const auto found = reinterpret_cast<Halves>((text == '&') | (text == '<') | (text == '>') | (text == '"') | (text == '\''));
    return (found[0] | found[1]) != 0;
}

auto next_marked(std::string_view text, std::size_t at) -> std::size_t {
    while (at + 16 <= text.size() && !has_marked(text.data() + at)) at += 16;
    return marked.find(text, at);
}

}  // namespace

void append_escaped(std::string& out, std::string_view text, Quotes quotes) {
    std::size_t from = 0;
    for (std::size_t at = next_marked(text, 0); at < text.size(); at = next_marked(text, at + 1)) {
        const std::string_view instead = reference(text[at], quotes);
        if (instead.empty()) continue;
        out += text.substr(from, at - from);
        out += instead;
        from = at + 1;
    }
    out += text.substr(from);
}

}  // namespace praxis
