// The status for programs. STATUS.md, beside this file, is the contract: what is there stays.
#include "commands/status.h"
#include "writers/json.h"

namespace praxis::commands {
namespace {

constexpr std::int64_t version = 1;

void write_tally(writers::Json& json, const bank::Tally& tally) {
    const auto number = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    json.open_object().member("complete", number(tally.complete)).member("stale", number(tally.stale));
    json.member("partial", number(tally.partial)).member("missing", number(tally.missing)).member("machine", number(tally.machine));
    json.close_object();
}

void write_tallies(writers::Json& json, std::string_view name, const bank::Bank& bank, const std::map<bank::Target, bank::Tally>& tallies) {
    json.key(name).open_object();
    for (const auto& [target, tally] : tallies) {
        json.key(bank[target].id);
        write_tally(json, tally);
    }
    json.close_object();
}

void write_list(writers::Json& json, std::string_view name, const std::vector<std::string>& all) {
    json.key(name).open_list();
    for (const std::string& one : all) json.value(one);
    json.close_list();
}

auto path_of(const StatusReport& report, const bank::Entity& entity, const std::string& language) -> std::string {
    const bank::Text* text = entity.text(language);
    return report.loaded.inputs[text == nullptr ? entity.file : text->file].path;
}

void write_standing(writers::Json& json, const StatusReport& report, const bank::Standing& standing, const std::string& language) {
    const bank::Entity& entity = report.loaded.bank[standing.target];
    json.open_object().member("kind", fields::entry(standing.target.kind).name).member("id", entity.id);
    json.member("title", title_in(entity, language)).member("state", bank::state_name(standing.state));
    json.member("path", path_of(report, entity, language));
    json.member("original", standing.original).member("machine", standing.machine).member("confirmed", standing.confirmed);
    const bank::Text* text = entity.text(language);
    const bank::Value* translation = text == nullptr ? nullptr : entity.fields(*text).find("translation");
    if (translation != nullptr && !translation->text_of("by").empty()) json.member("by", translation->text_of("by"));
    if (const bank::Claim* claim = report.loaded.bank.claim_on(standing.target, language, report.today))
        json.key("claim").open_object().member("who", claim->who).member("until", fields::to_string(claim->until)).close_object();
    write_list(json, "stale", standing.stale);
    write_list(json, "lacking", standing.lacking);
    json.close_object();
}

void write_language(writers::Json& json, const StatusReport& report, const bank::Coverage& coverage) {
    json.open_object().member("language", coverage.language).key("all");
    write_tally(json, coverage.all);
    json.key("kinds").open_object();
    for (const auto& [kind, tally] : coverage.kinds) {
        json.key(fields::entry(kind).name);
        write_tally(json, tally);
    }
    json.close_object();
    write_tallies(json, "themes", report.loaded.bank, coverage.themes);
    write_tallies(json, "cities", report.loaded.bank, coverage.cities);
    json.key("records").open_list();
    for (const bank::Standing& standing : coverage.standings) write_standing(json, report, standing, coverage.language);
    json.close_list().close_object();
}

}  // namespace

auto status_json(const StatusReport& report) -> std::string {
    writers::Json json;
    json.open_object().member("format", "praxis-status").member("version", version);
    json.member("release", report.loaded.settings.release_label).key("languages").open_list();
    for (const bank::Coverage& coverage : report.languages) write_language(json, report, coverage);
    json.close_list().close_object();
    return json.text() + "\n";
}

}  // namespace praxis::commands
