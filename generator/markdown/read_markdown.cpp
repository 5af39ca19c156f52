// cmark-gfm is used here and nowhere else, with the extensions whose tables are safe in threads:
// autolink and strikethrough write global tables, so addresses in text are found by us.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <set>

#include "base/byte_set.h"
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

// How often a letter follows a blank, or begins the text. Eight bytes a step: the top bits of the blanks among them, shifted
// by one byte, are those of what follows (exact test for zero bytes: Warren, Hacker's Delight, 6-1).
auto words_of_text(std::string_view text) -> std::uint32_t {
    constexpr std::uint64_t each = 0x0101010101010101U, low = 0x7F * each;
    const auto zeros = [](std::uint64_t eight) { return ~(((eight & low) + low) | eight | low); };
    std::uint32_t count = 0;
    std::uint64_t before = 0x80;
    for (std::size_t at = 0; at < text.size(); at += 8) {
        std::uint64_t eight = ' ' * each;
        std::memcpy(&eight, text.data() + at, std::min<std::size_t>(8, text.size() - at));
        if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
        const std::uint64_t blanks = zeros(eight ^ (' ' * each)) | zeros(eight ^ ('\n' * each));
        const std::uint64_t begins = ~blanks & (blanks << 8U | before) & ~low;
        count += static_cast<std::uint32_t>(((begins >> 7U) * each) >> 56U);  // a product adds the bytes up in the highest
        before = blanks >> 56U;
    }
    return count;
}

auto words_in(std::string_view html) -> std::uint32_t {
    std::uint32_t count = 0;
    std::size_t slot = std::min(html.find(slot_open), html.size());
    for (std::size_t at = 0; at < html.size(); ++at) {
        if (slot < at) slot = std::min(html.find(slot_open, at), html.size());
        const std::size_t end = std::min(html.find('<', at), slot);
        count += words_of_text(html.substr(at, end - at));
        if (end == html.size()) break;
        if (html.substr(end).starts_with("<img ")) ++count;  // a section of one picture is not empty
        at = html.find(html[end] == '<' ? '>' : slot_close, end);
        if (at == std::string_view::npos) break;
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

namespace {

constexpr ByteSet blank(" \n\r\t"), not_word(" \n\r\t<");

auto begins_comment(std::string_view source, std::size_t at) -> bool {
    return source.substr(at).starts_with("<!--");
}

// Where the white space and comments from a place on end.
auto after_blanks(std::string_view source, std::size_t at) -> std::size_t {
    while (at < source.size()) {
        if (blank.holds(source[at])) {
            ++at;
        } else if (begins_comment(source, at)) {
            const std::size_t close = source.find("-->", at);
            at = close == std::string_view::npos ? source.size() : close + 3;
        } else {
            break;
        }
    }
    return at;
}

auto ends_words(std::string_view source, std::size_t at) -> bool {
    if (!not_word.holds(source[at])) return false;
    const bool one_space = source[at] == ' ' && at + 1 < source.size() && !not_word.holds(source[at + 1]);
    const bool bracket = source[at] == '<' && !begins_comment(source, at);
    return !one_space && !bracket;
}

// Whether words surely do not end in the eight bytes from a place on, which nine follow: neither these nor the next eight
// hold a control or `<`, nor two spaces at once. (Bytes of a word that are zero: Warren, Hacker's Delight, 6-1.)
auto are_words(const char* bytes) -> bool {
    constexpr std::uint64_t each = 0x0101010101010101U, high = 0x80 * each;
    const auto below = [](std::uint64_t eight, std::uint64_t bound) { return (eight - bound * each) & ~eight & high; };
    std::uint64_t here = 0, next = 0;
    std::memcpy(&here, bytes, 8);
    std::memcpy(&next, bytes + 1, 8);
    const auto stops = [&](std::uint64_t eight) { return below(eight, 0x20) | below(eight ^ ('<' * each), 1); };
    const auto spaces = [&](std::uint64_t eight) { return below(eight ^ (' ' * each), 1); };
    return (stops(here) | stops(next) | (spaces(here) & spaces(next))) == 0;
}

// Where words that are one space apart end, from the first letter of one on.
auto after_words(std::string_view source, std::size_t at) -> std::size_t {
    while (at < source.size()) {
        while (at + 9 <= source.size() && are_words(source.data() + at)) at += 8;
        for (const std::size_t end = std::min(at + 8, source.size()); at < end; ++at) {
            if (ends_words(source, at)) return at;
        }
    }
    return at;
}

}  // namespace

// Made of every section of every file: most of it is words one space apart, kept as they are.
auto canonical_text(std::string_view source) -> std::string {
    std::string kept;
    kept.reserve(source.size());
    for (std::size_t at = after_blanks(source, 0); at < source.size();) {
        if (!kept.empty()) kept += ' ';
        const std::size_t end = after_words(source, at);
        kept.append(source, at, end - at);
        at = after_blanks(source, end);
    }
    return language::nfc(kept);
}

}  // namespace praxis::markdown
