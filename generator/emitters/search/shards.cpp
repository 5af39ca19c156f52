#include "emitters/search/shards.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/utf8.h"
#include "search/coding.h"
#include "search/numbers.h"

namespace praxis::emitters::search {

auto cut(const std::vector<Piece>& pieces, std::size_t target) -> std::vector<std::size_t> {
    std::vector<std::size_t> cuts;
    const std::size_t least = target / 2, most = target + target / 2;
    for (std::size_t begin = 0; begin < pieces.size();) {
        cuts.push_back(begin);
        std::size_t size = 0, best = pieces.size();
        std::uint64_t lowest = ~std::uint64_t{0};
        for (std::size_t i = begin; i < pieces.size(); ++i) {
            if (i > begin && size >= least) {
                const std::uint64_t hash = hash_of(pieces[i].key);
                if (hash < lowest) {
                    lowest = hash;
                    best = i;
                }
            }
            size += pieces[i].size;
            if (size > most && best < pieces.size()) break;
        }
        // What is left and fits in one file needs no border.
        begin = size <= most ? pieces.size() : best;
    }
    if (cuts.empty()) cuts.push_back(0);
    return cuts;
}

namespace {

// Bytes of the letters that two words share, 43 letters at most.
auto shared_prefix(std::string_view before, std::string_view word) -> std::size_t {
    const auto same = std::ranges::mismatch(before, word).in2 - word.begin();
    std::size_t shared = std::min(static_cast<std::size_t>(same), prefix(word, 43).size());
    while (shared > 0 && shared < word.size() && (static_cast<unsigned char>(word[shared]) & 0xC0U) == 0x80) --shared;
    return shared;
}

}  // namespace

void append_front_coded(std::string& out, std::string_view before, std::string_view word) {
    const std::size_t shared = shared_prefix(before, word);
    praxis::search::append_number(out, static_cast<std::uint32_t>(code_points(word.substr(0, shared))));
    out += word.substr(shared);
}

auto cut_files(const std::vector<Piece>& pieces, std::size_t target) -> Files {
    Files files;
    std::set<std::string> names{praxis::search::file_name({})};
    for (const std::size_t at : cut(pieces, target)) {
        if (at == 0) {
            files.cuts.push_back(at);
            continue;
        }
        const std::string_view first = pieces[at].key;
        const std::size_t shared = shared_prefix(pieces[at - 1].key, first);
        std::string border(first.substr(0, shared + prefix(first.substr(shared), 1).size()));
        if (!names.insert(praxis::search::file_name(border)).second) continue;
        files.cuts.push_back(at);
        files.borders.push_back(std::move(border));
    }
    return files;
}

auto Files::name(std::size_t number) const -> std::string {
    return praxis::search::file_name(borders, number);
}

auto Files::coded() const -> std::string {
    std::string out;
    for (std::size_t i = 0; i < borders.size(); ++i) {
        append_front_coded(out, i == 0 ? std::string_view() : std::string_view(borders[i - 1]), borders[i]);
        out += ',';
    }
    return out;
}

}  // namespace praxis::emitters::search
