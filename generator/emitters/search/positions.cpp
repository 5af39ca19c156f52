// p/N.js: where in each record a word stands, for phrases; p/m.js finds the file of a word.
#include <algorithm>
#include <memory>
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

// The places of a range of words, word by word; records ascend within a word.
struct Places {
    std::unique_ptr<Place[]> all;
    std::vector<std::size_t> begins;  // of each word of the range, and the end
};

// Large indexes are gone through several times, for a range of words each, so that not all places are held at once.
constexpr std::size_t most_places = 16'000'000;

class Collector {
public:
    Collector(const Inverted& index, const Documents& documents, unsigned jobs)
        : index_(index), documents_(documents), jobs_(jobs), to_word_(index.to_form), shares_(std::max(1U, jobs)) {
        for (std::uint32_t& form : to_word_) form = form < index.forms.size() ? index.forms[form].word : 0;
        counts_ = parallel_map(shares_, jobs, [&](std::size_t share, unsigned) {
            std::vector<std::uint32_t> counts(index.words.size(), 0);
            each(share, [&](std::uint32_t word, Place) { ++counts[word]; });
            return counts;
        });
    }

    // The end of the words from `first` on of which the places may be held together: one at least.
    auto range_end(std::size_t first) const -> std::size_t {
        std::size_t sum = 0, word = first;
        do {
            for (const auto& counts : counts_) sum += counts[word];
            ++word;
        } while (word < index_.words.size() && sum < most_places);
        return word;
    }

    // A share of the records for each job, which fills its part of each word's places.
    auto collect(std::size_t first, std::size_t end) const -> Places {
        Places places;
        std::vector<std::vector<std::size_t>> next(shares_);
        std::size_t sum = 0;
        for (std::size_t word = first; word < end; ++word) {
            places.begins.push_back(sum);
            for (std::size_t share = 0; share < shares_; ++share) {
                next[share].push_back(sum);
                sum += counts_[share][word];
            }
        }
        places.begins.push_back(sum);
        places.all = std::make_unique_for_overwrite<Place[]>(sum);  // whoever fills it is the first to touch it
        parallel_for(shares_, jobs_, [&](std::size_t share, unsigned) {
            each(share, [&](std::uint32_t word, Place place) {
                if (word >= first && word < end) places.all[next[share][word - first]++] = place;
            });
        });
        return places;
    }

private:
    template <class On>
    void each(std::size_t share, On&& on) const {
        const std::size_t records = documents_.all.size();
        for (std::size_t record = records * share / shares_; record < records * (share + 1) / shares_; ++record) {
            each_place(documents_, documents_.all[record], [&](unsigned vocabulary, std::uint32_t number, std::uint32_t position) {
                on(to_word_[index_.vocabulary_begins[vocabulary] + number], Place{static_cast<std::uint32_t>(record), position});
            });
        }
    }

    const Inverted& index_;
    const Documents& documents_;
    unsigned jobs_;
    std::vector<std::uint32_t> to_word_;
    std::size_t shares_;
    std::vector<std::vector<std::uint32_t>> counts_;  // of places, by share and word
};

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
    const Collector collector(index, documents, target.jobs);
    std::vector<std::string> texts;
    while (texts.size() < index.words.size()) {
        const std::size_t first = texts.size();
        const Places places = collector.collect(first, collector.range_end(first));
        auto more = parallel_map(places.begins.size() - 1, target.jobs, [&](std::size_t i, unsigned) {
            return encoded(&places.all[places.begins[i]], &places.all[places.begins[i + 1]]);
        });
        texts.insert(texts.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
    }
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
