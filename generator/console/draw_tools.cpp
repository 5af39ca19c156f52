// The forms for tools: JSON (version 1 of our own), GitHub workflow commands, SARIF 2.1.0.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "console/draw.h"
#include "writers/json.h"

namespace praxis::console {
namespace {

using writers::Json;

// GitHub shows ten annotations of each kind a step; the others are counted in one line.
constexpr std::size_t most_annotations = 10;

auto escaped(std::string_view text, bool property) -> std::string {
    std::string out;
    for (const char c : text) {
        if (c == '%')
            out += "%25";
        else if (c == '\r')
            out += "%0D";
        else if (c == '\n')
            out += "%0A";
        else if (property && c == ':')
            out += "%3A";
        else if (property && c == ',')
            out += "%2C";
        else
            out += c;
    }
    return out;
}

auto sarif_level(Severity severity) -> std::string_view {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

void sarif_location(Json& json, const Place& place) {
    json.open_object()
        .key("physicalLocation")
        .open_object()
        .key("artifactLocation")
        .open_object()
        .member("uri", std::string_view(place.path))
        .close_object();
    if (place.line > 0) {
        json.key("region").open_object().member("startLine", static_cast<std::int64_t>(place.line));
        if (place.column > 0)
            json.member("startColumn", static_cast<std::int64_t>(place.column))
                .member("endColumn", static_cast<std::int64_t>(place.end_column));
        json.close_object();
    }
    json.close_object().close_object();
}

}  // namespace

auto draw_json(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string {
    Json json;
    Places places(drawing.inputs);
    const Counts counts = count(diagnostics);
    json.open_object().member("version", std::int64_t{1}).member("language", std::string_view(drawing.sentences.language()));
    json.member("errors", static_cast<std::int64_t>(counts.errors))
        .member("warnings", static_cast<std::int64_t>(counts.warnings))
        .member("notes", static_cast<std::int64_t>(counts.notes));
    json.key("diagnostics").open_list();
    for (const Diagnostic& d : diagnostics) {
        const Place place = places.of(d.span);
        json.open_object().member("code", d.code->id).member("severity", severity_word(d.severity));
        json.member("message", std::string_view(drawing.sentences.says(d))).member("help", std::string_view(drawing.sentences.help(d)));
        if (!place.path.empty()) json.member("path", std::string_view(place.path));
        if (place.line > 0) json.member("line", static_cast<std::int64_t>(place.line));
        if (place.column > 0)
            json.member("column", static_cast<std::int64_t>(place.column)).member("endColumn", static_cast<std::int64_t>(place.end_column));
        json.key("suggestions").open_list();
        for (const std::string& suggestion : d.suggestions) json.value(std::string_view(suggestion));
        json.close_list().close_object();
    }
    json.close_list().close_object();
    return json.text() + "\n";
}

auto draw_github(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string {
    std::string out;
    Places places(drawing.inputs);
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
        const std::string_view command = severity == Severity::note ? "notice" : severity_word(severity);
        std::size_t shown = 0;
        for (const Diagnostic& d : diagnostics) {
            if (d.severity != severity || shown++ >= most_annotations) continue;
            const Place place = places.of(d.span);
            out += fmt::format("::{} ", command);
            if (!place.path.empty()) out += fmt::format("file={},", escaped(place.path, true));
            if (place.line > 0) out += fmt::format("line={},", place.line);
            if (place.column > 0) out += fmt::format("col={},", place.column);
            const std::string help = drawing.sentences.help(d);
            out += fmt::format("title={}::{}\n", d.code->id, escaped(drawing.sentences.says(d) + (help.empty() ? "" : "\n" + help), false));
        }
    }
    const std::string last = summary_of(count(diagnostics), drawing.sentences);
    return last.empty() ? out : out + last + "\n";
}

auto draw_sarif(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string {
    Json json;
    Places places(drawing.inputs);
    json.open_object().member("$schema", "https://json.schemastore.org/sarif-2.1.0.json").member("version", "2.1.0");
    json.key("runs").open_list().open_object().key("tool").open_object().key("driver").open_object().member("name", "praxis");
    json.member("semanticVersion", PRAXIS_VERSION).key("rules").open_list();
    std::set<std::string_view> rules;
    for (const Diagnostic& d : diagnostics) rules.insert(d.code->id);
    for (const std::string_view id : rules) json.open_object().member("id", id).close_object();
    json.close_list().close_object().close_object();
    json.member("columnKind", "unicodeCodePoints").key("results").open_list();
    for (const Diagnostic& d : diagnostics) {
        const Place place = places.of(d.span);
        json.open_object().member("ruleId", d.code->id).member("level", sarif_level(d.severity));
        const std::string help = drawing.sentences.help(d);
        json.key("message")
            .open_object()
            .member("text", std::string_view(drawing.sentences.says(d) + (help.empty() ? "" : "; " + help)))
            .close_object();
        json.key("locations").open_list();
        if (!place.path.empty()) sarif_location(json, place);
        json.close_list().close_object();
    }
    json.close_list().close_object().close_list().close_object();
    return json.text() + "\n";
}

}  // namespace praxis::console
