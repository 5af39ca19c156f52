#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/text.h"
#include "report/suggest.h"
#include "settings/codes.h"
#include "settings/settings.h"
#include "values/read_object.h"
#include "yaml/node.h"

namespace praxis::settings {
namespace {

constexpr std::uint64_t most_settings_bytes = 1024 * 1024;

auto with_slash(std::string address) -> std::string {
    if (!address.ends_with('/')) address += '/';
    return address;
}

auto entry_text(const values::Value& entry) -> std::string_view {
    return entry.form == values::Form::list && !entry.items.empty() ? std::string_view(entry.items.front().text) : std::string_view();
}

void read_severities(Settings& settings, Diagnostics& found) {
    static constexpr std::array<std::pair<std::string_view, Severity>, 3> names{
        {{"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}}};
    for (const values::Value& entry : settings.fields.items_of("severity")) {
        const auto at = std::ranges::find(names, entry_text(entry), &std::pair<std::string_view, Severity>::first);
        if (at == names.end())
            found.push_back(diagnose(codes::bad_severity, entry.span(settings.file), {entry.text, std::string(entry_text(entry))}));
        else
            settings.severity[entry.text] = at->second;
    }
}

struct EmitterOption {
    std::string_view emitter, name;
    std::array<std::string_view, 2> values;
};
// What each output may be told, besides whether it is wanted.
constexpr std::array<EmitterOption, 1> emitter_options{{{"search", "passages", {"summary", "full"}}}};
constexpr std::array<std::string_view, 5> emitter_names{"site", "redirects", "search", "sitemap", "forms"};

void check_option(const values::Value& emitter, const values::Value& option, FileId file, Diagnostics& found) {
    std::vector<std::string_view> names{"enabled"};
    std::array<std::string_view, 2> allowed{"true", "false"};
    bool known = option.text == names.front();
    for (const EmitterOption& one : emitter_options) {
        if (one.emitter != emitter.text) continue;
        names.push_back(one.name);
        if (one.name != option.text) continue;
        known = true;
        allowed = one.values;
    }
    if (!known)
        found.push_back(diagnose(codes::unknown_option, option.span(file), {emitter.text, option.text}, nearest(option.text, names)));
    else if (std::ranges::find(allowed, entry_text(option)) == allowed.end())
        found.push_back(
            diagnose(codes::bad_option, option.span(file),
                     {emitter.text, option.text, std::string(entry_text(option)), fmt::format("`{}`, `{}`", allowed[0], allowed[1])}));
}

void check_tables(const Settings& settings, Diagnostics& found) {
    for (const values::Value& entry : settings.fields.items_of("emitters")) {
        if (std::ranges::find(emitter_names, entry.text) == emitter_names.end())
            found.push_back(diagnose(codes::unknown_emitter, entry.span(settings.file), {entry.text}, nearest(entry.text, emitter_names)));
        else
            for (const values::Value& option : entry.items) check_option(entry, option, settings.file, found);
    }
    for (const values::Value& entry : settings.fields.items_of("country_names")) {
        if (!language::is_country(entry.text)) found.push_back(diagnose(codes::bad_country_name, entry.span(settings.file), {entry.text}));
    }
}

void fill(Settings& settings, std::string_view base_url) {
    const values::Value& fields = settings.fields;
    for (const values::Value& language : fields.items_of("languages")) settings.languages.push_back(language.text);
    if (settings.languages.empty()) settings.languages.push_back("en");
    const auto set = [&](std::string_view key, std::string& into) {
        if (!fields.text_of(key).empty()) into = fields.text_of(key);
    };
    set("base_url", settings.base_url);
    set("license", settings.license);
    set("look", settings.look);
    if (!base_url.empty()) settings.base_url = base_url;
    settings.base_url = with_slash(settings.base_url);
    if (const double* size = fields.number_of("page_size")) settings.page_size = static_cast<std::size_t>(*size);
    if (const double* years = fields.number_of("verify_after_years")) settings.verify_after_years = static_cast<int>(*years);
    if (const values::Value* release = fields.find("release")) {
        if (const fields::Date* date = release->date_of("date")) settings.release_date = *date;
        settings.release_label = release->text_of("label");
    }
}

}  // namespace

auto read_settings(const input::InputSet& inputs, std::string_view base_url) -> Outcome<Settings> {
    Outcome<Settings> outcome;
    Settings& settings = outcome.value;
    settings.fields.form = values::Form::object;
    const auto file = inputs.find("content/bank.yaml");
    if (!file || inputs[*file].broken) return outcome;
    settings.file = *file;
    const auto bytes = inputs.read(*file, most_settings_bytes);
    if (!bytes) return outcome;
    outcome.diagnostics = input::check_text(*bytes, *file);
    if (has_errors(outcome.diagnostics)) return outcome;
    auto tree = yaml::read_yaml(*bytes, *file, 0);
    append(outcome.diagnostics, std::move(tree.diagnostics));
    if (!tree.value) return outcome;
    const values::Context context{*file, values::Writing::by_language, {}, "bank"};
    auto read = values::read_object(*tree.value, fields::bank_fields(), context);
    append(outcome.diagnostics, std::move(read.diagnostics));
    settings.fields = std::move(read.value);
    for (const fields::Field& field : fields::bank_fields()) {
        if (field.required_from && !settings.fields.was_written(field.key))
            outcome.diagnostics.push_back(diagnose(codes::missing_setting, whole_file(*file), {std::string(field.key)}));
    }
    read_severities(settings, outcome.diagnostics);
    check_tables(settings, outcome.diagnostics);
    fill(settings, base_url);
    return outcome;
}

auto Settings::emitter_option(std::string_view name, std::string_view option) const -> std::string_view {
    for (const values::Value& entry : fields.items_of("emitters")) {
        if (entry.text != name) continue;
        for (const values::Value& one : entry.items) {
            if (one.text == option) return entry_text(one);
        }
    }
    return {};
}

auto Settings::emitter_is_on(std::string_view name) const -> bool {
    return emitter_option(name, "enabled") != "false";
}

auto Settings::country_name(std::string_view code, std::span<const std::string> chain) const -> std::string_view {
    for (const values::Value& entry : fields.items_of("country_names")) {
        if (entry.text != code) continue;
        for (const std::string& language : chain) {
            for (const values::Value& name : entry.items) {
                if (name.text == language || name.form == values::Form::text)
                    return name.form == values::Form::text ? std::string_view(name.text) : entry_text(name);
            }
        }
    }
    return {};
}

void apply_severities(Diagnostics& diagnostics, const Settings& settings) {
    Diagnostics refused;
    for (Diagnostic& diagnostic : diagnostics) {
        const auto wanted = settings.severity.find(diagnostic.code->id);
        if (wanted == settings.severity.end()) continue;
        const bool lowers = diagnostic.code->severity == Severity::error && wanted->second != Severity::error;
        if (diagnostic.code->safety && lowers)
            refused.push_back(diagnose(codes::safety_severity, whole_file(settings.file), {std::string(diagnostic.code->id)}));
        else
            diagnostic.severity = wanted->second;
    }
    append(diagnostics, std::move(refused));
}

}  // namespace praxis::settings
