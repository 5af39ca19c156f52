// A typed value as read from a file by the field table: scalars with their meaning, objects, lists,
// and words by language, each with its place. It guarantees the shape that its field states; whether
// a reference resolves is not claimed before `bank`. Made by `read_object`.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fields/date.h"
#include "fields/field.h"
#include "report/diagnostic.h"

namespace praxis::values {

// What a reference means once it is resolved. `part` is 1 + the number of an edition or an item, or
// 0 for the whole.
struct Target {
    fields::Kind kind = fields::Kind::practice;
    std::uint32_t index = 0;
    std::uint32_t part = 0;
    friend auto operator<=>(const Target&, const Target&) = default;
};

// A language tag of at most eleven characters, held in place.
class Tag {
public:
    Tag() = default;
    explicit Tag(std::string_view tag) : size_(static_cast<std::uint8_t>(tag.copy(text_.data(), text_.size()))) {}
    auto view() const -> std::string_view { return {text_.data(), size_}; }

private:
    std::array<char, 11> text_{};
    std::uint8_t size_ = 0;
};

enum class Form : std::uint8_t {
    text,    // `text`
    amount,  // a number
    truth,
    date,
    reference,  // `text` as written; a Target once resolved
    object,     // `items` are the fields that are there
    list,       // `items`; in frames, `text` is the vocabulary of each
    words,      // `items` are phrases, one a language
    phrase,     // `text` in the language of the tag; the empty tag serves every language
    broken,     // written, but reported: neither there nor missing
};

struct Value {
    const fields::Field* field = nullptr;
    std::uint32_t begin = 0, end = 0;
    Span::Sureness sureness = Span::Sureness::exact;
    Form form = Form::text;
    bool official = true;  // of a phrase: not our own rendering
    std::variant<std::monostate, double, bool, fields::Date, Target, Tag> data;
    std::string text;  // also the key of an entry in frames, counts, settings, keyed items
    std::vector<Value> items;

    auto find(std::string_view key) const -> const Value*;  // null also when broken
    auto was_written(std::string_view key) const -> bool;   // broken or not
    auto text_of(std::string_view key) const -> std::string_view;
    auto items_of(std::string_view key) const -> const std::vector<Value>&;
    auto number_of(std::string_view key) const -> const double*;
    auto date_of(std::string_view key) const -> const fields::Date*;
    auto is_true(std::string_view key) const -> bool;
    auto number() const -> double { return std::get<double>(data); }
    auto target() const -> const Target* { return std::get_if<Target>(&data); }
    auto span(FileId file) const -> Span { return {file, begin, end, sureness}; }
};

auto language_of(const Value& phrase) -> std::string_view;

// What tells an item of a keyed list from the others: in a translation the key above its words, in an original its own
// `id`, `file` or `name`.
auto key_of(const Value& item, const fields::Field& list) -> std::string_view;

}  // namespace praxis::values
