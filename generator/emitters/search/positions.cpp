// p/N.js: where in each record a word stands, for phrases; p/m.js finds the file of a word.
#include <algorithm>
#include <utility>

#include "base/parallel.h"
#include "emitters/search/dictionary.h"
#include "emitters/search/file.h"
#include "emitters/search/shards.h"
#include "search/format.h"
#include "search/numbers.h"

namespace praxis::emitters::search {
namespace {

using praxis::search::append_number;
using praxis::search::paragraph_places;

constexpr std::size_t least_shard_bytes = 4096;

struct Place {
    std::uint32_t record, position;
};

// Calls `on(vocabulary, number, position)`: paragraphs begin at round numbers, so that a change moves few places.
template <class On>
void each_place(const Documents& documents, const Document& document, On&& on) {
    std::uint32_t position = 0;
    bool joined = false;
    each_mark(documents, document, [&](unsigned vocabulary, std::uint32_t number) {
        if (number == mark::paragraph) {
            position = (position / paragraph_places + 1) * paragraph_places;
        } else if (number == mark::joined) {
            joined = true;
        } else if (number == mark::skipped) {
            ++position;
        } else if (number >= mark::first_form) {
            // A joined form stands where its first half does.
            on(vocabulary, number - mark::first_form, joined ? position - 1 : position);
            position += joined ? 0 : 1;
            joined = false;
        }
    });
}

// All places, word by word; records ascend within a word.
struct Places {
    std::vector<Place> all;
    std::vector<std::size_t> begins;  // of each word, and the end
};

// A share of the records for each job: it counts its places, then fills its part of each word's.
auto collect(const Inverted& index, const Documents& documents, unsigned jobs) -> Places {
    std::vector<std::uint32_t> to_word = index.to_form;
    for (std::uint32_t& form : to_word) form = form < index.forms.size() ? index.forms[form].word : 0;
    const std::size_t records = documents.all.size(), shares = std::max(1U, jobs);
    const auto each = [&](std::size_t share, auto&& on) {
        for (std::size_t record = records * share / shares; record < records * (share + 1) / shares; ++record) {
            each_place(documents, documents.all[record], [&](unsigned vocabulary, std::uint32_t number, std::uint32_t position) {
                on(to_word[index.vocabulary_begins[vocabulary] + number], Place{static_cast<std::uint32_t>(record), position});
            });
        }
    };
    auto next = parallel_map(shares, jobs, [&](std::size_t share, unsigned) {
        std::vector<std::size_t> counts(index.words.size(), 0);
        each(share, [&](std::uint32_t word, Place) { ++counts[word]; });
        return counts;
    });
    Places places;
    std::size_t sum = 0;
    for (std::size_t word = 0; word < index.words.size(); ++word) {
        places.begins.push_back(sum);
        for (auto& counts : next) sum += std::exchange(counts[word], sum);
    }
    places.begins.push_back(sum);
    places.all.resize(sum);
    parallel_for(shares, jobs, [&](std::size_t share, unsigned) {
        each(share, [&](std::uint32_t word, Place place) { places.all[next[share][word]++] = place; });
    });
    return places;
}

auto encoded(const Place* begin, const Place* end) -> std::string {
    std::string text;
    std::uint32_t last_record = 0;
    for (bool first = true; begin < end; first = false) {
        const Place* next = std::find_if(begin, end, [&](const Place& p) { return p.record != begin->record; });
        append_number(text, first ? begin->record : begin->record - last_record - 1);
        append_number(text, static_cast<std::uint32_t>(next - begin - 1));
        last_record = begin->record;
        for (std::uint32_t last = 0; begin < next; ++begin) {
            append_number(text, begin->position - last);
            last = begin->position;
        }
    }
    return text;
}

}  // namespace

void put_positions(const Target& target, const Inverted& index, const Documents& documents) {
    const Places places = collect(index, documents, target.jobs);
    const auto texts = parallel_map(index.words.size(), target.jobs, [&](std::size_t i, unsigned) {
        return encoded(places.all.data() + places.begins[i], places.all.data() + places.begins[i + 1]);
    });
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < texts.size(); ++i) pieces.push_back({index.key(index.words[i]), texts[i].size() + 4});
    std::size_t total = 0, bytes = least_shard_bytes;
    for (const Piece& piece : pieces) total += piece.size;
    while (total / bytes > std::max<std::size_t>(target.records / 6, 100)) bytes *= 2;
    const Files files = cut_files(pieces, bytes);
    const auto& cuts = files.cuts;
    parallel_for(cuts.size(), target.jobs, [&](std::size_t n, unsigned) {
        EntryFile file;
        for (std::size_t i = cuts[n]; i < (n + 1 < cuts.size() ? cuts[n + 1] : pieces.size()); ++i) file.add(pieces[i].key, ":" + texts[i]);
        file.put(target.sink, target.language, "p/" + files.name(n));
    });
    writers::Json json = open_file(target.language, "p/m");
    json.value(files.coded()).close_list();
    put_file(target.sink, target.language, "p/m", json);
}

}  // namespace praxis::emitters::search
