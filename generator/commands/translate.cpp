// `praxis translate ID --to L`: writes the file to fill in where there is none, else says which parts of the
// translation are older than the original; with --accept, writes the fingerprints of the original as it is
// now into its front matter.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "bank/coverage.h"
#include "commands/commands.h"
#include "commands/load.h"
#include "commands/new_file.h"
#include "commands/translation_template.h"
#include "console/draw.h"
#include "publish/manifest.h"
#include "records/record.h"
#include "yaml/node.h"

namespace praxis::commands {
namespace {

constexpr std::uint64_t most_record_bytes = 256 * 1024;

// `practices/redes`, `content/practices/redes`, or `redes` where only one kind has it. A record goes before an
// entity of the same id.
auto find_record(const bank::Bank& bank, std::string id) -> std::vector<bank::Target> {
    if (id.starts_with("content/")) id.erase(0, 8);
    if (id.ends_with(".yaml")) id.erase(id.size() - 5);
    while (id.ends_with('/')) id.pop_back();
    const std::size_t slash = id.find('/');
    std::vector<bank::Target> found;
    for (const fields::KindEntry& kind : fields::kinds()) {
        const std::string named = slash == std::string::npos ? std::string() : id.substr(0, slash);
        if (!named.empty() && named != kind.folder && named != kind.name) continue;
        if (const auto target = bank.find(kind.kind, slash == std::string::npos ? id : id.substr(slash + 1))) found.push_back(*target);
    }
    const auto is_entity = [](const bank::Target& target) { return fields::entry(target.kind).format == fields::Format::yaml; };
    if (!std::ranges::all_of(found, is_entity)) std::erase_if(found, is_entity);
    return found;
}

auto stamp_of(const bank::Text& original) -> std::string {
    std::string stamp;
    for (const auto& [key, fingerprint] : original.fingerprints) stamp += (stamp.empty() ? "" : " ") + key + "=" + fingerprint;
    return stamp;
}

// Writes `source` into the front matter, in the style in which `translation` is written.
auto with_stamp(const std::string& bytes, const std::string& stamp) -> std::optional<std::string> {
    const records::FrontMatter front = records::split_front_matter(bytes);
    if (!front.closed) return std::nullopt;
    const auto tree = yaml::read_yaml(std::string_view(bytes).substr(front.begin, front.end - front.begin), FileId::none, front.begin);
    const yaml::Node* translation = tree.value ? tree.value->find("translation") : nullptr;
    if (translation == nullptr || translation->keys.empty()) return std::nullopt;
    std::string out = bytes;
    const std::string quoted = "\"" + stamp + "\"";
    if (const yaml::Node* source = translation->find("source")) {
        if (source->span.sureness != Span::Sureness::exact) return std::nullopt;
        return out.replace(source->span.begin, source->span.end - source->span.begin, quoted);
    }
    const yaml::Node* of = translation->find("of");
    if (of == nullptr) return std::nullopt;
    const std::size_t key = translation->keys.front().span.begin;
    const std::size_t line = bytes.rfind('\n', key) + 1;
    const bool flow = bytes.find('{', line) < key;
    const std::string indent(key - line, ' ');
    return out.insert(of->span.end, flow ? ", source: " + quoted : "\n" + indent + "source: " + quoted);
}

// What is wrong with one file, to standard error. False: nothing is.
auto tell_errors(const Workplace& workplace, const Loaded& loaded, FileId file) -> bool {
    Diagnostics own;
    for (const Diagnostic& one : loaded.diagnostics) {
        if (one.span.file == file && one.severity == Severity::error) own.push_back(one);
    }
    const console::Drawing drawing{loaded.inputs, workplace.sentences, console::Form::text, console::Colour::none, true};
    if (!own.empty()) std::fputs(console::draw(own, drawing).c_str(), stderr);
    return !own.empty();
}

auto accept(const Options& options, const Workplace& workplace, const Loaded& loaded, const bank::Target& target, const bank::Text& text)
    -> int {
    if (tell_errors(workplace, loaded, text.file)) return exit_content;
    const std::string path = options.source + "/" + loaded.inputs[text.file].path;
    const auto bytes = loaded.inputs.read(text.file, most_record_bytes);
    const auto stamped = bytes ? with_stamp(*bytes, stamp_of(loaded.bank[target].texts.front())) : std::nullopt;
    if (!stamped) {
        complain(workplace.sentences.told("translation_not_a_map", {{"path", path}}));
        return exit_content;
    }
    const auto written = publish::write_file(path + ".part", *stamped, true);
    if (!written || !publish::move_file(path + ".part", path)) {
        complain(workplace.sentences.told("cannot_write", {{"path", path}}));
        return exit_environment;
    }
    const auto lacking = bank::standing_of(loaded.bank, target, text.language).lacking;
    if (!lacking.empty()) complain(workplace.sentences.counted("accepted_lacking", lacking.size()));
    return exit_clean;
}

// The file to fill in, where there is none.
auto begin(const Options& options, const Workplace& workplace, const Loaded& loaded, const bank::Entity& entity) -> int {
    const std::string path = fmt::format("content/{}/{}/{}.md", fields::entry(entity.kind).folder, entity.id, options.to);
    if (const auto broken = loaded.inputs.find(path)) {
        if (!tell_errors(workplace, loaded, *broken)) complain(workplace.sentences.told("already_there", {{"path", path}}));
        return exit_content;
    }
    const auto bytes = entity.texts.empty() ? std::nullopt : std::optional(loaded.inputs.read(entity.file, most_record_bytes));
    if (!bytes || !*bytes) {
        complain(workplace.sentences.told("original_unreadable", {{"id", entity.id}}));
        return exit_content;
    }
    const auto sentences = console::read_sentences(*workplace.files, console::choose_language(*workplace.files, options.to));
    const Written written =
        write_new_file(options.source + "/" + path, translation_template(loaded, entity, **bytes, options.to, sentences));
    if (written == Written::yes) {
        fmt::print("{}\n", path);
        return exit_clean;
    }
    complain(workplace.sentences.told(written == Written::exists ? "already_there" : "cannot_write", {{"path", path}}));
    return written == Written::exists ? exit_content : exit_environment;
}

// The words of an entity stand in one file, language by language.
auto tell_entity(const Options& options, const Workplace& workplace, const Loaded& loaded, const bank::Target& target) -> int {
    const bank::Standing standing = bank::standing_of(loaded.bank, target, options.to);
    for (const std::string& key : standing.lacking) fmt::print("{}\n", key);
    const std::string& path = loaded.inputs[loaded.bank[target].file].path;
    complain(
        workplace.sentences.told(standing.lacking.empty() ? "entity_translated" : "entity_lacking", {{"path", path}, {"tag", options.to}}));
    return standing.lacking.empty() ? exit_clean : exit_content;
}

// A part that is newer in the original, with what it said and says where the history knows.
void tell_change(const bank::Text& text, const std::string& key) {
    fmt::print("{}\n", key);
    const auto known = std::ranges::find(text.changes, key, &bank::Change::key);
    if (known == text.changes.end()) return;
    for (const std::string& paragraph : known->before) fmt::print("  - {}\n", paragraph);
    for (const std::string& paragraph : known->now) fmt::print("  + {}\n", paragraph);
}

}  // namespace

auto translate(const Options& options) -> int {
    const Workplace workplace = open_workplace(options);
    const auto loaded = load_or_complain(workplace, options);
    if (!loaded) return exit_environment;
    const auto found = find_record(loaded->bank, options.id);
    if (found.size() != 1) {
        complain(workplace.sentences.told(found.empty() ? "unknown_record" : "several_records", {{"id", options.id}}));
        return exit_usage;
    }
    const auto& languages = loaded->settings.languages;
    if (std::ranges::find(languages, options.to) == languages.end() && loaded->wording.find(options.to) == nullptr) {
        complain(workplace.sentences.told("not_of_bank", {{"language", options.to}}));
        return exit_usage;
    }
    const bank::Entity& entity = loaded->bank[found.front()];
    if (fields::entry(entity.kind).format == fields::Format::yaml) return tell_entity(options, workplace, *loaded, found.front());
    const bank::Text* text = entity.text(options.to);
    if (text != nullptr && text == &entity.texts.front()) {
        complain(workplace.sentences.told("is_original", {{"path", loaded->inputs[text->file].path}}));
        return exit_usage;
    }
    if (text == nullptr && options.accept &&
        !loaded->inputs.find(fmt::format("content/{}/{}/{}.md", fields::entry(entity.kind).folder, entity.id, options.to))) {
        complain(workplace.sentences.told("nothing_to_accept", {{"id", options.id}, {"tag", options.to}}));
        return exit_usage;
    }
    if (text == nullptr) return begin(options, workplace, *loaded, entity);
    if (options.accept) return accept(options, workplace, *loaded, found.front(), *text);
    for (const std::string& key : text->changed) tell_change(*text, key);
    complain(workplace.sentences.counted("changed_parts", text->changed.size()));
    return text->changed.empty() ? exit_clean : exit_content;
}

}  // namespace praxis::commands
