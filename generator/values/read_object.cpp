#include "values/read_object.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.h"
#include "language/text.h"
#include "report/suggest.h"
#include "values/codes.h"
#include "values/read_scalar.h"
#include "values/scalars.h"

namespace praxis::values {
namespace {

using fields::Field;
using fields::Nature;
using fields::Shape;
using fields::Type;
using yaml::Node;
using yaml::NodeKind;

auto keys_of(std::span<const Field> fields) -> std::vector<std::string_view> {
    std::vector<std::string_view> keys;
    for (const Field& field : fields) keys.push_back(field.key);
    return keys;
}

// Whether a translation may hold the field: it is words, or has words somewhere inside.
auto may_hold_words(const Field& field) -> bool {
    if (field.nature == Nature::words || field.key == "translation" || field.key == "contributors" || field.key == "aliases") return true;
    return std::ranges::any_of(field.fields, may_hold_words);
}

auto is_whole_in_translation(const Field& field) -> bool {
    return field.key == "translation" || field.key == "contributors" || field.key == "aliases";
}

auto shown(std::string_view text) -> std::string {
    return std::string(prefix(text, 80));
}

auto limit_text(double limit) -> std::string {
    return std::to_string(static_cast<long long>(limit));
}

class Reader {
public:
    explicit Reader(const Context& context) : context_(context), scalars_(found) {}

    Diagnostics found;

    auto object(const Node& map, std::span<const Field> fields, bool only_words) -> Value {
        Value value = start(map, nullptr, Form::object);
        value.items.reserve(map.keys.size());
        for (std::size_t i = 0; i < map.keys.size(); ++i) {
            const Node& key = map.keys[i];
            const Field* field = fields::find(fields, key.text);
            if (field == nullptr) {
                auto names = nearest(key.text, keys_of(fields));
                // A key that was likely meant is not reported as missing too.
                if (!names.empty()) value.items.push_back(start(map.items[i], fields::find(fields, names.front()), Form::broken));
                report(codes::unknown_key, key, {shown(key.text), kind_word()}, std::move(names));
            } else if (only_words && !may_hold_words(*field)) {
                report(codes::fact_in_translation, key, {shown(key.text)});
            } else if (auto read = one_field(map.items[i], *field, only_words && !is_whole_in_translation(*field))) {
                value.items.push_back(std::move(*read));
            } else {
                value.items.push_back(start(map.items[i], field, Form::broken));
            }
        }
        return value;
    }

    // Required parts of nested objects; those of the record itself depend on its state.
    void require_parts(const Node& map, std::span<const Field> fields, std::string_view parent) {
        for (const Field& field : fields) {
            if (field.required_from && map.find(field.key) == nullptr)
                report(codes::missing_part, map, {std::string(field.key), std::string(parent)});
        }
    }

private:
    auto kind_word() const -> std::string { return "@kind." + std::string(context_.kind); }

    auto start(const Node& node, const Field* field, Form form) const -> Value {
        return Value{.field = field, .begin = node.span.begin, .end = node.span.end, .sureness = node.span.sureness, .form = form};
    }

    void report(const Code& code, const Node& at, std::vector<std::string> arguments, std::vector<std::string> suggestions = {}) {
        Span span = at.span;
        if (at.kind != NodeKind::scalar) span.sureness = Span::Sureness::line;
        found.push_back(diagnose(code, span, std::move(arguments), std::move(suggestions)));
    }

    auto wrong_shape(const Node& node, const Field& field, std::string_view expected) -> std::optional<Value> {
        const std::string_view is = node.kind == NodeKind::map ? "@shape.map" : node.kind == NodeKind::list ? "@shape.list" : "@shape.text";
        report(codes::wrong_shape, node, {std::string(field.key), std::string(expected), std::string(is)});
        return std::nullopt;
    }

    auto one_field(const Node& node, const Field& field, bool only_words) -> std::optional<Value> {
        if (node.is_empty_scalar()) {
            report(codes::empty_value, node, {std::string(field.key)});
            return std::nullopt;
        }
        if (field.shape == Shape::list)
            return only_words && !field.item_key.empty() ? keyed_words(node, field) : list(node, field, only_words);
        return single(node, field, only_words);
    }

    auto list(const Node& node, const Field& field, bool only_words) -> std::optional<Value> {
        if (node.kind != NodeKind::list) return wrong_shape(node, field, "@shape.list");
        Value value = start(node, &field, Form::list);
        value.items.reserve(node.items.size());
        std::set<std::string> seen;
        for (const Node& item : node.items) {
            auto read = single(item, field, only_words);
            if (!read) continue;
            const std::string identity = identity_of(*read, field);
            if (!identity.empty() && !seen.insert(identity).second)
                report(codes::repeated_item, item, {std::string(field.key), shown(identity)});
            else
                value.items.push_back(std::move(*read));
        }
        const auto count = node.items.size();
        const bool counted = field.most > 0 && field.type != Type::text && field.type != Type::prose;
        if (counted && static_cast<double>(count) > field.most)
            report(codes::too_many_items, node, {std::string(field.key), std::to_string(count), limit_text(field.most)});
        return value;
    }

    // What two items of a list must not share: their id, or the value itself.
    static auto identity_of(const Value& value, const Field& field) -> std::string {
        if (!field.item_key.empty()) return std::string(key_of(value, field));
        return value.form == Form::text || value.form == Form::reference ? value.text : std::string();
    }

