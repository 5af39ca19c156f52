#include "markdown/render.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>

#include "base/html.h"
#include "markdown/addresses.h"
#include "markdown/codes.h"

namespace praxis::markdown {
namespace {

auto view(const char* text) -> std::string_view {
    return text == nullptr ? std::string_view() : std::string_view(text);
}

auto is_leaf_block(cmark_node_type type) -> bool {
    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK;
}

auto is_in_tight_list(cmark_node* paragraph) -> bool {
    cmark_node* item = cmark_node_parent(paragraph);
    cmark_node* list = item == nullptr ? nullptr : cmark_node_parent(item);
    return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    praxis::append_escaped(out, text, Quotes::twofold);
}

auto Renderer::plain_text(cmark_node* node) -> std::string {
    std::string text;
    cmark_iter* walk = cmark_iter_new(node);
    for (cmark_event_type event = cmark_iter_next(walk); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk)) {
        if (event != CMARK_EVENT_ENTER) continue;
        cmark_node* at = cmark_iter_get_node(walk);
        const cmark_node_type type = cmark_node_get_type(at);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += view(cmark_node_get_literal(at));
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
    }
    cmark_iter_free(walk);
    return text;
}

auto Renderer::unique_anchor(std::string_view heading) -> std::string {
    const std::string base = language::anchor_of(heading);
    std::string anchor = base;
    for (int n = 1; !anchors_.insert(anchor).second; ++n) anchor = base + "-" + std::to_string(n);
    return anchor;
}

void Renderer::slot(char kind, std::size_t number) {
    put(std::string{slot_open, kind} + std::to_string(number) + slot_close);
}

void Renderer::block(cmark_node* top) {
    cmark_iter* walk = cmark_iter_new(top);
    for (cmark_event_type event = cmark_iter_next(walk); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk)) {
        cmark_node* node = cmark_iter_get_node(walk);
        const cmark_node_type type = cmark_node_get_type(node);
        if (event == CMARK_EVENT_ENTER) {
            if (is_leaf_block(type) && cmark_node_get_start_line(node) > 0) {
                first_line_ = cmark_node_get_start_line(node);
                last_line_ = std::max(first_line_, cmark_node_get_end_line(node));
                brackets_.clear();
            }
            enter(node);
            // A picture's words are its alternative text, put out at once.
            if (type == CMARK_NODE_IMAGE) cmark_iter_reset(walk, node, CMARK_EVENT_EXIT);
        } else {
            leave(node);
        }
    }
    cmark_iter_free(walk);
}

void Renderer::enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_BLOCK_QUOTE: return put("<blockquote>\n");
        case CMARK_NODE_LIST: return put(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "<ol>\n" : "<ul>\n");
        case CMARK_NODE_ITEM: return enter_item(node);
        case CMARK_NODE_CODE_BLOCK: return code_block(node);
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE: return raw_html(node);
        case CMARK_NODE_PARAGRAPH: return is_in_tight_list(node) ? void() : put("<p>");
        case CMARK_NODE_HEADING: return enter_heading(node);
        case CMARK_NODE_THEMATIC_BREAK: return put("<hr>\n");
        case CMARK_NODE_FOOTNOTE_DEFINITION: return enter_note();
        case CMARK_NODE_FOOTNOTE_REFERENCE: return note_reference(node);
        case CMARK_NODE_TEXT: return text(node);
        case CMARK_NODE_SOFTBREAK: return put("\n");
        case CMARK_NODE_LINEBREAK: return put("<br>\n");
        case CMARK_NODE_CODE:
            put("<code>");
            append_escaped(document_.html, view(cmark_node_get_literal(node)));
            return put("</code>");
        case CMARK_NODE_EMPH: return put("<em>");
        case CMARK_NODE_STRONG: return put("<strong>");
        case CMARK_NODE_LINK: return enter_link(node);
        case CMARK_NODE_IMAGE: return picture(node);
        default: return enter_table_part(node, view(cmark_node_get_type_string(node)));
    }
}

void Renderer::leave(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_BLOCK_QUOTE: return put("</blockquote>\n");
        case CMARK_NODE_LIST: return put(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "</ol>\n" : "</ul>\n");
        case CMARK_NODE_ITEM: return put("</li>\n");
        case CMARK_NODE_PARAGRAPH: return is_in_tight_list(node) ? void() : put("</p>\n");
        case CMARK_NODE_HEADING:
            return put(cmark_node_get_heading_level(node) == 1
                           ? "</p>\n"
                           : "</h" + std::to_string(std::min(cmark_node_get_heading_level(node), 6)) + ">\n");
        case CMARK_NODE_FOOTNOTE_DEFINITION: return put("</aside>\n");
        case CMARK_NODE_EMPH: return put("</em>");
        case CMARK_NODE_STRONG: return put("</strong>");
        case CMARK_NODE_LINK: in_link_ = false; return put("</a>");
        default: break;
    }
    const std::string_view type = view(cmark_node_get_type_string(node));
    if (type == "table")
        put("</tbody></table></div>\n");
    else if (type == "table_header") {
        put("</tr></thead>\n<tbody>\n");
        in_table_head_ = false;
    } else if (type == "table_row")
        put("</tr>\n");
    else if (type == "table_cell")
        put(in_table_head_ ? "</th>" : "</td>");
}

