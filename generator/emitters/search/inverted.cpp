#include "emitters/search/inverted.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "emitters/search/levels.h"
#include "search/format.h"

namespace praxis::emitters::search {
namespace {

// Calls `on(vocabulary, number, field, paragraph)` for each word of a document, joined ones too.
template <class On>
void each_form(const Documents& documents, const Document& document, On&& on) {
    auto field = TextField::title;
    std::uint32_t paragraph = 0;
    each_mark(documents, document, [&](unsigned vocabulary, std::uint32_t number) {
        if (number >= mark::first_form)
            on(vocabulary, number - mark::first_form, field, paragraph);
        else if (number >= mark::field)
            field = static_cast<TextField>(number - mark::field);
        else if (number == mark::paragraph)
            ++paragraph;
    });
}

class Inverter {
public:
    Inverter(const Documents& documents, praxis::search::Analysis& analysis, unsigned jobs)
        : documents_(documents), analysis_(analysis), jobs_(jobs), levels_(documents) {}

    auto run() -> Inverted {
        collect_forms();
        group_forms();
        post();
        return std::move(out_);
    }

private:
    void collect_forms() {
        std::vector<std::string_view> all;
        for (const auto& vocabulary : documents_.vocabularies) all.insert(all.end(), vocabulary.begin(), vocabulary.end());
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        if (!all.empty() && all.front().empty()) all.erase(all.begin());  // numbers that nothing uses any more
        out_.forms.resize(all.size());
        for (std::size_t i = 0; i < all.size(); ++i) out_.forms[i].text = all[i];
        for (const auto& vocabulary : documents_.vocabularies) {
            out_.vocabulary_begins.push_back(static_cast<std::uint32_t>(out_.to_form.size()));
            for (const std::string& form : vocabulary)
                out_.to_form.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(all, form) - all.begin()));
        }
    }

    // Words come in the order of their first form, since forms are walked in theirs.
    void group_forms() {
        std::unordered_map<std::string, std::uint32_t> words;
        for (std::uint32_t i = 0; i < out_.forms.size(); ++i) {
            Form& form = out_.forms[i];
            stop_.push_back(analysis_.is_stop_word(form.text));
            const std::string stem = stop_.back() ? form.text + " " : analysis_.stem_of(form.text);
            const auto [at, is_new] = words.emplace(stem, static_cast<std::uint32_t>(out_.words.size()));
            if (is_new) out_.words.emplace_back();
            form.word = at->second;
            out_.words[form.word].forms.push_back(i);
        }
        find_synonyms(words);
        to_word_.reserve(out_.to_form.size());
        for (const std::uint32_t form : out_.to_form) to_word_.push_back(out_.forms[form].word);
    }

    void find_synonyms(const std::unordered_map<std::string, std::uint32_t>& by_stem) {
        for (const auto& group : analysis_.words().synonyms) {
            std::vector<std::uint32_t> words;
            for (const std::string& word : group) {
                const auto found = by_stem.find(analysis_.stem_of(analysis_.fold(word)));
                if (found != by_stem.end() && std::ranges::find(words, found->second) == words.end()) words.push_back(found->second);
            }
            if (words.size() > 1) out_.synonyms.push_back(std::move(words));
        }
    }

    // How often a record has a form, or a word, field by field.
    struct Tally {
        std::uint32_t number;
        Times times{};
    };

    static constexpr std::uint32_t nowhere = ~0U;

    // The records that hold a form, as far as a worker has read.
    struct Holders {
        std::uint32_t last = nowhere, count = 0;
        bool in_title = false;
    };

    // What a worker uses for one record after another: where in its lists a form and a word stand.
    struct Scratch {
        std::vector<std::uint32_t> place_of_form, place_of_word;
        std::vector<Tally> forms, words;
        std::vector<std::uint64_t> named;
        std::vector<Holders> holders;  // of each form
        std::string found;
    };

    static auto tally_of(std::uint32_t number, std::vector<std::uint32_t>& places, std::vector<Tally>& tallies) -> Tally& {
        if (number >= places.size()) places.resize(number + 1, nowhere);
        std::uint32_t& place = places[number];
        if (place == nowhere) {
            place = static_cast<std::uint32_t>(tallies.size());
            tallies.push_back({number});
        }
        return tallies[place];
    }

    static void add(std::uint16_t& times, std::uint16_t more) {
        times = static_cast<std::uint16_t>(std::min<unsigned>(times + more, std::numeric_limits<std::uint16_t>::max()));
    }

    // Forms are counted by their numbers; most of a text are repetitions.
    void count_forms(const Document& document, Scratch& scratch) const {
        each_form(documents_, document, [&](unsigned vocabulary, std::uint32_t number, TextField field, std::uint32_t paragraph) {
            number += out_.vocabulary_begins[vocabulary];
            add(tally_of(number, scratch.place_of_form, scratch.forms).times[static_cast<std::size_t>(field)], 1);
            if (field <= TextField::own_names)  // paragraph of a title or a name, word
                scratch.named.push_back(std::uint64_t{paragraph} << 32U | to_word_[number]);
        });
    }

