// Draws diagnostics: frames for people, one line for logs and editors, JSON, GitHub workflow commands
// and SARIF for tools. Nothing here decides anything; colour is the caller's choice.
#pragma once

#include <string>

#include "console/sentences.h"
#include "input/input_set.h"

namespace praxis::console {

enum class Form : std::uint8_t { text, brief, json, github, sarif };
enum class Colour : std::uint8_t { none, terminal };

struct Drawing {
    const input::InputSet& inputs;
    const Sentences& sentences;
    Form form = Form::text;
    Colour colour = Colour::none;
    bool summary = true;  // a last line that counts
};

struct Counts {
    std::size_t errors = 0, warnings = 0, notes = 0;
};
auto count(const Diagnostics& diagnostics) -> Counts;

// The whole report. `diagnostics` are sorted. After ten of one code frames say how many more.
auto draw(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string;
// "3 errors, 1 warning"; empty when there is nothing.
auto summary_of(const Counts& counts, const Sentences& sentences) -> std::string;

// A diagnostic's place as people count it; no path for what has no file.
struct Place {
    std::string path;
    std::size_t line = 0, column = 0, end_column = 0;  // 0: not known
    std::string source;                                // the line itself, for exact places
};
class Places {
public:
    explicit Places(const input::InputSet& inputs) : inputs_(inputs) {}
    auto of(const Span& span) -> Place;

private:
    const input::InputSet& inputs_;
    FileId file_ = FileId::none;
    std::string bytes_;
    std::size_t line_start_ = 0, line_ = 1;  // where the last place was: reports are sorted
};

// One function a form; the last two in their own files.
auto draw_text(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string;
auto draw_brief(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string;
auto draw_json(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string;
auto draw_github(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string;
auto draw_sarif(const Diagnostics& diagnostics, const Drawing& drawing) -> std::string;
auto severity_word(Severity severity) -> std::string_view;

}  // namespace praxis::console
