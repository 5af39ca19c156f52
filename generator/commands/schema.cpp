// `praxis schema [KIND]`: the kinds as JSON Schema, with the labels of the language of messages; with
// --write, one file a kind for editors.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "commands/commands.h"
#include "commands/kind_schema.h"
#include "commands/load.h"
#include "publish/manifest.h"

namespace praxis::commands {
namespace {

constexpr std::uint64_t most_bytes = 1024 * 1024;

// What this command wrote once, or nothing at all, may be written anew.
auto is_ours(const std::string& folder, const std::string& name) -> bool {
    const files::DiskFiles disk(folder);
    if (!disk.exists(name)) return true;
    const auto bytes = disk.read(name, most_bytes);
    return bytes && bytes->starts_with(schema_start);
}

auto write_all(const std::string& folder, const Workplace& workplace, const console::FieldWords& words) -> int {
    for (const fields::KindEntry& kind : fields::kinds()) {
        const std::string path = fmt::format("{}/{}.schema.json", folder, kind.name);
        if (!is_ours(folder, fmt::format("{}.schema.json", kind.name))) {
            complain(workplace.sentences.told("already_there", {{"path", path}}));
            return exit_content;
        }
        const bool written = publish::make_folders(folder) && publish::write_file(path, kind_schema(kind, words), false);
        if (written) {
            fmt::print("{}\n", path);
            continue;
        }
        complain(workplace.sentences.told("cannot_write", {{"path", path}}));
        return exit_environment;
    }
    return exit_clean;
}

}  // namespace

auto schema(const Options& options) -> int {
    const Workplace workplace = open_workplace(options);
    const auto words = console::read_field_words(*workplace.files, workplace.sentences.language(), workplace.sentences.word("colon"));
    if (!options.output.empty()) return write_all(options.output, workplace, words);
    if (options.kind.empty()) {
        std::fputs(all_schemas(words).c_str(), stdout);
        return exit_clean;
    }
    const auto kinds = fields::kinds();
    const auto kind = std::ranges::find(kinds, options.kind, &fields::KindEntry::name);
    if (kind == kinds.end()) {
        std::string names;
        for (const fields::KindEntry& one : kinds) names += (names.empty() ? "" : ", ") + std::string(one.name);
        complain(workplace.sentences.told("unknown_kind", {{"kind", options.kind}, {"kinds", names}}));
        return exit_usage;
    }
    std::fputs(kind_schema(*kind, words).c_str(), stdout);
    return exit_clean;
}

}  // namespace praxis::commands
