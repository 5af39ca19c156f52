#include "commands/kind_schema.h"

#include <fmt/format.h>

#include <algorithm>

#include "writers/json.h"

namespace praxis::commands {
namespace {

using fields::Field;
using fields::Nature;
using fields::Shape;
using fields::State;
using fields::Type;

constexpr std::string_view dialect = "https://json-schema.org/draft/2020-12/schema";
constexpr std::string_view id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

auto whole(double number) -> std::int64_t {
    return static_cast<std::int64_t>(number);
}

// How a file writes its fields.
enum class Writing { original, translation, by_language };

auto is_whole_in_translation(const Field& field) -> bool {
    return field.key == "translation" || field.key == "contributors" || field.key == "aliases";
}

auto may_be_translated(const Field& field) -> bool {
    if (field.nature == Nature::words || is_whole_in_translation(field)) return true;
    return std::ranges::any_of(field.fields, may_be_translated);
}

class SchemaWriter {
public:
    SchemaWriter(writers::Json& json, const fields::KindEntry& kind, const console::FieldWords& words)
        : json_(json), kind_(kind), words_(words) {}

    // The members of the kind's schema; the object is open.
    void run() {
        json_.member("title", kind_.name);
        if (kind_.format == fields::Format::yaml) {
            object(kind_.fields, {}, Writing::by_language, true);
            return;
        }
        json_.key("if").open_object().key("required").open_list().value("translation").close_list().close_object();
        json_.key("then").open_object();
        object(kind_.fields, {}, Writing::translation, false);
        json_.close_object().key("else").open_object();
        object(kind_.fields, {}, Writing::original, true);
        states();
        json_.close_object();
    }

private:
    static auto path_of(const std::string& path, const Field& field) -> std::string {
        return path.empty() ? std::string(field.key) : path + "." + std::string(field.key);
    }

    void object(std::span<const Field> fields, const std::string& path, Writing writing, bool with_required) {
        json_.member("type", "object").member("additionalProperties", false).key("properties").open_object();
        for (const Field& field : fields) {
            if (writing == Writing::translation && !may_be_translated(field)) continue;
            json_.key(field.key).open_object();
            described(path_of(path, field));
            value(field, path_of(path, field), writing);
            json_.close_object();
        }
        json_.close_object();
        const bool record = path.empty() && kind_.format == fields::Format::markdown;
        if (with_required) required(fields, record ? State::draft : State::peer_reviewed);
    }

    void required(std::span<const Field> fields, State state) {
        const auto needed = [&](const Field& field) { return field.required_from && *field.required_from <= state; };
        if (std::ranges::none_of(fields, needed)) return;
        json_.key("required").open_list();
        for (const Field& field : fields) {
            if (needed(field)) json_.value(field.key);
        }
        json_.close_list();
    }

    // What a record must hold grows with its review state.
    void states() {
        json_.key("allOf").open_list();
        for (const State state : {State::submitted, State::reviewed}) {
            json_.open_object().key("if").open_object().key("properties").open_object().key("review").open_object();
            json_.key("properties").open_object().key("state").open_object().key("enum").open_list();
            for (const State other : {State::submitted, State::reviewed, State::peer_reviewed}) {
                if (other >= state) json_.value(fields::state_name(other));
            }
            json_.close_list().close_object().close_object().key("required").open_list().value("state").close_list();
            json_.close_object().close_object().key("required").open_list().value("review").close_list().close_object();
            json_.key("then").open_object();
            required(kind_.fields, state);
            json_.close_object().close_object();
        }
        json_.close_list();
    }

    void described(const std::string& path) {
        const console::FieldWord word = words_.of(kind_.name, path);
        json_.member("title", word.label);
        if (!word.hint.empty()) json_.member("description", word.hint);
    }

    void value(const Field& field, const std::string& path, Writing writing) {
        const bool only_words = writing == Writing::translation && !is_whole_in_translation(field);
        if (field.shape != Shape::list) return single(field, path, writing);
        if (only_words && !field.item_key.empty()) {
            json_.member("type", "object").key("additionalProperties").open_object();
            object(field.fields, path, writing, false);
            json_.close_object();
            return;
        }
        json_.member("type", "array").member("minItems", std::int64_t{1});
        const bool counted = field.most > 0 && field.type != Type::text && field.type != Type::prose;
        if (counted) json_.member("maxItems", whole(field.most));
        json_.key("items").open_object();
        single(field, path, writing);
        json_.close_object();
    }

