// Templates: Mustache's syntax cut to five constructs, parsed once, compiled against a shape, then
// rendered as often as wanted.
//
//   {{name}} {{name.part}}        a value, escaped by its type
//   {{#name}} ... {{/name}}       if it is there; once for each item of a list
//   {{^name}} ... {{/name}}       if it is not there
//   {{>part}}                     the part of that name, in this place
//   {{@word}}                     a word of the catalogue, put in its place once for each language
//   {{! ... }}                    a comment
//
// No comparison, no arithmetic, no filter: decisions belong to `pages`. A compiled template cannot
// ask for what a page does not offer, nor put a value where its type does not belong.
#pragma once

#include <functional>
#include <optional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/diagnostic.h"
#include "templates/view.h"

namespace praxis::templates {

struct Node {
    enum class Kind : std::uint8_t { text, value, section, inverted, part, word } kind = Kind::text;
    std::string text;  // the text itself, or the name
    Span span;
    std::vector<Node> children;  // of sections
};

struct Template {
    std::string name;
    std::vector<Node> nodes;
};

auto parse_template(std::string_view text, std::string name, FileId file) -> Outcome<Template>;

struct Op {
    enum class Kind : std::uint8_t { text, escaped, raw, word, each, when, unless, end_each } kind = Kind::text;
    bool in_attribute = false;  // of what is escaped, and of words
    std::uint16_t up = 0;       // how many scopes outward
    std::uint16_t slot = 0;
    std::uint32_t begin = 0, size = 0;  // of text or the word's key in `texts`
    std::uint32_t jump = 0;             // past the section
};

struct Program {
    std::string texts;
    std::vector<Op> ops;
    auto piece(const Op& op) const -> std::string_view { return std::string_view(texts).substr(op.begin, op.size); }
};

struct Library {
    const std::map<std::string, Template, std::less<>>& parts;
    std::function<bool(std::string_view)> has_word;
    std::vector<std::string> words;  // for suggestions
};

// Everything that does not fit is reported, with the place in the template.
auto compile(const Template& page, const Shape& shape, const Library& library) -> Outcome<Program>;

// The same program with words in their places: made once for a language, rendered as often as wanted.
using Words = std::function<std::string(std::string_view key)>;
auto with_words(const Program& program, const Words& words) -> Program;

// A program without words left to be put in.
void render(std::string& out, const Program& program, const View& view);

}  // namespace praxis::templates
