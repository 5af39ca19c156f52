// cmark-gfm 0.29.0.gfm.6 (Debian 12) takes quadratic time or worse on some inputs of a few kilobytes
// (wide tables, reference definitions, runs of markers). These limits keep every accepted body under
// a second; they were found by measuring and fuzzing (decision 0005).
#include <algorithm>

#include "markdown/codes.h"
#include "markdown/document.h"

namespace praxis::markdown {
namespace {

constexpr std::size_t most_line_bytes = 8 * 1024;
constexpr std::size_t most_paragraph_bytes = 8 * 1024;
constexpr std::size_t most_markers = 32;
constexpr std::size_t most_indent = 128;
constexpr std::size_t most_pipes = 200;
constexpr std::size_t most_cells = 20'000;
constexpr std::size_t most_reference_work = 4 * 1024 * 1024;

struct Line {
    std::size_t indent = 0, markers = 0, pipes = 0, brackets = 0;
    bool blank = true, defines = false;
};

// What a body has none of needs no counting line by line.
struct Marks {
    explicit Marks(std::string_view body)
        : pipes(body.find('|') != std::string_view::npos),
          brackets(body.find('[') != std::string_view::npos),
          definitions(brackets && body.find("]:") != std::string_view::npos) {}
    bool pipes, brackets, definitions;
};

auto measure(std::string_view line, const Marks& marks) -> Line {
    Line m;
    std::size_t at = 0;
    for (; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at) m.indent += line[at] == '\t' ? 4 : 1;
    m.blank = at == line.size();
    for (std::size_t i = at; i < line.size(); ++i) {
        const char c = line[i];
        const bool digit = c >= '0' && c <= '9';
        if (c == '>' || c == '-' || c == '*' || c == '+' || c == '.' || c == ')')
            ++m.markers;
        else if (c != ' ' && c != '\t' && !digit)
            break;
    }
    if (marks.pipes) m.pipes = static_cast<std::size_t>(std::ranges::count(line, '|'));
    if (marks.brackets) m.brackets = static_cast<std::size_t>(std::ranges::count(line, '['));
    m.defines = marks.definitions && line.find("]:") != std::string_view::npos;
    return m;
}

// A thematic break or a rule under a heading is a run of markers, but nests nothing.
auto is_rule(std::string_view line) -> bool {
    char first = 0;
    for (const char c : line) {
        if (c == ' ' || c == '\t') continue;
        if (first == 0) first = c;
        if (c != first || (c != '-' && c != '*' && c != '=' && c != '_')) return false;
    }
    return first != 0;
}

struct Totals {
    std::size_t paragraph = 0, paragraph_lines = 0, paragraph_pipes = 0;
    std::size_t cells = 0, brackets = 0, largest_definition = 0;
    bool defines = false;

    void end_paragraph() {
        if (paragraph_pipes > 0) cells += (paragraph_pipes + 1) * paragraph_lines;
        if (defines) largest_definition = std::max(largest_definition, paragraph);
        paragraph = paragraph_lines = paragraph_pipes = 0;
        defines = false;
    }
};

auto check_line(std::string_view line, const Line& m, Span place) -> Diagnostics {
    if (line.size() > most_line_bytes)
        return {diagnose(codes::line_too_long, place, {std::to_string(line.size()), std::to_string(most_line_bytes)})};
    if (m.indent > most_indent || (m.markers > most_markers && !is_rule(line)))
        return {diagnose(codes::too_nested, place, {std::to_string(most_markers)})};
    if (m.pipes > most_pipes) return {diagnose(codes::table_too_large, place, {std::to_string(most_cells)})};
    return {};
}

}  // namespace

auto guard(std::string_view body, FileId file, std::uint32_t offset) -> Diagnostics {
    if (body.size() > most_body_bytes) {
        return {diagnose(codes::body_too_large, {file, offset, offset, Span::Sureness::line},
                         {std::to_string(body.size()), std::to_string(most_body_bytes)})};
    }
    Totals totals;
    const Marks marks(body);
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        const std::string_view line = body.substr(at, end - at);
        const Line m = measure(line, marks);
        const auto begin = offset + static_cast<std::uint32_t>(at);
        const Span place{file, begin, begin, Span::Sureness::line};
        if (Diagnostics found = check_line(line, m, place); !found.empty()) return found;
        if (m.blank) {
            totals.end_paragraph();
        } else {
            totals.paragraph += line.size() + 1;
            ++totals.paragraph_lines;
            totals.paragraph_pipes = std::max(totals.paragraph_pipes, m.pipes);
            totals.brackets += m.brackets;
            totals.defines = totals.defines || m.defines;
            if (totals.paragraph > most_paragraph_bytes)
                return {
                    diagnose(codes::paragraph_too_long, place, {std::to_string(totals.paragraph), std::to_string(most_paragraph_bytes)})};
            if (totals.cells + (totals.paragraph_pipes + 1) * totals.paragraph_lines > most_cells && totals.paragraph_pipes > 0)
                return {diagnose(codes::table_too_large, place, {std::to_string(most_cells)})};
        }
        at = end + 1;
    }
    totals.end_paragraph();
    if (totals.largest_definition * totals.brackets > most_reference_work)
        return {diagnose(codes::too_many_references, {file, offset, offset, Span::Sureness::line})};
    return {};
}

}  // namespace praxis::markdown