    // The words of a record, each with a byte of its level and its title's length; numbers in LEB128.
    auto find(std::uint32_t record, Scratch& scratch) const -> std::string {
        const Document& document = documents_.all[record];
        scratch.holders.resize(out_.forms.size());
        scratch.forms.clear();
        scratch.words.clear();
        scratch.named.clear();
        scratch.found.clear();
        count_forms(document, scratch);
        for (const Tally& counted : scratch.forms) {
            const std::uint32_t form = out_.to_form[counted.number];
            Tally& word = tally_of(to_word_[counted.number], scratch.place_of_word, scratch.words);
            bool is_own = false;
            for (std::size_t field = 0; field < text_field_count; ++field) {
                add(word.times[field], counted.times[field]);
                // Names of cities and themes come in every language: they are no reason to correct a word to them.
                is_own = is_own || (counted.times[field] > 0 && field != static_cast<std::size_t>(TextField::near_names));
            }
            const bool in_name = counted.times[0] > 0 || counted.times[static_cast<std::size_t>(TextField::own_names)] > 0;
            // A form of a name may come again by its number of a remembered body.
            if (Holders& holders = scratch.holders[form]; is_own && std::exchange(holders.last, record) != record) {
                ++holders.count;
                holders.in_title = holders.in_title || in_name;
            }
            scratch.place_of_form[counted.number] = nowhere;
        }
        const auto lengths = lengths_of_names(scratch.named);
        const auto shares = levels_.shares_of(document);
        for (const Tally& word : scratch.words) {
            const auto name = lengths.find(word.number);
            append_mark(scratch.found, word.number);
            scratch.found += static_cast<char>(levels_.of(word.times, shares) << 4U | (name == lengths.end() ? 0U : name->second));
            scratch.place_of_word[word.number] = nowhere;
        }
        return scratch.found;
    }

    // Calls `on(word, level, title_words)` for each word of a record.
    template <class On>
    static void each_found(const std::string& found, On&& on) {
        for (std::size_t at = 0; at < found.size(); ++at) {
            const std::uint32_t word = next_mark(found, at);
            const auto byte = static_cast<std::uint8_t>(found[at]);
            on(word, static_cast<std::uint8_t>(byte >> 4U), static_cast<std::uint8_t>(byte & 15U));
        }
    }

    // For each word of a title or name, how many words the shortest of them has: different ones, stop
    // words left out unless there are no others.
    auto lengths_of_names(std::vector<std::uint64_t>& named) const -> std::map<std::uint32_t, std::uint8_t> {
        std::ranges::sort(named);
        named.erase(std::unique(named.begin(), named.end()), named.end());
        std::map<std::uint32_t, std::uint8_t> lengths;
        for (std::size_t begin = 0; begin < named.size();) {
            std::size_t end = begin;
            std::uint32_t words = 0, stop_words = 0;
            for (; end < named.size() && named[end] >> 32U == named[begin] >> 32U; ++end) ++(is_stop_word(named[end]) ? stop_words : words);
            const auto length = static_cast<std::uint8_t>(std::min(words > 0 ? words : stop_words, praxis::search::most_title_words));
            for (; begin < end; ++begin) {
                const auto [at, is_new] = lengths.emplace(static_cast<std::uint32_t>(named[begin]), length);
                if (!is_new) at->second = std::min(at->second, length);
            }
        }
        return lengths;
    }

    auto is_stop_word(std::uint64_t named) const -> bool { return stop_[out_.words[named & 0xFFFFFFFFU].forms.front()]; }

    void post() {
        auto found = find_all();
        // A share of the records for each job, which fills its part of each word's postings.
        const std::size_t shares = std::max(1U, jobs_);
        const auto each = [&](std::size_t share, auto&& on) {
            for (std::size_t i = found.size() * share / shares; i < found.size() * (share + 1) / shares; ++i) on(i);
        };
        auto next = parallel_map(shares, jobs_, [&](std::size_t share, unsigned) {
            std::vector<std::uint32_t> counts(out_.words.size(), 0);
            each(share, [&](std::size_t record) { each_found(found[record], [&](std::uint32_t word, auto, auto) { ++counts[word]; }); });
            return counts;
        });
        std::uint32_t sum = 0;
        for (std::size_t word = 0; word < out_.words.size(); ++word) {
            out_.words[word].begin = sum;
            for (auto& counts : next) sum += std::exchange(counts[word], sum);
            out_.words[word].end = sum;
        }
        out_.postings.resize(sum);
        parallel_for(shares, jobs_, [&](std::size_t share, unsigned) {
            each(share, [&](std::size_t record) {
                each_found(found[record], [&](std::uint32_t word, std::uint8_t level, std::uint8_t title_words) {
                    out_.postings[next[share][word]++] = {static_cast<std::uint32_t>(record), level, title_words};
                });
                found[record] = std::string();
            });
        });
    }

    // The words of each record; what the workers have counted of forms is added up.
    auto find_all() -> std::vector<std::string> {
        std::vector<Scratch> scratch(std::max(1U, jobs_));
        auto found = parallel_map(documents_.all.size(), jobs_,
                                  [&](std::size_t i, unsigned worker) { return find(static_cast<std::uint32_t>(i), scratch[worker]); });
        for (const Scratch& worker : scratch) {
            for (std::size_t form = 0; form < worker.holders.size(); ++form) {
                out_.forms[form].records += worker.holders[form].count;
                out_.forms[form].in_title = out_.forms[form].in_title || worker.holders[form].in_title;
            }
        }
        return found;
    }

    const Documents& documents_;
    praxis::search::Analysis& analysis_;
    unsigned jobs_;
    Inverted out_;
    std::vector<bool> stop_;
    std::vector<std::uint32_t> to_word_;  // of the vocabularies' numbers, as to_form
    Levels levels_;
};

}  // namespace

auto invert(const Documents& documents, praxis::search::Analysis& analysis, unsigned jobs) -> Inverted {
    return Inverter(documents, analysis, jobs).run();
}

}  // namespace praxis::emitters::search
