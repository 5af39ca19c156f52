// What a stage found wrong: a code, a place, arguments and suggestions, but no finished sentence.
// Wording belongs to locale/diagnostics/<lang>.yaml, drawing to `console`. Made by every stage.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

enum class FileId : std::uint32_t { none = 0xFFFFFFFF };

// A range of bytes of a file. Line and column are computed when it is drawn.
struct Span {
    FileId file = FileId::none;
    std::uint32_t begin = 0, end = 0;
    // How much of it may be pointed at: an exact range, a line, the file as a whole.
    enum class Sureness : std::uint8_t { exact, line, file } sureness = Sureness::exact;
};

inline auto whole_file(FileId file) -> Span {
    return {file, 0, 0, Span::Sureness::file};
}

enum class Severity : std::uint8_t { error, warning, note };

// Codes are a letter for the stage and three digits, stable for ever and never reused. Each module
// lists its own in `codes.def`. Safety codes keep their severity whatever bank.yaml says.
struct Code {
    std::string_view id;
    Severity severity;
    std::string_view arguments;  // their names, separated by spaces
    bool safety = false;
};

struct Diagnostic {
    const Code* code = nullptr;
    Severity severity = Severity::error;
    Span span;
    std::vector<std::string> arguments;    // `@group.key` stands for a word of the reader's language
    std::vector<std::string> suggestions;  // nearest names, best first
    std::vector<Span> related;             // the other places: "also here"
};

using Diagnostics = std::vector<Diagnostic>;

auto diagnose(const Code& code, Span span, std::vector<std::string> arguments = {}) -> Diagnostic;
auto diagnose(const Code& code, Span span, std::vector<std::string> arguments, std::vector<std::string> suggestions) -> Diagnostic;

// A value, always there, and what was found wrong on the way to it.
template <class T>
struct Outcome {
    T value{};
    Diagnostics diagnostics;
};

void append(Diagnostics& all, Diagnostics more);
auto has_errors(const Diagnostics& diagnostics) -> bool;

// By file, byte offset, code; exact duplicates dropped. `FileId`s are in path order.
void sort_and_unite(Diagnostics& diagnostics);

}  // namespace praxis