void Renderer::enter_table_part(cmark_node* node, std::string_view type) {
    if (type == "table") return put("<div class=\"scroll\" tabindex=\"0\"><table>\n");
    if (type == "table_header") {
        in_table_head_ = true;
        return put("<thead><tr>");
    }
    if (type == "table_row") {
        first_line_ = last_line_ = std::max(cmark_node_get_start_line(node), 1);
        return put("<tr>");
    }
    if (type == "table_cell") return put(in_table_head_ ? "<th scope=\"col\">" : "<td>");
    if (type == "tasklist") return enter_item(node);
}

void Renderer::enter_item(cmark_node* node) {
    const bool task = view(cmark_node_get_type_string(node)) == "tasklist";
    if (!task) return put("<li>");
    put(cmark_gfm_extensions_get_tasklist_item_checked(node) ? "<li class=\"task\"><span aria-hidden=\"true\">☑ </span>"
                                                             : "<li class=\"task\"><span aria-hidden=\"true\">☐ </span>");
}

void Renderer::enter_heading(cmark_node* node) {
    const int level = std::min(cmark_node_get_heading_level(node), 6);
    const std::string heading = plain_text(node);
    if (level == 1) {
        diagnostics_.push_back(diagnose(codes::top_heading, locator_.line(first_line_), {heading}));
        return put("<p>");
    }
    const std::string anchor = unique_anchor(heading);
    document_.anchors.push_back(anchor);
    put("<h" + std::to_string(level) + " id=\"");
    append_escaped(document_.html, anchor);
    put("\">");
}

void Renderer::code_block(cmark_node* node) {
    put("<pre tabindex=\"0\"><code>");
    append_escaped(document_.html, view(cmark_node_get_literal(node)));
    put("</code></pre>\n");
}

// Comments are dropped; anything else is refused with the Markdown to write instead.
void Renderer::raw_html(cmark_node* node) {
    std::string_view html = view(cmark_node_get_literal(node));
    while (!html.empty()) {
        const std::size_t start = html.find_first_not_of(" \t\r\n");
        if (start == std::string_view::npos) return;
        html.remove_prefix(start);
        if (!html.starts_with("<!--")) break;
        const std::size_t close = html.find("-->");
        html = close == std::string_view::npos ? std::string_view() : html.substr(close + 3);
    }
    // What closes needs no word of its own: what it closes had one.
    if (html.empty() || (html.starts_with("</") && has_raw_html_)) return;
    has_raw_html_ = true;
    const std::string_view shown = html.substr(0, std::min(html.find('\n'), std::size_t{60}));
    diagnostics_.push_back(diagnose(codes::raw_html, locator_.find(shown, first_line_, last_line_), {std::string(shown)}));
}

// cmark numbers the notes that have a definition, and lists these in the same order at the end.
void Renderer::note_reference(cmark_node* node) {
    const std::string number(view(cmark_node_get_literal(node)));
    put("<sup class=\"note-mark\"><a href=\"#note-" + number + "\">" + number + "</a></sup>");
}

void Renderer::enter_note() {
    const std::string number = std::to_string(++notes_);
    document_.anchors.push_back("note-" + number);
    put("<aside class=\"note\" role=\"note\" id=\"note-" + number + "\">");
}

auto Renderer::checked(std::string address, Span span) -> std::string {
    if (is_allowed_address(address)) return address;
    diagnostics_.push_back(diagnose(codes::address_scheme, span, {address}));
    return {};
}

void Renderer::enter_link(cmark_node* node) {
    const std::string_view destination = view(cmark_node_get_url(node));
    const Span span = locator_.find(destination, first_line_, last_line_);
    document_.links.push_back({checked(std::string(destination), span), span, false});
    in_link_ = true;
    put("<a href=\"");
    slot('L', document_.links.size() - 1);
    put("\">");
}

void Renderer::picture(cmark_node* node) {
    const std::string_view destination = view(cmark_node_get_url(node));
    const Span span = locator_.find(destination, first_line_, last_line_);
    const std::string alternative = plain_text(node);
    if (alternative.empty()) diagnostics_.push_back(diagnose(codes::picture_without_text, span, {std::string(destination)}));
    document_.links.push_back({checked(std::string(destination), span), span, true});
    put("<img ");
    slot('I', document_.links.size() - 1);
    put(" alt=\"");
    append_escaped(document_.html, alternative);
    put("\" loading=\"lazy\" decoding=\"async\">");
}

}  // namespace praxis::markdown
