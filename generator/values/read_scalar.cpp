#include "values/read_scalar.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "report/suggest.h"
#include "values/codes.h"
#include "values/scalars.h"

namespace praxis::values {
namespace {

using fields::Field;
using fields::Type;
using yaml::Node;
using yaml::NodeKind;

auto shown(std::string_view text) -> std::string {
    return std::string(prefix(text, 80));
}

auto limit_text(double limit) -> std::string {
    return std::to_string(static_cast<long long>(limit));
}

auto type_word(Type type) -> std::string_view {
    switch (type) {
        case Type::id: return "id";
        case Type::email: return "email";
        case Type::language: return "language";
        case Type::country: return "country";
        case Type::currency: return "currency";
        case Type::license: return "license";
        case Type::year: return "year";
        case Type::wikidata: return "wikidata";
        case Type::color: return "color";
        default: return "text";
    }
}

}  // namespace

auto ScalarReader::trimmed(const std::string& text) -> std::string {
    const std::size_t end = text.find_last_not_of(" \n");
    return text.substr(0, end + 1);
}

void ScalarReader::check_length(const Node& node, const Field& field) {
    if (field.type != Type::prose && trimmed(node.text).find('\n') != std::string::npos)
        report(codes::several_lines, node, {std::string(field.key)});
    if (field.most == 0) return;
    const auto length = static_cast<double>(code_points(node.text));
    if (length < field.least) report(codes::too_short, node, {std::string(field.key), limit_text(length), limit_text(field.least)});
    if (length > field.most) report(codes::too_long, node, {std::string(field.key), limit_text(length), limit_text(field.most)});
}

auto ScalarReader::bad_form(const Node& node, const Field& field, std::string_view expected) -> std::optional<Value> {
    report(codes::bad_form, node, {std::string(field.key), shown(node.text), "@type." + std::string(expected)});
    return std::nullopt;
}

auto ScalarReader::read(const Node& node, const Field& field) -> std::optional<Value> {
    Value value{.field = &field, .begin = node.span.begin, .end = node.span.end, .sureness = node.span.sureness, .form = Form::text};
    value.text = node.text;
    switch (field.type) {
        case Type::text:
            check_length(node, field);
            value.text = trimmed(value.text);
            return value;
        case Type::integer:
        case Type::number: return number(node, field, std::move(value));
        case Type::boolean: return truth(node, field, std::move(value));
        case Type::date: return date(node, field, std::move(value));
        case Type::closed: return closed(node, field, std::move(value));
        case Type::reference:
        case Type::item: value.form = Form::reference; return value;
        case Type::file: return file(node, field, std::move(value));
        default: return formed(node, field, std::move(value));
    }
}

auto ScalarReader::truth(const Node& node, const Field& field, Value value) -> std::optional<Value> {
    if (node.text != "true" && node.text != "false") return bad_form(node, field, "boolean");
    value.form = Form::truth;
    value.data = node.text == "true";
    return value;
}

auto ScalarReader::date(const Node& node, const Field& field, Value value) -> std::optional<Value> {
    const auto parsed = fields::parse_date(node.text);
    if (!parsed) {
        report(codes::bad_date, node, {std::string(field.key), shown(node.text)});
        return std::nullopt;
    }
    value.form = Form::date;
    value.data = *parsed;
    return value;
}

auto ScalarReader::formed(const Node& node, const Field& field, Value value) -> std::optional<Value> {
    if (!has_form(field.type, node.text)) {
        if (field.type != Type::url) return bad_form(node, field, type_word(field.type));
        report(codes::bad_address, node, {std::string(field.key), shown(node.text)});
        return std::nullopt;
    }
    if (field.type == Type::email && is_personal_email(node.text)) report(codes::personal_email, node, {shown(node.text)});
    return value;
}

auto ScalarReader::number(const Node& node, const Field& field, Value value) -> std::optional<Value> {
    const auto parsed = parse_number(node.text);
    const bool whole = field.type == Type::integer;
    if (!parsed || (whole && (*parsed != std::floor(*parsed) || *parsed < 0))) return bad_form(node, field, whole ? "integer" : "number");
    if (field.most > 0 && (*parsed < field.least || *parsed > field.most)) {
        report(codes::out_of_range, node, {std::string(field.key), shown(node.text), limit_text(field.least), limit_text(field.most)});
        return std::nullopt;
    }
    value.form = Form::amount;
    value.data = *parsed;
    return value;
}

auto ScalarReader::closed(const Node& node, const Field& field, Value value) -> std::optional<Value> {
    if (std::ranges::find(field.values, node.text) != field.values.end()) return value;
    std::string allowed;
    for (const std::string_view one : field.values) allowed += (allowed.empty() ? "" : ", ") + std::string(one);
    report(codes::not_allowed, node, {std::string(field.key), shown(node.text), allowed}, nearest(node.text, field.values));
    return std::nullopt;
}

// A file beside the record: one plain name, so that no path leaves the folder.
auto ScalarReader::file(const Node& node, const Field& field, Value value) -> std::optional<Value> {
    const bool plain = !node.text.empty() && node.text.front() != '.' && std::ranges::all_of(node.text, [](char c) {
        return c == '-' || c == '_' || c == '.' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
    if (plain) return value;
    report(codes::unsafe_file, node, {std::string(field.key), shown(node.text)});
    return std::nullopt;
}

void ScalarReader::report(const Code& code, const Node& at, std::vector<std::string> arguments, std::vector<std::string> suggestions) {
    Span span = at.span;
    if (at.kind != NodeKind::scalar) span.sureness = Span::Sureness::line;
    found_.push_back(diagnose(code, span, std::move(arguments), std::move(suggestions)));
}

}  // namespace praxis::values