    auto keyed_words(const Node& node, const Field& field) -> std::optional<Value> {
        if (node.kind != NodeKind::map) return wrong_shape(node, field, "@shape.words_by_item");
        Value value = start(node, &field, Form::list);
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            if (node.items[i].kind != NodeKind::map) {
                wrong_shape(node.items[i], field, "@shape.map");
                continue;
            }
            Value item = object(node.items[i], field.fields, true);
            item.text = node.keys[i].text;
            item.begin = node.keys[i].span.begin;
            item.end = node.keys[i].span.end;
            value.items.push_back(std::move(item));
        }
        return value;
    }

    auto single(const Node& node, const Field& field, bool only_words) -> std::optional<Value> {
        if (field.nature == Nature::words) return words(node, field);
        switch (field.type) {
            case Type::object: return nested(node, field, only_words);
            case Type::frames: return frames(node, field);
            case Type::counts:
            case Type::settings: return table(node, field);
            default: return node.kind == NodeKind::scalar ? scalars_.read(node, field) : wrong_shape(node, field, "@shape.text");
        }
    }

    auto nested(const Node& node, const Field& field, bool only_words) -> std::optional<Value> {
        if (node.kind != NodeKind::map) return wrong_shape(node, field, "@shape.map");
        if (!only_words) require_parts(node, field.fields, field.key);
        Value value = object(node, field.fields, only_words);
        value.field = &field;
        return value;
    }

    auto phrase(const Node& node, const Field& field, std::string_view language) -> std::optional<Value> {
        Value value = start(node, &field, Form::phrase);
        const Node* text = &node;
        if (node.kind == NodeKind::map) {
            text = node.find("text");
            const Node* official = node.find("official");
            if (text == nullptr || official == nullptr || node.keys.size() != 2) return wrong_shape(node, field, "@shape.text_official");
            value.official = official->text == "true";
        }
        if (text->kind != NodeKind::scalar) return wrong_shape(*text, field, "@shape.text");
        if (text->is_empty_scalar() || text->text.empty()) {
            report(codes::empty_value, *text, {std::string(field.key)});
            return std::nullopt;
        }
        scalars_.check_length(*text, field);
        value.text = ScalarReader::trimmed(text->text);
        value.data = Tag(language);
        return value;
    }

    auto words(const Node& node, const Field& field) -> std::optional<Value> {
        Value value = start(node, &field, Form::words);
        const bool by_language = context_.writing == Writing::by_language;
        const bool one_phrase = node.kind == NodeKind::scalar || (node.kind == NodeKind::map && node.find("text") != nullptr);
        if (node.kind == NodeKind::list || (node.kind == NodeKind::map && !by_language)) return wrong_shape(node, field, "@shape.text");
        if (one_phrase) {
            auto read = phrase(node, field, by_language ? std::string_view() : std::string_view(context_.language));
            if (!read) return std::nullopt;
            value.items.push_back(std::move(*read));
            return value;
        }
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const std::string& tag = node.keys[i].text;
            if (!language::is_language_tag(tag)) {
                report(codes::unknown_words_language, node.keys[i], {shown(tag)});
            } else if (auto read = phrase(node.items[i], field, tag)) {
                value.items.push_back(std::move(*read));
            }
        }
        return value.items.empty() ? std::nullopt : std::optional(std::move(value));
    }

    auto frames(const Node& node, const Field& field) -> std::optional<Value> {
        if (node.kind != NodeKind::map) return wrong_shape(node, field, "@shape.frames");
        Value value = start(node, &field, Form::object);
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            if (node.items[i].kind != NodeKind::list) {
                wrong_shape(node.items[i], field, "@shape.list");
                continue;
            }
            Value concepts = start(node.keys[i], &field, Form::list);
            concepts.text = node.keys[i].text;
            std::set<std::string_view> seen;
            for (const Node& item : node.items[i].items) {
                if (item.kind != NodeKind::scalar) {
                    wrong_shape(item, field, "@shape.text");
                } else if (!seen.insert(item.text).second) {
                    report(codes::repeated_item, item, {node.keys[i].text, shown(item.text)});
                } else {
                    Value one = start(item, &field, Form::reference);
                    one.text = item.text;
                    concepts.items.push_back(std::move(one));
                }
            }
            value.items.push_back(std::move(concepts));
        }
        return value;
    }

    // Free keys with scalar values (counts: whole numbers), one level deeper for settings.
    auto table(const Node& node, const Field& field) -> std::optional<Value> {
        if (node.kind != NodeKind::map) return wrong_shape(node, field, "@shape.map");
        Value value = start(node, &field, Form::object);
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const Node& item = node.items[i];
            Value entry = start(item, &field, Form::text);
            if (field.type == Type::counts) {
                const auto count = item.kind == NodeKind::scalar ? parse_number(item.text) : std::nullopt;
                if (!count || *count < 0 || *count != std::floor(*count)) {
                    scalars_.bad_form(item, field, "integer");
                    continue;
                }
                entry.form = Form::amount;
                entry.data = *count;
            } else if (item.kind == NodeKind::map) {
                auto inner = table(item, field);
                if (!inner) continue;
                entry = std::move(*inner);
            } else {
                Value inner = start(item, &field, Form::text);
                inner.text = item.text;
                entry.form = Form::list;
                entry.items.push_back(std::move(inner));
            }
            entry.text = node.keys[i].text;
            value.items.push_back(std::move(entry));
        }
        return value;
    }

    const Context& context_;
    ScalarReader scalars_;
};

}  // namespace

auto read_object(const Node& map, std::span<const Field> fields, const Context& context) -> Outcome<Value> {
    Reader reader(context);
    Value value = reader.object(map, fields, context.writing == Writing::translation);
    return {std::move(value), std::move(reader.found)};
}

}  // namespace praxis::values
