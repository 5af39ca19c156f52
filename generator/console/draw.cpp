#include "console/draw.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace praxis::console {
namespace {

constexpr std::uint64_t most_shown_bytes = 2 * 1024 * 1024;
constexpr std::size_t most_of_a_code = 10;
constexpr std::size_t widest_line = 160;

struct Paint {
    std::string_view red, yellow, blue, bold, off;
};

auto paint_of(Colour colour) -> Paint {
    if (colour == Colour::none) return {};
    return {"\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[1m", "\x1b[0m"};
}

// What a terminal must not be told by a file: control characters become a visible sign.
auto harmless(std::string_view text) -> std::string {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (first_invalid_utf8(text.substr(at, 4)) == 0) {
            out += "\uFFFD";
            ++at;
            continue;
        }
        const char32_t code = next_code_point(text, at);
        if (is_hidden(code) || code == '\r')
            out += "\uFFFD";
        else
            out += code == '\t' ? std::string_view(" ") : text.substr(begin, at - begin);
    }
    return out;
}

// A long line is cut around the place that matters; `column` is moved along.
auto cut(const std::string& line, std::size_t& column) -> std::string {
    if (code_points(line) <= widest_line) return line;
    const std::size_t from = column > 60 ? column - 60 : 0;
    const std::string_view rest = std::string_view(line).substr(prefix(line, from).size());
    column -= from;
    return std::string(prefix(rest, widest_line));
}

void frame(std::string& out, const Diagnostic& d, const Drawing& drawing, Places& places) {
    const Paint paint = paint_of(drawing.colour);
    const std::string_view tone = d.severity == Severity::error ? paint.red : d.severity == Severity::warning ? paint.yellow : paint.blue;
    out += fmt::format("{}{}{}[{}]{}: {}{}{}\n", paint.bold, tone, drawing.sentences.word(severity_word(d.severity)), d.code->id, paint.off,
                       paint.bold, drawing.sentences.says(d), paint.off);
    Place place = places.of(d.span);
    if (!place.path.empty()) {
        out += "  " + place.path;
        if (place.line > 0) out += fmt::format(":{}", place.line);
        if (place.column > 0) out += fmt::format(":{}", place.column);
        out += '\n';
    }
    if (!place.source.empty()) {
        std::size_t column = place.column == 0 ? 0 : place.column - 1;
        const std::string line = cut(harmless(place.source), column);
        const std::string number = std::to_string(place.line);
        const std::string margin(number.size(), ' ');
        out += fmt::format(" {} | {}\n", number, line);
        if (place.column > 0 && place.end_column > place.column) {
            const std::size_t width = std::min(place.end_column - place.column, widest_line - std::min(column, widest_line));
            out += fmt::format(" {} | {}{}{}{}\n", margin, std::string(column, ' '), tone,
                               std::string(std::max<std::size_t>(width, 1), '^'), paint.off);
        }
    }
    for (const Span& related : d.related) {
        const Place other = places.of(related);
        if (other.path.empty()) continue;
        out += fmt::format("  {}{}{}", drawing.sentences.word("also_here"), drawing.sentences.word("colon"), other.path);
        out += other.line > 0 ? fmt::format(":{}\n", other.line) : std::string("\n");
    }
    const std::string help = drawing.sentences.help(d);
    if (!help.empty())
        out += fmt::format("  {}{}{}{}{}\n", paint.blue, drawing.sentences.word("help"), paint.off, drawing.sentences.word("colon"), help);
    out += '\n';
}

}  // namespace

auto severity_word(Severity severity) -> std::string_view {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

auto count(const Diagnostics& diagnostics) -> Counts {
    Counts counts;
    for (const Diagnostic& d : diagnostics)
        ++(d.severity == Severity::error ? counts.errors : d.severity == Severity::warning ? counts.warnings : counts.notes);
    return counts;
}

auto summary_of(const Counts& counts, const Sentences& sentences) -> std::string {
    std::string all;
    const auto add = [&](std::size_t number, std::string_view key) {
        if (number > 0) all += (all.empty() ? "" : ", ") + sentences.counted(key, number);
    };
    add(counts.errors, "summary_errors");
    add(counts.warnings, "summary_warnings");
    add(counts.notes, "summary_notes");
    return all;
}

auto Places::of(const Span& span) -> Place {
    Place place;
    if (span.file == FileId::none) return place;
    place.path = inputs_[span.file].path;
    if (span.sureness == Span::Sureness::file) return place;
    if (file_ != span.file) {
        auto bytes = inputs_.read(span.file, most_shown_bytes);
        bytes_ = bytes ? std::move(*bytes) : std::string();
        file_ = span.file;
        line_start_ = 0;
        line_ = 1;
    }
    if (span.begin < line_start_) {
        line_start_ = 0;
        line_ = 1;
    }
    const input::Position position = input::position_of(std::string_view(bytes_).substr(line_start_), span.begin - line_start_);
    line_ += position.line - 1;
    const std::size_t end_before = std::min<std::size_t>(span.begin, bytes_.size());
    const std::size_t before = end_before == 0 ? std::string::npos : bytes_.rfind('\n', end_before - 1);
    line_start_ = before == std::string::npos ? 0 : before + 1;
    place.line = line_;
    place.source = input::line_at(bytes_, span.begin);
    if (span.sureness == Span::Sureness::line) return place;
    place.column = position.column;
    const std::size_t end = std::min<std::size_t>(span.end, bytes_.size());
    const std::string_view marked =
        std::string_view(bytes_).substr(std::min<std::size_t>(span.begin, end), end - std::min<std::size_t>(span.begin, end));
    place.end_column = place.column + std::max<std::size_t>(1, code_points(marked.substr(0, marked.find('\n'))));
    return place;
}

auto draw_text(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string {
    std::string out;
    Places places(drawing.inputs);
    std::map<std::string_view, std::size_t> drawn;
    for (const Diagnostic& d : diagnostics) {
        if (++drawn[d.code->id] <= most_of_a_code) frame(out, d, drawing, places);
    }
    for (const auto& [id, times] : drawn) {
        if (times <= most_of_a_code) continue;
        std::string more = drawing.sentences.counted("more_of_code", times - most_of_a_code);
        const std::size_t place = more.find("{code}");
        if (place != std::string::npos) more.replace(place, 6, id);
        out += more + "\n";
    }
    return out;
}

auto draw_brief(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string {
    std::string out;
    Places places(drawing.inputs);
    for (const Diagnostic& d : diagnostics) {
        const Place place = places.of(d.span);
        if (!place.path.empty())
            out += fmt::format("{}:{}:{}: ", place.path, std::max<std::size_t>(place.line, 1), std::max<std::size_t>(place.column, 1));
        out +=
            fmt::format("{}[{}]: {}\n", drawing.sentences.word(severity_word(d.severity)), d.code->id, harmless(drawing.sentences.says(d)));
    }
    return out;
}

auto draw(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string {
    std::string out;
    switch (drawing.form) {
        case Form::text: out = draw_text(diagnostics, drawing); break;
        case Form::brief: return draw_brief(diagnostics, drawing);
        case Form::json: return draw_json(diagnostics, drawing);
        case Form::github: return draw_github(diagnostics, drawing);
        case Form::sarif: return draw_sarif(diagnostics, drawing);
    }
    const std::string last = drawing.summary ? summary_of(count(diagnostics), drawing.sentences) : std::string();
    return last.empty() ? out : out + last + "\n";
}

}  // namespace praxis::console
