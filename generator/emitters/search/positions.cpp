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

// The places of a word as its file has them, written record by record.
class WordPlaces {
public:
    void add(std::uint32_t record, std::uint32_t position) {
        if (count_ == 0 || record != record_) begin(record);
        append_number(text_, position - position_);
        position_ = position;
        ++count_;
    }

    // All that `later` has, of later records.
    void add_all(WordPlaces&& later) {
        end();
        later.end();
        if (later.text_.empty()) return;
        if (text_.empty()) {
            text_ = std::move(later.text_);
        } else {
            std::size_t at = 0;
            append_number(text_, static_cast<std::uint32_t>(praxis::search::read_number(later.text_, at)) - record_ - 1);
            text_.append(later.text_, at);
            later.text_ = std::string();
        }
        record_ = later.record_;
    }

    auto text() const -> const std::string& { return text_; }

private:
    // How many places the record has is known at its end: most often one letter, for which room is left.
    void begin(std::uint32_t record) {
        end();
        append_number(text_, text_.empty() ? record : record - record_ - 1);
        record_ = record;
        count_at_ = text_.size();
        text_ += ' ';
        position_ = 0;
    }

    void end() {
        if (count_ == 0) return;
        std::string more;
        append_number(more, std::exchange(count_, 0) - 1);
        text_.replace(count_at_, 1, more);
    }

    std::string text_;
    std::size_t count_at_ = 0;
    std::uint32_t record_ = 0, position_ = 0, count_ = 0;  // of the last record
};

// By word: each job writes those of a share of the records, which then are put one behind the other.
auto places_of_words(const Inverted& index, const Documents& documents, unsigned jobs) -> std::vector<WordPlaces> {
    std::vector<std::uint32_t> to_word = index.to_form;
    for (std::uint32_t& form : to_word) form = form < index.forms.size() ? index.forms[form].word : 0;
    const std::size_t shares = std::max(1U, jobs), records = documents.all.size();
    auto of_shares = parallel_map(shares, jobs, [&](std::size_t share, unsigned) {
        std::vector<WordPlaces> words(index.words.size());
        for (std::size_t record = records * share / shares; record < records * (share + 1) / shares; ++record) {
            each_place(documents, documents.all[record], [&](unsigned vocabulary, std::uint32_t number, std::uint32_t position) {
                words[to_word[index.vocabulary_begins[vocabulary] + number]].add(static_cast<std::uint32_t>(record), position);
            });
        }
        return words;
    });
    std::vector<WordPlaces> all(index.words.size());
    parallel_for(all.size(), jobs, [&](std::size_t word, unsigned) {
        for (auto& share : of_shares) all[word].add_all(std::move(share[word]));
    });
    return all;
}

}  // namespace

void put_positions(const Target& target, const Inverted& index, const Documents& documents) {
    const std::vector<WordPlaces> words = places_of_words(index, documents, target.jobs);
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < words.size(); ++i) pieces.push_back({index.key(index.words[i]), words[i].text().size() + 4});
    std::size_t total = 0, bytes = least_shard_bytes;
    for (const Piece& piece : pieces) total += piece.size;
    while (total / bytes > std::max<std::size_t>(target.records / 6, 100)) bytes *= 2;
    const Files files = cut_files(pieces, bytes);
    const auto& cuts = files.cuts;
    parallel_for(cuts.size(), target.jobs, [&](std::size_t n, unsigned) {
        EntryFile file;
        for (std::size_t i = cuts[n]; i < (n + 1 < cuts.size() ? cuts[n + 1] : pieces.size()); ++i)
            file.add(pieces[i].key, ":" + words[i].text());
        file.put(target.sink, target.language, "p/" + files.name(n));
    });
    writers::Json json = open_file(target.language, "p/m");
    json.value(files.coded()).close_list();
    put_file(target.sink, target.language, "p/m", json);
}

}  // namespace praxis::emitters::search
