// A Markdown body as HTML with places: sections, anchors, links and citations listed, addresses open.
// It guarantees safe HTML (no raw HTML, no foreign address scheme), unique anchors, and slots instead
// of addresses, because routes are not known yet. Made by `read_markdown`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/text.h"
#include "report/diagnostic.h"

namespace praxis::markdown {

// In the HTML, `\x01L<n>\x02` stands for the address of link n, `\x01I<n>\x02` for the attributes of
// picture n, `\x01C<n>\x02` for the mark of citation n. Content cannot hold these characters.
inline constexpr char slot_open = '\x01', slot_close = '\x02';

struct Link {
    std::string destination;  // as meant: entities and escapes undone
    Span span;
    bool picture = false;
};

struct Citation {
    std::string source;  // the id after `^`
    Span span;
};

// A level-2 section; the text before the first one has no heading.
struct Section {
    std::string heading;                             // plain text
    std::string anchor;                              // as forges make it, unique in the document
    Span span;                                       // of the heading's line
    std::uint32_t begin = 0, end = 0;                // its HTML, heading not included
    std::uint32_t source_begin = 0, source_end = 0;  // its source, heading included, in bytes of the file
    std::uint32_t words = 0;
};

struct Document {
    std::string html;
    std::vector<Section> sections;
    std::vector<Link> links;
    std::vector<Citation> citations;
    std::vector<std::string> anchors;  // of deeper headings and notes
};

// Reads the part of a file that begins at `offset` (the body). `typography` sets the spaces of text.
auto read_markdown(std::string_view body, FileId file, std::uint32_t offset, const language::Typography& typography) -> Outcome<Document>;

// Registers cmark-gfm's extensions. Called once, before any thread reads Markdown.
void prepare();

// The first rule that a body breaks on its way to a parser with known blow-ups, or nothing.
// One linear pass; the limits are measured (decision 0005).
auto guard(std::string_view body, FileId file, std::uint32_t offset) -> Diagnostics;

// A section's text as it counts for its fingerprint: comments dropped, white space collapsed, NFC.
auto canonical_text(std::string_view source) -> std::string;

inline constexpr std::size_t most_body_bytes = 128 * 1024;

}  // namespace praxis::markdown
