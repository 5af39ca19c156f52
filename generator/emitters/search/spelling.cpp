// w/N.js and v/N.js: words that a mistyped one may have meant, by how they begin and by how they end.
#include <algorithm>

#include "base/parallel.h"
#include "base/utf8.h"
#include "emitters/search/dictionary.h"
#include "emitters/search/file.h"
#include "emitters/search/shards.h"
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

auto reversed(std::string_view word) -> std::string {
    std::string out;
    for (std::size_t end = word.size(); end > 0;) {
        std::size_t begin = end - 1;
        while (begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xC0U) == 0x80) --begin;
        out += word.substr(begin, end - begin);
        end = begin;
    }
    return out;
}

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
        std::string text;
        std::string_view before;
        for (std::size_t i = cuts[n]; i < (n + 1 < cuts.size() ? cuts[n + 1] : words.size()); ++i) {
            append_front_coded(text, before, words[i].key);
            text += words[i].frequency;
            text += ';';
            before = words[i].key;
        }
        const std::string name = fmt::format("{}/{}", folder, files.name(n));
        writers::Json json = open_file(target.language, name);
        json.value(text).close_list();
        put_file(target.sink, target.language, name, json);
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
        by_end.push_back({reversed(form.text), frequency(form.records)});
    }
    return {put_lists(target, "w", std::move(by_start)), put_lists(target, "v", std::move(by_end))};
}

}  // namespace praxis::emitters::search
