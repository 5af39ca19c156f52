#include "emitters/forms/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "bank/codes.h"
#include "pages/forge.h"
#include "values/codes.h"
#include "writers/json.h"

namespace praxis::emitters::forms {
namespace {

using fields::Field;
using fields::Shape;
using fields::Type;

// What the editors write, or what the form asks elsewhere: state, dates, history, addresses, rights.
constexpr std::array<std::string_view, 15> left_out{"translation",  "withdrawn", "slug",          "aliases", "changes",
                                                    "published",    "facet",     "last_verified", "review",  "rights",
                                                    "contributors", "related",   "same_as",       "license", "replaced_by"};

// What a rule of `check` asks for, beyond the field table.
constexpr std::array<std::string_view, 3> asked_by_rules{"city/country", "practice/indicators.value", "practice/indicators.year"};

auto type_name(Type type) -> std::string_view {
    switch (type) {
        case Type::text: return "text";
        case Type::prose: return "prose";
        case Type::id: return "id";
        case Type::closed: return "closed";
        case Type::reference: return "reference";
        case Type::item: return "item";
        case Type::source: return "source";
        case Type::date: return "date";
        case Type::year: return "year";
        case Type::integer: return "integer";
        case Type::number: return "number";
        case Type::boolean: return "boolean";
        case Type::url: return "url";
        case Type::email: return "email";
        case Type::language: return "language";
        case Type::country: return "country";
        case Type::currency: return "currency";
        case Type::license: return "license";
        case Type::wikidata: return "wikidata";
        case Type::file: return "file";
        case Type::color: return "color";
        case Type::object: return "object";
        case Type::frames: return "frames";
        case Type::counts: return "counts";
        case Type::settings: return "settings";
    }
    return {};
}

class TableWriter {
public:
    TableWriter(const emit::Snapshot& snapshot, const fields::KindEntry& kind, const Words& words)
        : snapshot_(snapshot), kind_(kind), words_(words), locale_(*snapshot.site.languages[words.language].locale) {}

    auto run() -> std::string {
        json_.open_object().member("kind", kind_.name).member("folder", kind_.folder);
        json_.member("markdown", kind_.format == fields::Format::markdown).member("language", locale_.tag);
        json_.member("bank", name_of("names")).member("license", snapshot_.settings.license);
        json_.key("languages").open_object();
        for (const std::string& tag : snapshot_.settings.languages) json_.member(tag, snapshot_.wording.find(tag)->name);
        json_.close_object();
        ways();
        json_.key("fields").open_list();
        for (const Field& field : kind_.fields) one(field, std::string(field.key));
        json_.close_list();
        sections();
        sayings();
        interface();
        json_.close_object();
        return fmt::format("praxisForm.table({});\n", json_.text());
    }

private:
    auto name_of(std::string_view key) const -> std::string {
        return pages::phrase_of(snapshot_.settings.fields.find(key), snapshot_.site.languages[words_.language], {}).text;
    }

    // Where a finished record may go.
    void ways() {
        const values::Value* contact = snapshot_.settings.fields.find("contact");
        json_.member("email", contact == nullptr ? std::string_view() : contact->text_of("email"));
        const values::Value* repository = snapshot_.settings.fields.find("repository");
        json_.member("forge", repository == nullptr ? std::string_view() : repository->text_of("forge"));
        const std::string path = kind_.format == fields::Format::markdown
                                     ? fmt::format("content/{}/new-record/{}.md", kind_.folder, locale_.tag)
                                     : fmt::format("content/{}/new-record.yaml", kind_.folder);
        json_.member("newFile", pages::forge_address(snapshot_.settings, path, false));
    }

    void one(const Field& field, const std::string& path) {
        if (is_left_out(field, path)) return;
        json_.open_object().member("key", field.key).member("type", type_name(field.type));
        const console::FieldWord word = word_of(field, path);
        json_.member("label", word.label);
        if (!word.hint.empty()) json_.member("hint", word.hint);
        if (is_needed(field, path)) json_.member("needed", true);
        if (field.shape == Shape::list) json_.member("list", true);
        if (field.nature == fields::Nature::words) json_.member("words", true);
        if (!field.item_key.empty()) json_.member("item", field.item_key);
        if (field.most > 0) json_.member("least", field.least).member("most", field.most);
        if (!field.values.empty()) choices(field);
        if (!field.targets.empty()) {
            json_.key("targets").open_list();
            for (const fields::Kind target : field.targets) json_.value(fields::entry(target).name);
            json_.close_list();
        }
        if (!field.fields.empty()) {
            json_.key("fields").open_list();
            for (const Field& inner : field.fields) one(inner, path + "." + std::string(inner.key));
            json_.close_list();
        }
        json_.close_object();
    }

