// cmark-gfm is used here and nowhere else, with the extensions whose tables are safe in threads:
// autolink and strikethrough write global tables, so addresses in text are found by us.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "base/check.h"
#include "markdown/codes.h"
#include "markdown/document.h"
#include "markdown/locate.h"
#include "markdown/render.h"

namespace praxis::markdown {
namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

auto parse(std::string_view body) -> Tree {
    const std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES), cmark_parser_free);
    for (const char* name : {"table", "tasklist", "tagfilter"}) {
        cmark_syntax_extension* extension = cmark_find_syntax_extension(name);
        CHECK(extension != nullptr);
        cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    cmark_parser_feed(parser.get(), body.data(), body.size());
    Tree tree(cmark_parser_finish(parser.get()));
    cmark_consolidate_text_nodes(tree.get());
    return tree;
}

auto words_in(std::string_view html) -> std::uint32_t {
    std::uint32_t count = 0;
    bool in_word = false;
    for (std::size_t at = 0; at < html.size(); ++at) {
        const char c = html[at];
        if (c == '<' || c == slot_open) {
            if (html.substr(at).starts_with("<img ")) ++count;  // a section of one picture is not empty
            at = html.find(c == '<' ? '>' : slot_close, at);
            in_word = false;
            if (at == std::string_view::npos) break;
        } else {
            const bool letter = c != ' ' && c != '\n';
            count += letter && !in_word ? 1 : 0;
            in_word = letter;
        }
    }
    return count;
}

}  // namespace

void prepare() {
    cmark_gfm_core_extensions_ensure_registered();
}

auto read_markdown(std::string_view body, FileId file, std::uint32_t offset, const language::Typography& typography) -> Outcome<Document> {
    Outcome<Document> outcome;
    if (Diagnostics found = guard(body, file, offset); !found.empty()) return {{}, std::move(found)};
    const Tree tree = parse(body);
    Locator locator(body, file, offset);
    Renderer renderer(outcome, locator, typography);
    Document& document = outcome.value;
    std::set<std::string> seen;
    const auto end_section = [&](std::uint32_t source_end) {
        if (document.sections.empty()) return;
        Section& last = document.sections.back();
        last.end = static_cast<std::uint32_t>(document.html.size());
        last.source_end = source_end;
        last.words = words_in(std::string_view(document.html).substr(last.begin, last.end - last.begin));
    };
    for (cmark_node* node = cmark_node_first_child(tree.get()); node != nullptr; node = cmark_node_next(node)) {
        const bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) == 2;
        const int line = cmark_node_get_start_line(node);
        if (heading || document.sections.empty()) {
            end_section(locator.line_start(line));
            Section section{.span = locator.line(line), .source_begin = heading ? locator.line_start(line) : offset};
            if (heading) {
                section.heading = renderer.plain_text(node);
                section.anchor = renderer.unique_anchor(section.heading);
                if (section.heading.empty())
                    outcome.diagnostics.push_back(diagnose(codes::empty_heading, section.span));
                else if (!seen.insert(section.heading).second)
                    outcome.diagnostics.push_back(diagnose(codes::duplicate_section, section.span, {section.heading}));
            }
            section.begin = static_cast<std::uint32_t>(document.html.size());
            document.sections.push_back(std::move(section));
        }
        if (!heading) renderer.block(node);
    }
    end_section(offset + static_cast<std::uint32_t>(body.size()));
    return outcome;
}

// Made of every section of every file: letters are copied one by one, a space only after something else, without asking
// for each what it is.
auto canonical_text(std::string_view source) -> std::string {
    enum : std::uint8_t { letter, space, bracket };
    static constexpr auto kinds = [] {
        std::array<std::uint8_t, 256> table{};
        for (const char c : {' ', '\n', '\r', '\t'}) table[static_cast<unsigned char>(c)] = space;
        table[static_cast<unsigned char>('<')] = bracket;
        return table;
    }();
    std::string kept(source.size(), '\0');
    char* into = kept.data();
    std::size_t after_space = 1;  // nothing, or a space, stands before
    for (std::size_t at = 0; at < source.size(); ++at) {
        std::size_t kind = kinds[static_cast<unsigned char>(source[at])];
        if (kind == bracket) {
            kind = letter;
            if (source.substr(at).starts_with("<!--")) {
                const std::size_t close = source.find("-->", at);
                at = close == std::string_view::npos ? source.size() : close + 2;
                kind = space;
            }
        }
        *into = kind == space ? ' ' : source[at];
        into += 1 - (kind & after_space);
        after_space = kind;
    }
    const auto size = static_cast<std::size_t>(into - kept.data());
    kept.resize(size > 0 && kept[size - 1] == ' ' ? size - 1 : size);
    return language::nfc(kept);
}

}  // namespace praxis::markdown
