// Plain text: citations `[^id]`, passages `[text]{lang=xx}`, bare addresses, spaces as the language
// sets them.
#include <algorithm>

#include "markdown/addresses.h"
#include "markdown/codes.h"
#include "markdown/render.h"

namespace praxis::markdown {
namespace {

auto is_id_char(char c) -> bool {
    return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

constexpr std::string_view mark_open = "]{lang=";

// Two searches for one letter are many times faster than one for either.
auto next_bracket(std::string_view text, std::size_t from) -> std::size_t {
    const std::size_t open = text.find('[', from);
    return std::min(open, text.substr(0, std::min(open, text.size())).find(']', from));
}

}  // namespace

void Renderer::text(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    if (literal != nullptr) citations_and_marks(literal, cmark_node_parent(node));
}

void Renderer::plain(std::string_view text) {
    while (!text.empty()) {
        const BareAddress bare = in_link_ ? BareAddress{} : find_bare_address(text);
        append_escaped(document_.html, language::typeset(text.substr(0, bare.begin), typography_));
        if (bare.begin == std::string_view::npos) return;
        const std::string_view address = text.substr(bare.begin, bare.length);
        const Span span = locator_.find(address, first_line_, last_line_);
        document_.links.push_back({checked(std::string(address), span), span, false});
        put("<a href=\"");
        slot('L', document_.links.size() - 1);
        put("\">");
        append_escaped(document_.html, address);
        put("</a>");
        text.remove_prefix(bare.begin + bare.length);
    }
}

void Renderer::citations_and_marks(std::string_view text, const cmark_node* parent) {
    std::size_t from = 0;
    for (std::size_t at = next_bracket(text, 0); at != std::string_view::npos; at = next_bracket(text, at)) {
        const std::string_view rest = text.substr(at);
        std::size_t used = 0;
        if (rest.starts_with("[^") || rest.starts_with(mark_open)) {
            plain(text.substr(from, at - from));
            from = at;
            used = rest.starts_with("[^") ? citation(rest) : language_mark(rest, parent);
            from += used;
        } else if (rest.front() == '[') {
            plain(text.substr(from, at - from));
            from = at;
            brackets_.push_back({document_.html.size(), parent});
        } else if (!brackets_.empty() && brackets_.back().parent == parent) {
            brackets_.pop_back();
        }
        at += std::max<std::size_t>(used, 1);
        if (at > text.size()) break;
    }
    plain(text.substr(std::min(from, text.size())));
}

// `[^id]` without a definition in the body cites a source of the record.
auto Renderer::citation(std::string_view rest) -> std::size_t {
    std::size_t end = 2;
    while (end < rest.size() && is_id_char(rest[end])) ++end;
    if (end == 2 || end >= rest.size() || rest[end] != ']') return 0;
    const std::string_view written = rest.substr(0, end + 1);
    document_.citations.push_back({std::string(rest.substr(2, end - 2)), locator_.find(written, first_line_, last_line_)});
    slot('C', document_.citations.size() - 1);
    return end + 1;
}

auto Renderer::language_mark(std::string_view rest, const cmark_node* parent) -> std::size_t {
    const std::size_t close = rest.find('}');
    if (close == std::string_view::npos || brackets_.empty() || brackets_.back().parent != parent) return 0;
    const std::string tag(rest.substr(mark_open.size(), close - mark_open.size()));
    const OpenBracket open = brackets_.back();
    brackets_.pop_back();
    if (!language::is_language_tag(tag)) {
        const Span span = locator_.find(rest.substr(0, close + 1), first_line_, last_line_);
        diagnostics_.push_back(diagnose(codes::bad_language_mark, span, {tag}));
        return close + 1;
    }
    const std::string direction = language::is_right_to_left(tag) ? "\" dir=\"rtl\">" : "\">";
    document_.html.replace(open.at, 1, "<span lang=\"" + tag + direction);
    put("</span>");
    return close + 1;
}

}  // namespace praxis::markdown
