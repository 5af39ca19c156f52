// Turns cmark-gfm's tree into HTML with slots: one small function a kind of node.
#pragma once

#include <cmark-gfm.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "markdown/locate.h"

namespace praxis::markdown {

class Renderer {
public:
    Renderer(Outcome<Document>& outcome, Locator& locator, const language::Typography& typography)
        : document_(outcome.value), diagnostics_(outcome.diagnostics), locator_(locator), typography_(typography) {}

    // A block with all that is in it. The walk is iterative: depth comes from the author.
    void block(cmark_node* node);
    static auto plain_text(cmark_node* node) -> std::string;
    auto unique_anchor(std::string_view heading) -> std::string;

private:
    // Where a `[` of plain text was put out, in case `]{lang=xx}` follows.
    struct OpenBracket {
        std::size_t at;
        const cmark_node* parent;
    };

    void enter(cmark_node* node);
    void leave(cmark_node* node);
    void enter_heading(cmark_node* node);
    void enter_item(cmark_node* node);
    void enter_link(cmark_node* node);
    void enter_table_part(cmark_node* node, std::string_view type);
    void picture(cmark_node* node);
    void code_block(cmark_node* node);
    void raw_html(cmark_node* node);
    void note_reference(cmark_node* node);
    void enter_note();
    void text(cmark_node* node);
    void plain(std::string_view text);
    void citations_and_marks(std::string_view text, const cmark_node* parent);
    auto language_mark(std::string_view rest, const cmark_node* parent) -> std::size_t;
    auto citation(std::string_view rest) -> std::size_t;
    auto checked(std::string address, Span span) -> std::string;
    void slot(char kind, std::size_t number);
    void put(std::string_view html) { document_.html += html; }

    Document& document_;
    Diagnostics& diagnostics_;
    Locator& locator_;
    const language::Typography& typography_;
    std::set<std::string> anchors_;
    std::vector<OpenBracket> brackets_;
    int notes_ = 0;
    int first_line_ = 1, last_line_ = 1;  // of the innermost block with trustworthy lines
    bool in_table_head_ = false, in_link_ = false, has_raw_html_ = false;
};

// Appends text escaped for element content and for attributes in double quotes.
void append_escaped(std::string& out, std::string_view text);

}  // namespace praxis::markdown