    static auto is_left_out(const Field& field, const std::string& path) -> bool {
        const bool untold = field.type == Type::settings || field.type == Type::counts;
        return untold || field.key == "official" || std::ranges::find(left_out, path) != left_out.end();
    }

    auto is_needed(const Field& field, const std::string& path) const -> bool {
        const bool in_table = field.required_from && *field.required_from <= fields::State::submitted;
        return in_table || std::ranges::find(asked_by_rules, std::string(kind_.name) + "/" + path) != asked_by_rules.end();
    }

    // A form offers names to choose from: what is said of ids, files and keys is for those who write the file.
    // `form/KEY` says it for the form: its hint, or label and hint.
    auto word_of(const Field& field, const std::string& path) const -> console::FieldWord {
        console::FieldWord word = words_.fields.of(kind_.name, path);
        const auto& entries = words_.fields.entries();
        for (std::string_view end = path;;) {
            const auto own = entries.find("form/" + std::string(end));
            if (own != entries.end()) return own->second.hint.empty() ? console::FieldWord{word.label, own->second.label} : own->second;
            const std::size_t dot = end.find('.');
            if (dot == std::string_view::npos) break;
            end.remove_prefix(dot + 1);
        }
        const bool of_files = word.hint.find("content/") != std::string::npos || word.hint.find("[^") != std::string::npos;
        const bool chosen = field.type == Type::boolean || field.type == Type::frames || field.type == Type::source;
        if (of_files || chosen) word.hint.clear();
        return word;
    }

    void choices(const Field& field) {
        json_.key("values").open_list();
        for (const std::string_view value : field.values) {
            json_.open_list().value(value).value(snapshot_.wording.term(locale_, field.terms, value)).close_list();
        }
        json_.close_list();
    }

    void sections() {
        json_.key("sections").open_list();
        if (kind_.kind == fields::Kind::practice) {
            for (const std::string_view id : fields::practice_sections()) {
                const bool needed = std::ranges::find(fields::required_sections(), id) != fields::required_sections().end();
                json_.open_object().member("id", id).member("label", snapshot_.wording.heading(locale_, id));
                json_.member("hint", words_.fields.section(id)).member("needed", needed).close_object();
            }
        }
        json_.close_list();
    }

    // The sentences of `check`, with places for what only the reader knows.
    void sayings() {
        const auto says = [&](std::string_view name, const Code& code, std::vector<std::string> arguments) {
            std::string text = words_.sentences.says(diagnose(code, {}, std::move(arguments)));
            std::erase(text, '`');
            json_.member(name, text);
        };
        json_.key("says").open_object();
        says("missing", bank::codes::missing_field, {"{key}"});
        says("short", values::codes::too_short, {"{key}", "{length}", "{least}"});
        says("long", values::codes::too_long, {"{key}", "{length}", "{most}"});
        says("date", values::codes::bad_date, {"{key}", "{value}"});
        says("form", values::codes::bad_form, {"{key}", "{value}", "{expected}"});
        says("personal", values::codes::personal_email, {"{value}"});
        says("range", values::codes::out_of_range, {"{key}", "{value}", "{least}", "{most}"});
        says("repeated", values::codes::repeated_item, {"{key}", "{value}"});
        says("many", values::codes::too_many_items, {"{key}", "{count}", "{most}"});
        says("address", values::codes::bad_address, {"{key}", "{value}"});
        says("consent", bank::codes::missing_consent, {"{file}"});
        json_.close_object().key("expected").open_object();
        for (const std::string type : {"email", "country", "currency", "year", "wikidata", "color", "integer", "number", "id", "license"}) {
            std::string text = words_.sentences.word("type." + type);
            std::erase(text, '`');
            json_.member(type, text);
        }
        json_.close_object();
    }

    void interface() {
        json_.key("words").open_object();
        for (const std::string& key : words_.of_form) json_.member(key.substr(5), snapshot_.wording.word(locale_, key));
        json_.close_object();
    }

    const emit::Snapshot& snapshot_;
    const fields::KindEntry& kind_;
    const Words& words_;
    const wording::Locale& locale_;
    writers::Json json_;
};

}  // namespace

auto form_table(const emit::Snapshot& snapshot, const fields::KindEntry& kind, const Words& words) -> std::string {
    return TableWriter(snapshot, kind, words).run();
}

}  // namespace praxis::emitters::forms
