// `praxis search QUERY`: asks the index of a built site, as its pages do, and answers in the terminal.
// With `-` for the query, one query a line comes from standard input.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "base/utf8.h"
#include "commands/commands.h"
#include "commands/load.h"
#include "search/query.h"
#include "writers/json.h"

namespace praxis::commands {
namespace {

constexpr std::uint64_t most_file_bytes = 64 * 1024 * 1024;

auto without_locale(const std::string& tag) -> std::string {
    return tag.substr(0, tag.find_first_of("_."));
}

// The language asked for where the site has it, else the messages' language, else the first it has.
auto language_of(const files::Files& site, const Options& options, const Workplace& workplace) -> std::string {
    for (const std::string& tag : {without_locale(options.language), workplace.sentences.language()}) {
        if (!tag.empty() && site.exists("search/" + tag + "/m.js")) return tag;
    }
    const auto entries = site.list("search");
    for (const files::Entry& entry : entries ? *entries : std::vector<files::Entry>()) {
        constexpr std::string_view end = "/m.js";
        const bool manifest = entry.path.ends_with(end) && std::ranges::count(entry.path, '/') == 2;
        if (manifest) return entry.path.substr(7, entry.path.size() - 7 - end.size());
    }
    return {};
}

void print_json(std::string_view query, const search::Answer& answer) {
    writers::Json json;
    json.open_object().member("query", query).member("total", static_cast<std::int64_t>(answer.total));
    json.key("corrections").open_list();
    for (const search::Correction& one : answer.corrections)
        json.open_object().member("from", one.from).member("to", one.to).close_object();
    json.close_list().key("hits").open_list();
    for (const search::FoundRecord& hit : answer.hits) {
        json.open_object().member("id", hit.id).member("kind", hit.kind).member("title", hit.title);
        json.member("language", hit.title_language).member("place", hit.place).member("year", hit.year).member("path", hit.path);
        json.member("summary", hit.summary).key("marks").open_list();
        for (const std::string& mark : hit.marks) json.value(mark);
        json.close_list().member("score", hit.score).close_object();
    }
    json.close_list().close_object();
    fmt::print("{}\n", json.text());
}

void print_text(const Workplace& workplace, const search::Answer& answer, const std::string& site) {
    for (const search::Correction& one : answer.corrections)
        fmt::print("{}\n", workplace.sentences.told("search_corrected", {{"to", one.to}, {"from", one.from}}));
    if (answer.total == 0) fmt::print("{}\n", workplace.sentences.word("search_none"));
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
        const search::FoundRecord& hit = answer.hits[i];
        std::string details = hit.kind_label;
        for (const std::string& more : {hit.place, hit.year}) {
            if (!more.empty()) details += " · " + more;
        }
        for (const std::string& mark : hit.marks) details += " · " + mark;
        fmt::print("{}. {}\n   {}\n   {}/{}\n", i + 1, hit.title, details, site, hit.path);
        if (!hit.summary.empty()) fmt::print("   {}\n", hit.summary);
    }
    if (answer.total > answer.hits.size()) {
        const std::string shown = std::to_string(answer.hits.size()), total = std::to_string(answer.total);
        fmt::print("{}\n", workplace.sentences.told("search_more", {{"shown", shown}, {"total", total}}));
    }
}

}  // namespace

auto search(const Options& options) -> int {
    const Workplace workplace = open_workplace(options);
    const std::string folder = options.site.empty() ? options.source + "/public" : options.site;
    const files::DiskFiles site(folder);
    const std::string language = language_of(site, options, workplace);
    const auto load = [&](const std::string& path) -> std::optional<std::string> {
        auto bytes = site.read(path, most_file_bytes);
        return bytes && first_invalid_utf8(*bytes) == std::string::npos ? std::optional(std::move(*bytes)) : std::nullopt;
    };
    auto index = language.empty() ? std::nullopt : search::Index::open(language, load);
    if (!index) {
        complain(workplace.sentences.told("search_no_index", {{"folder", folder}}));
        return exit_environment;
    }
    const auto answer = [&](const std::string& query) {
        const search::Answer found = search::find(*index, query, options.limit, options.insist);
        if (options.json)
            print_json(query, found);
        else
            print_text(workplace, found, folder);
    };
    if (options.query != "-") {
        answer(options.query);
        return exit_clean;
    }
    for (std::string line; std::getline(std::cin, line);) answer(line);
    return exit_clean;
}

}  // namespace praxis::commands
