// ICU MessageFormat patterns, parsed once by ICU and filled in by us (a thousand times cheaper).
// Arguments are named; numbers arrive formatted, and also as a number where a plural needs it.
// Made by `parse_message`; immutable, safe to use from many threads.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"

namespace praxis::language {

struct Argument {
    std::string_view name;
    std::string_view text;
    double number = 0;
};
using Arguments = std::initializer_list<Argument>;

// Cardinal and ordinal plural categories of a language (CLDR).
class Plurals {
public:
    explicit Plurals(std::string_view language);
    auto cardinal(double number) const -> std::string_view;
    auto ordinal(double number) const -> std::string_view;

private:
    struct Engine;
    std::shared_ptr<const Engine> engine_;
};

class Message {
public:
    // Adds the message to `out`. An argument that is not given stays as `{name}`.
    void append_to(std::string& out, Arguments arguments, const Plurals& plurals) const;
    auto argument_names() const -> std::vector<std::string>;

    struct Case;
    struct Piece {
        enum class Kind : unsigned char { text, argument, cardinal, ordinal, select, number } kind = Kind::text;
        std::string text;  // the text itself, or the argument's name
        double offset = 0;
        std::vector<Case> cases;
    };
    struct Case {
        std::string selector;
        std::optional<double> exact;
        std::vector<Piece> pieces;
    };

private:
    friend auto parse_message(std::string_view pattern) -> Expected<Message, std::size_t>;
    std::vector<Piece> pieces_;
};

// The message, or the byte offset at which the pattern breaks.
auto parse_message(std::string_view pattern) -> Expected<Message, std::size_t>;

}  // namespace praxis::language
