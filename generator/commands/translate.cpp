// `praxis translate ID --to L`: says which parts of a translation are older than the original; with
// --accept, writes the fingerprints of the original as it is now into its front matter.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "commands/commands.h"
#include "commands/load.h"
#include "publish/manifest.h"
#include "records/record.h"
#include "yaml/node.h"

namespace praxis::commands {
namespace {

constexpr std::uint64_t most_record_bytes = 256 * 1024;

// `practices/redes`, `content/practices/redes`, or `redes` where only one kind has it.
auto find_record(const bank::Bank& bank, std::string id) -> std::vector<bank::Target> {
    if (id.starts_with("content/")) id.erase(0, 8);
    while (id.ends_with('/')) id.pop_back();
    const std::size_t slash = id.find('/');
    std::vector<bank::Target> found;
    for (const fields::KindEntry& kind : fields::kinds()) {
        if (kind.format != fields::Format::markdown) continue;
        const std::string named = slash == std::string::npos ? std::string() : id.substr(0, slash);
        if (!named.empty() && named != kind.folder && named != kind.name) continue;
        if (const auto target = bank.find(kind.kind, slash == std::string::npos ? id : id.substr(slash + 1))) found.push_back(*target);
    }
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

auto accept(const Options& options, const Loaded& loaded, const bank::Entity& entity, const bank::Text& text) -> int {
    const std::string path = options.source + "/" + loaded.inputs[text.file].path;
    const auto bytes = loaded.inputs.read(text.file, most_record_bytes);
    const auto stamped = bytes ? with_stamp(*bytes, stamp_of(entity.texts.front())) : std::nullopt;
    if (!stamped) {
        complain(fmt::format("{}: `translation` is not written as expected; write it as a map with `of`", path));
        return exit_content;
    }
    const auto written = publish::write_file(path + ".part", *stamped, true);
    if (written) {
        if (publish::move_file(path + ".part", path)) return exit_clean;
    }
    complain(fmt::format("{}: cannot be written", path));
    return exit_environment;
}

}  // namespace

auto translate(const Options& options) -> int {
    const Workplace workplace = open_workplace(options);
    Stopwatch watch;
    const auto loaded = load(workplace, options, watch);
    if (!loaded->error.empty()) {
        complain(loaded->error);
        return exit_environment;
    }
    const auto found = find_record(loaded->bank, options.id);
    if (found.size() != 1) {
        complain(fmt::format(fmt::runtime(found.empty() ? "`{}` is not the id of a record"
                                                        : "`{}` is the id of several records; name its folder too, as in practices/{}"),
                             options.id, options.id));
        return exit_usage;
    }
    const bank::Entity& entity = loaded->bank[found.front()];
    const bank::Text* text = entity.text(options.to);
    if (text == nullptr || entity.texts.empty() || text == &entity.texts.front()) {
        complain(fmt::format(
            fmt::runtime(text == nullptr ? "there is no {}/{}.md yet; write it first, with `translation: {{of: {}}}` in its front matter"
                                         : "{}/{}.md is the original ({})"),
            entity.id, options.to, entity.original));
        return exit_usage;
    }
    if (options.accept) return accept(options, *loaded, entity, *text);
    for (const std::string& key : text->changed) fmt::print("{}\n", key);
    complain(workplace.sentences.counted("changed_parts", text->changed.size()));
    return text->changed.empty() ? exit_clean : exit_content;
}

}  // namespace praxis::commands
