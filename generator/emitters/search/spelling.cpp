// w/N.js and v/N.js: words that a mistyped one may have meant, by how they begin and by how they end.
#include <algorithm>

#include "base/parallel.h"
#include "base/utf8.h"
#include "emitters/search/dictionary.h"
#include "emitters/search/file.h"
#include "emitters/search/shards.h"
#include "search/coding.h"
#include "search/numbers.h"

namespace praxis::emitters::search {
namespace {

constexpr std::size_t least_letters = 4, least_records = 2, most_letters = 40;

// Under which a word is listed, and how common it is: the power of two below its records.
struct Listed {
    std::string key;
    char frequency = '-';
    friend auto operator<=>(const Listed&, const Listed&) = default;
};

auto frequency(std::uint32_t records) -> char {
    std::uint32_t log = 0;
    while (records >> (log + 1) > 0) ++log;
    return praxis::search::digits[log];
}

auto put_lists(const Target& target, std::string_view folder, std::vector<Listed> words) -> std::string {
    std::ranges::sort(words);
    std::vector<Piece> pieces;
    for (const Listed& word : words) pieces.push_back({word.key, 6});
    const Files files = cut_files(pieces, 2 * target.shard_bytes);
    const auto& cuts = files.cuts;
    parallel_for(cuts.size(), target.jobs, [&](std::size_t n, unsigned) {
        EntryFile file;
        for (std::size_t i = cuts[n]; i < (n + 1 < cuts.size() ? cuts[n + 1] : words.size()); ++i)
            file.add(words[i].key, std::string_view(&words[i].frequency, 1));
        file.put(target.sink, target.language, fmt::format("{}/{}", folder, files.name(n)));
    });
    return files.coded();
}

}  // namespace

auto put_spelling(const Target& target, const Inverted& index) -> SpellingBorders {
    std::vector<Listed> by_start, by_end;
    for (const Form& form : index.forms) {
        const std::size_t letters = code_points(form.text);
        const bool number = std::ranges::any_of(form.text, [](char c) { return c >= '0' && c <= '9'; });
        if (letters < least_letters || letters > most_letters || number || (form.records < least_records && !form.in_title)) continue;
        std::string key(prefix(form.text, 1));
        praxis::search::append_number(key, static_cast<std::uint32_t>(letters));
        by_start.push_back({key + form.text, frequency(form.records)});
        by_end.push_back({praxis::search::reversed(form.text), frequency(form.records)});
    }
    return {put_lists(target, "w", std::move(by_start)), put_lists(target, "v", std::move(by_end))};
}

}  // namespace praxis::emitters::search