    void single(const Field& field, const std::string& path, Writing writing) {
        if (field.nature == Nature::words) return phrase(field, writing);
        if (field.type == Type::object) {
            const Writing inside = is_whole_in_translation(field) ? Writing::original : writing;
            return object(field.fields, path, inside, inside != Writing::translation);
        }
        scalar(field);
    }

    void phrase(const Field& field, Writing writing) {
        if (writing != Writing::by_language) return text(field);
        json_.key("anyOf").open_list().open_object();
        text(field);
        json_.close_object().open_object();
        json_.member("type", "object").member("minProperties", std::int64_t{1}).key("additionalProperties").open_object();
        json_.key("anyOf").open_list().open_object();
        text(field);
        json_.close_object().open_object().member("type", "object").member("additionalProperties", false);
        json_.key("properties").open_object().key("text").open_object();
        text(field);
        json_.close_object().key("official").open_object().member("type", "boolean").close_object().close_object();
        json_.key("required").open_list().value("text").value("official").close_list();
        json_.close_object().close_list().close_object().close_object().close_list();
    }

    // Numbers are text too where they are not asked for: `version: 1994`.
    void text(const Field& field) {
        types("string", "number");
        const bool counted = field.most > 0;
        json_.member("minLength", counted ? std::max<std::int64_t>(1, whole(field.least)) : std::int64_t{1});
        if (counted) json_.member("maxLength", whole(field.most));
    }

    void types(std::string_view one, std::string_view other) { json_.key("type").open_list().value(one).value(other).close_list(); }

    void pattern(std::string_view pattern) { json_.member("type", "string").member("pattern", pattern); }

    void number(const Field& field, std::string_view type) {
        json_.member("type", type);
        if (type == "integer" && field.most == 0) json_.member("minimum", std::int64_t{0});
        if (field.most > 0) json_.member("minimum", whole(field.least)).member("maximum", whole(field.most));
    }

    void scalar(const Field& field) {
        switch (field.type) {
            case Type::id:
            case Type::item:
            case Type::source: types("string", "integer"); return (void)json_.member("pattern", id_pattern);
            case Type::reference:
                types("string", "integer");
                return (void)json_.member("pattern", "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9-]+)?$");
            case Type::closed: return closed(field);
            case Type::date:
                types("string", "integer");
                return (void)json_.member("pattern", "^(unknown|(\\.\\./)?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?(/[0-9.~-]*)?)$");
            case Type::year: types("string", "integer"); return (void)json_.member("pattern", "^[0-9]{4}$");
            case Type::integer: return number(field, "integer");
            case Type::number: return number(field, "number");
            case Type::boolean: return (void)json_.member("type", "boolean");
            case Type::url: return pattern("^https?://");
            case Type::email: return pattern("^[^@ ]+@[^@ ]+$");
            case Type::country: return pattern("^[A-Z]{2}$");
            case Type::currency: return pattern("^[A-Z]{3}$");
            case Type::wikidata: return pattern("^Q[1-9][0-9]*$");
            case Type::file: return pattern("^[a-z0-9_-][a-z0-9._-]*$");
            case Type::color: types("string", "integer"); return (void)json_.member("pattern", "^[0-9A-Fa-f]{6}$");
            case Type::frames: return table("array");
            case Type::counts: return table("integer");
            case Type::settings: return (void)json_.member("type", "object");
            case Type::language:
            case Type::license:
            case Type::object: return (void)json_.member("type", "string");
            case Type::text:
            case Type::prose: return text(field);
        }
    }

    void closed(const Field& field) {
        json_.key("enum").open_list();
        for (const std::string_view value : field.values) json_.value(value);
        json_.close_list();
    }

    void table(std::string_view inside) {
        json_.member("type", "object").key("additionalProperties").open_object().member("type", inside);
        if (inside == "array") {
            json_.key("items").open_object();
            types("string", "number");
            json_.close_object();
        }
        json_.close_object();
    }

    writers::Json& json_;
    const fields::KindEntry& kind_;
    const console::FieldWords& words_;
};

}  // namespace

auto kind_schema(const fields::KindEntry& kind, const console::FieldWords& words) -> std::string {
    writers::Json json;
    json.open_object().member("$schema", dialect);
    SchemaWriter(json, kind, words).run();
    json.close_object();
    return json.text() + "\n";
}

auto all_schemas(const console::FieldWords& words) -> std::string {
    writers::Json json;
    json.open_object().member("$schema", dialect).key("$defs").open_object();
    for (const fields::KindEntry& kind : fields::kinds()) {
        json.key(kind.name).open_object();
        SchemaWriter(json, kind, words).run();
        json.close_object();
    }
    json.close_object().close_object();
    return json.text() + "\n";
}

}  // namespace praxis::commands
