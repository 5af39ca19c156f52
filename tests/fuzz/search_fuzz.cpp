#include "fuzz/search_fuzz.h"

#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>

#include "base/utf8.h"
#include "commands/composition.h"
#include "search/query.h"

namespace praxis::fuzz {

SearchFuzz::SearchFuzz(const std::string& root) {
    auto own = std::make_unique<files::MemoryFiles>();
    const std::string base = root + "/tests/cases/base/";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(base)) {
        if (!entry.is_regular_file()) continue;
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        own->contents[entry.path().string().substr(base.size())] = text.str();
    }
    commands::Options options;
    options.source = "";
    auto workplace = commands::make_workplace(std::move(own), std::make_unique<files::DiskFiles>(root), "en", 1);
    commands::Stopwatch watch;
    auto loaded = commands::load(workplace, options, watch);
    std::mutex guard;
    commands::rehearse(workplace, *loaded,
                       [&](std::string_view path, std::string_view bytes, const Digest&) -> Expected<void, files::SystemError> {
                           const std::scoped_lock lock(guard);
                           if (path.starts_with("search/")) site_.emplace(path, bytes);
                           return {};
                       });
}

void SearchFuzz::ask(Fuzzer& fuzzer) {
    const std::size_t share = fuzzer.pick(3) * 20;
    const auto load = [&](const std::string& path) -> std::optional<std::string> {
        const auto file = site_.find(path);
        if (file == site_.end()) return std::nullopt;
        if (fuzzer.pick(100) >= share) return file->second;
        const std::string bytes = fuzzer.mutated(file->second);
        return first_invalid_utf8(bytes) == std::string::npos ? std::optional(bytes) : std::nullopt;
    };
    static const std::string words[] = {"ciudad", "redes leon", "\"red de paz\"", "-leon", "cuidad",         "xedes", "mig",
                                        "l'eau",  "ñ",          "学习",           "2014",  "premio -\"x y\""};
    std::string query = words[fuzzer.pick(std::size(words))];
    if (fuzzer.pick(2) == 0) query = fuzzer.mutated(query);
    if (first_invalid_utf8(query) != std::string::npos) return;
    auto index = search::Index::open(fuzzer.pick(2) == 0 ? "es" : "en", load);
    if (index) (void)search::find(*index, query, 10, fuzzer.pick(2) == 0);
}

}  // namespace praxis::fuzz
