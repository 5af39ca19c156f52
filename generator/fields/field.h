// The field table: every field of every kind of record, its type, its rules and its nature.
// It is data without behaviour; it guarantees one description from which the check, the reader, the
// JSON Schema, the forms, the scaffolds, the exports and the reference pages are derived.
// Made by hand, one file a kind, in this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace praxis::fields {

// The kinds of things a bank holds. Folder names and formats are in `kind_table`.
enum class Kind : std::uint8_t {
    practice,
    bulletin,
    declaration,
    page,
    city,
    theme,
    award,
    organisation,
    network,
    cluster,
    event,
    vocabulary,
};
inline constexpr std::size_t kind_count = 12;

// What a single value is. Every scalar is read as text and typed by Praxis.
enum class Type : std::uint8_t {
    text,       // one line of text
    prose,      // text that may run over several lines
    id,         // [a-z0-9]+(-[a-z0-9]+)*
    closed,     // one of `values`
    reference,  // the id of a record or entity of one of `targets`; editions as award/edition
    item,       // an item of a vocabulary that is not a frame
    source,     // the id of a source in the same file
    date,       // EDTF level 1, or `unknown`
    year,       // four digits
    integer,
    number,
    boolean,
    url,
    email,
    language,  // BCP 47
    country,   // ISO 3166-1 alpha-2
    currency,  // ISO 4217
    license,   // SPDX identifier
    wikidata,  // Q and digits
    file,      // a file beside the record
    color,     // six hexadecimal digits
    object,    // the fields in `fields`
    frames,    // vocabulary id -> list of concept ids
    counts,    // id -> whole number
    settings,  // free map, read by the one who owns it (emitters, severities)
};

// Facts are written once, in the original. Words are written in each language.
// Names stay as written everywhere.
enum class Nature : std::uint8_t { fact, words, name };

enum class Shape : std::uint8_t { one, list };

// Review states in their order; `required_from` counts from the first that needs the field.
enum class State : std::uint8_t { draft, stub, submitted, reviewed, peer_reviewed, archived };

struct Field {
    std::string_view key;
    Type type = Type::text;
    Nature nature = Nature::fact;
    Shape shape = Shape::one;
    std::optional<State> required_from{};
    bool facet = false;
    double least = 0, most = 0;  // characters, items or amounts; most 0: no limit
    // Of lists whose items carry words: the field that a translation calls an item by, `id`, `file` or `name`; and the
    // one that does where that is not there.
    std::string_view item_key{}, other_item_key{};
    std::string_view terms{};  // the group in locale `terms` with the labels
    std::span<const std::string_view> values{};
    std::span<const Kind> targets{};
    std::span<const Field> fields{};

    constexpr Field words() const {
        Field f = *this;
        f.nature = Nature::words;
        return f;
    }
    constexpr Field name() const {
        Field f = *this;
        f.nature = Nature::name;
        return f;
    }
    constexpr Field list() const {
        Field f = *this;
        f.shape = Shape::list;
        return f;
    }
    constexpr Field keyed(std::string_view by, std::string_view otherwise = {}) const {
        Field f = list();
        f.item_key = by;
        f.other_item_key = otherwise;
        return f;
    }
    constexpr Field required(State from = State::draft) const {
        Field f = *this;
        f.required_from = from;
        return f;
    }
    constexpr Field faceted() const {
        Field f = *this;
        f.facet = true;
        return f;
    }
    constexpr Field within(double low, double high) const {
        Field f = *this;
        f.least = low;
        f.most = high;
        return f;
    }
};

constexpr auto field(std::string_view key, Type type) -> Field {
    return {.key = key, .type = type};
}
constexpr auto text(std::string_view key) -> Field {
    return field(key, Type::text);
}
constexpr auto words(std::string_view key) -> Field {
    return field(key, Type::prose).words();
}
constexpr auto name(std::string_view key) -> Field {
    return field(key, Type::text).name();
}
constexpr auto date(std::string_view key) -> Field {
    return field(key, Type::date);
}
constexpr auto closed(std::string_view key, std::string_view terms, std::span<const std::string_view> values) -> Field {
    Field f = field(key, Type::closed);
    f.terms = terms;
    f.values = values;
    return f;
}
constexpr auto reference(std::string_view key, std::span<const Kind> targets) -> Field {
    Field f = field(key, Type::reference);
    f.targets = targets;
    return f;
}
constexpr auto object(std::string_view key, std::span<const Field> fields) -> Field {
    Field f = field(key, Type::object);
    f.fields = fields;
    return f;
}

enum class Format : std::uint8_t { markdown, yaml };

struct KindEntry {
    Kind kind;
    std::string_view name;    // `practice`, as in `praxis new KIND`
    std::string_view folder;  // below content/
    Format format;
    std::span<const Field> fields;
};

// One entry a kind, in the order of `Kind`.
auto kinds() -> std::span<const KindEntry>;
auto entry(Kind kind) -> const KindEntry&;
// The kind that lives in a folder below content/, if any.
auto kind_of_folder(std::string_view folder) -> std::optional<Kind>;
// The fields of content/bank.yaml, and of the tables beside it.
auto bank_fields() -> std::span<const Field>;
auto glossary_fields() -> std::span<const Field>;
auto claims_fields() -> std::span<const Field>;
// A field by its key, or null.
auto find(std::span<const Field> fields, std::string_view key) -> const Field*;

// The canonical ids of the level-2 sections of a practice, and those a reviewed one must have.
auto practice_sections() -> std::span<const std::string_view>;
auto required_sections() -> std::span<const std::string_view>;

auto state_name(State state) -> std::string_view;

}  // namespace praxis::fields
