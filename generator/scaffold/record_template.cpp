#include "scaffold/record_template.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace praxis::scaffold {
namespace {

using fields::Field;
using fields::Nature;
using fields::Shape;
using fields::Type;
using Lines = std::vector<std::string>;

// What nobody writes on the first day: the editors' own fields, and addresses.
constexpr std::array<std::string_view, 9> later{"translation", "withdrawn", "slug",        "aliases",      "changes",
                                                "published",   "facet",     "replaced_by", "last_verified"};

// What a rule of `check` asks for, beyond the field table.
constexpr std::array<std::string_view, 3> asked_by_rules{"city/country", "practice/indicators.value", "practice/indicators.year"};

auto indented(const Lines& lines, std::string_view first, std::string_view others) -> Lines {
    Lines all;
    for (const std::string& line : lines) all.push_back(std::string(all.empty() ? first : others) + line);
    return all;
}

auto remarked(const Lines& lines) -> Lines {
    return indented(lines, "# ", "# ");
}

void add(Lines& into, const Lines& more) {
    into.insert(into.end(), more.begin(), more.end());
}

class RecordWriter {
public:
    explicit RecordWriter(const RecordTemplate& asked) : asked_(asked), locale_(asked.wording.find(asked.language)) {}

    auto run() -> std::string {
        const bool record = asked_.kind.format == fields::Format::markdown;
        std::string out = record ? "---\n" : asked_.schema.empty() ? "" : "# yaml-language-server: $schema=" + asked_.schema + "\n";
        const std::string kind = asked_.sentences.word("kind." + std::string(asked_.kind.name));
        Lines lines{"# " + asked_.sentences.told("new_about", {{"kind", kind}}), "# " + asked_.sentences.word("new_needed")};
        for (const Field& field : asked_.kind.fields) {
            if (!is_needed(field)) continue;
            lines.push_back("");
            add(lines, top(field, false));
        }
        add(lines, {"", "# " + asked_.sentences.word("new_optional")});
        for (const Field& field : asked_.kind.fields) {
            if (is_needed(field) || std::ranges::find(later, field.key) != later.end()) continue;
            lines.push_back("");
            add(lines, top(field, true));
        }
        for (const std::string& line : lines) out += line + "\n";
        return record ? out + "---\n" + body() : out;
    }

private:
    // What a record must say when it is sent in; its state stands in `review`.
    auto is_needed(const Field& field) const -> bool {
        const bool record = asked_.kind.format == fields::Format::markdown;
        const bool in_table = field.required_from && *field.required_from <= fields::State::submitted;
        return in_table || (record && field.key == "review") || is_asked(std::string(field.key));
    }

    auto is_asked(const std::string& path) const -> bool {
        return std::ranges::find(asked_by_rules, std::string(asked_.kind.name) + "/" + path) != asked_by_rules.end();
    }

    // A field with its remark above it.
    auto top(const Field& field, bool out_of_use) -> Lines {
        Lines lines{"# " + explained(field, std::string(field.key))};
        const Lines own = written(field, std::string(field.key), true);
        add(lines, out_of_use ? remarked(own) : own);
        return lines;
    }

    auto explained(const Field& field, const std::string& path) const -> std::string {
        std::string text = asked_.words.line(asked_.kind.name, path);
        if (field.most > 0 && (field.nature == Nature::words || field.type == Type::text)) {
            const std::string least = std::to_string(static_cast<int>(field.least)), most = std::to_string(static_cast<int>(field.most));
            text += " (" + asked_.sentences.told("template_length", {{"least", least}, {"most", most}}) + ")";
        }
        if (field.values.empty()) return text;
        std::string choices;
        for (const std::string_view value : field.values) {
            const std::string_view label = locale_ == nullptr ? value : asked_.wording.term(*locale_, field.terms, value);
            choices +=
                fmt::format("{}{}{}", choices.empty() ? "" : ", ", value, label == value ? std::string() : fmt::format(" ({})", label));
        }
        const bool told = !asked_.words.of(asked_.kind.name, path).hint.empty();
        return text + (told ? ". " : asked_.sentences.word("colon")) + choices;
    }

    // The lines of a field, optional parts of it as remarks. Inside an object each line explains itself.
    auto written(const Field& field, const std::string& path, bool alone) -> Lines {
        const std::string key(field.key);
        const std::string remark = alone ? std::string() : "  # " + explained(field, path);
        const bool list = field.shape == Shape::list;
        if (field.nature == Nature::words) return words(field, key, remark);
        if (field.type == Type::object) {
            Lines lines{key + ":" + remark};
            add(lines, list ? indented(parts(field, path), "  - ", "    ") : indented(parts(field, path), "  ", "  "));
            return lines;
        }
        return {key + ":" + value_of(field, path) + remark};
    }

    auto value_of(const Field& field, const std::string& path) const -> std::string {
        if (path == "review.state") return " submitted";
        if (path == "sources.id") return " s1";
        if (field.shape == Shape::list) return " []";
        if (field.type == Type::frames || field.type == Type::counts || field.type == Type::settings) return " {}";
        const bool text = field.type == Type::text || field.type == Type::prose;
        return text ? " \"\"" : "";
    }

    auto words(const Field& field, const std::string& key, const std::string& remark) const -> Lines {
        const std::string value = field.key == "title" || field.key == "names" ? quoted_yaml(asked_.title) : "\"\"";
        const bool list = field.shape == Shape::list;
        if (asked_.kind.format == fields::Format::markdown) return {key + ": " + value + remark};
        Lines own{asked_.language + ": " + value};
        for (const std::string& other : asked_.languages) {
            if (other != asked_.language) own.push_back("# " + other + ": \"\"");
        }
        Lines lines{key + ":" + remark};
        add(lines, list ? indented(own, "  - ", "    ") : indented(own, "  ", "  "));
        return lines;
    }

    // Needed parts first; where none is, the first of all.
    auto parts(const Field& object, const std::string& path) -> Lines {
        Lines needed, others;
        const bool none = std::ranges::none_of(object.fields, [](const Field& f) { return f.required_from.has_value(); });
        for (const Field& field : object.fields) {
            const std::string own_path = path + "." + std::string(field.key);
            const bool used = field.required_from.has_value() || is_asked(own_path) || (none && &field == object.fields.data());
            const Lines own = written(field, own_path, false);
            add(used ? needed : others, used ? own : remarked(own));
        }
        add(needed, others);
        return needed;
    }

    auto body() const -> std::string {
        if (asked_.kind.kind != fields::Kind::practice) return fmt::format("\n<!-- {} -->\n", asked_.sentences.word("new_body"));
        std::string out = fmt::format("\n<!-- {} -->\n", asked_.sentences.word("new_sections"));
        for (const std::string_view id : fields::practice_sections()) {
            const std::string_view heading = locale_ == nullptr ? id : asked_.wording.heading(*locale_, id);
            const bool needed = std::ranges::find(fields::required_sections(), id) != fields::required_sections().end();
            const std::string hint = asked_.words.section(id) + (needed ? " (" + asked_.sentences.word("new_section_needed") + ")" : "");
            out += fmt::format("\n## {}\n\n<!-- {} -->\n", heading, hint);
        }
        return out;
    }

    const RecordTemplate& asked_;
    const wording::Locale* locale_;
};

}  // namespace

auto quoted_yaml(std::string_view text) -> std::string {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            out += ' ';
        else
            out += c;
    }
    return out + '"';
}

auto record_template(const RecordTemplate& asked) -> std::string {
    return RecordWriter(asked).run();
}

}  // namespace praxis::scaffold
