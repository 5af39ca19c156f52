#include "emitters/search/inverted.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/parallel.h"
#include "search/format.h"

namespace praxis::emitters::search {
namespace {

// BM25F (Robertson, Zaragoza and Taylor, CIKM 2004): a field's weight, and how much its length counts.
struct FieldWeight {
    double weight, length;
};
constexpr std::array<FieldWeight, text_field_count> field_weights{{{60, 0.6}, {40, 0.5}, {12, 0.5}, {25, 0.5}, {4, 0.5}, {1, 0.6}}};

constexpr double lowest_weight = 0.4, level_step = 1.54;
constexpr double round_step = 1.25;

// Lengths enter in steps, so that a small change of a text moves no other word's level.
auto rounded(double length) -> double {
    double step = 1;
    while (step * round_step <= length) step *= round_step;
    return step;
}

using Averages = std::array<double, text_field_count>;

// Calls `on(form, field, paragraph)` for each word of a document, joined ones too.
template <class On>
void each_form(const Document& document, const std::vector<std::uint32_t>& to_form, On&& on) {
    auto field = TextField::title;
    std::uint32_t paragraph = 0;
    for (std::size_t at = 0; at < document.stream.size();) {
        const std::uint32_t number = next_mark(document.stream, at);
        if (number >= mark::first_form)
            on(to_form[number - mark::first_form], field, paragraph);
        else if (number >= mark::field)
            field = static_cast<TextField>(number - mark::field);
        else if (number == mark::paragraph)
            ++paragraph;
    }
}

class Inverter {
public:
    Inverter(const Documents& documents, praxis::search::Analysis& analysis, unsigned jobs)
        : documents_(documents), analysis_(analysis), jobs_(jobs) {}

    auto run() -> Inverted {
        collect_forms();
        group_forms();
        measure();
        post();
        return std::move(out_);
    }

private:
    void collect_forms() {
        std::vector<std::string_view> all;
        for (const auto& vocabulary : documents_.vocabularies) all.insert(all.end(), vocabulary.begin(), vocabulary.end());
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        out_.forms.resize(all.size());
        for (std::size_t i = 0; i < all.size(); ++i) out_.forms[i].text = all[i];
        for (const auto& vocabulary : documents_.vocabularies) {
            auto& map = out_.to_form.emplace_back(vocabulary.size());
            for (std::size_t i = 0; i < vocabulary.size(); ++i)
                map[i] = static_cast<std::uint32_t>(std::ranges::lower_bound(all, vocabulary[i]) - all.begin());
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
    }

    void measure() {
        for (std::size_t field = 0; field < text_field_count; ++field) {
            double sum = 0, holders = 0;
            for (const Document& document : documents_.all) {
                sum += document.lengths[field];
                holders += document.lengths[field] > 0 ? 1 : 0;
            }
            averages_[field] = rounded(holders > 0 ? std::max(1.0, sum / holders) : 1.0);
        }
    }

    struct Occurrence {
        std::uint32_t word;
        std::uint8_t level, title_words;
    };
    struct Found {
        std::vector<Occurrence> words;
        std::vector<std::uint32_t> forms;  // distinct; shifted by one, the lowest bit is 0 where it is in a name
    };

    // How often a record has a word, field by field.
    struct Tally {
        std::uint32_t word;
        std::array<std::uint16_t, text_field_count> times{};
    };

    // What a worker uses for one record after another: where in its lists a word and a form stand.
    struct Scratch {
        std::vector<std::uint32_t> place_of_word, place_of_form;
        std::vector<Tally> tallies;
        std::vector<std::uint64_t> named;
    };
    static constexpr std::uint32_t nowhere = ~0U;

    auto tally_of(std::uint32_t word, Scratch& scratch) const -> Tally& {
        std::uint32_t& place = scratch.place_of_word[word];
        if (place == nowhere) {
            place = static_cast<std::uint32_t>(scratch.tallies.size());
            scratch.tallies.push_back({word});
        }
        return scratch.tallies[place];
    }

    static void note_form(std::uint32_t form, bool in_name, Scratch& scratch, std::vector<std::uint32_t>& forms) {
        std::uint32_t& place = scratch.place_of_form[form];
        if (place == nowhere) {
            place = static_cast<std::uint32_t>(forms.size());
            forms.push_back(form << 1U | 1U);
        }
        if (in_name) forms[place] &= ~1U;
    }

    auto find(std::size_t record, Scratch& scratch) const -> Found {
        const Document& document = documents_.all[record];
        scratch.place_of_word.resize(out_.words.size(), nowhere);
        scratch.place_of_form.resize(out_.forms.size(), nowhere);
        scratch.tallies.clear();
        scratch.named.clear();  // paragraph of a title or a name, word
        Found found;
        each_form(document, out_.to_form[document.worker], [&](std::uint32_t form, TextField field, std::uint32_t paragraph) {
            const std::uint32_t word = out_.forms[form].word;
            std::uint16_t& times = tally_of(word, scratch).times[static_cast<std::size_t>(field)];
            if (times < std::numeric_limits<std::uint16_t>::max()) ++times;
            const bool in_name = field <= TextField::own_names;
            if (in_name) scratch.named.push_back(std::uint64_t{paragraph} << 32U | word);
            // Names of cities and themes come in every language: they are no reason to correct a word to them.
            if (field != TextField::near_names) note_form(form, in_name, scratch, found.forms);
        });
        const auto lengths = lengths_of_names(scratch.named);
        found.words.reserve(scratch.tallies.size());
        for (const Tally& tally : scratch.tallies) {
            const auto name = lengths.find(tally.word);
            found.words.push_back(
                {tally.word, level(tally.times, document.lengths), name == lengths.end() ? std::uint8_t{0} : name->second});
            scratch.place_of_word[tally.word] = nowhere;
        }
        for (const std::uint32_t form : found.forms) scratch.place_of_form[form >> 1U] = nowhere;
        found.forms.shrink_to_fit();
        return found;
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

    auto level(const std::array<std::uint16_t, text_field_count>& times, const std::array<std::uint32_t, text_field_count>& lengths) const
        -> std::uint8_t {
        double weight = 0;
        for (std::size_t field = 0; field < text_field_count; ++field) {
            if (times[field] == 0) continue;
            const auto [share, length] = field_weights[field];
            weight += share * times[field] / (1 - length + length * rounded(lengths[field]) / averages_[field]);
        }
        const auto& bounds = level_bounds();
        const auto above = std::ranges::upper_bound(bounds, weight) - bounds.begin();
        return static_cast<std::uint8_t>(std::max<std::ptrdiff_t>(above - 1, 0));
    }

    void post() {
        std::vector<Scratch> scratch(std::max(1U, jobs_));
        auto found = parallel_map(documents_.all.size(), jobs_, [&](std::size_t i, unsigned worker) { return find(i, scratch[worker]); });
        for (const Found& record : found) {
            for (const Occurrence& one : record.words) ++out_.words[one.word].end;
            for (const std::uint32_t form : record.forms) {
                ++out_.forms[form >> 1U].records;
                out_.forms[form >> 1U].in_title = out_.forms[form >> 1U].in_title || (form & 1U) == 0;
            }
        }
        std::uint32_t sum = 0;
        for (IndexedWord& word : out_.words) {
            word.begin = sum;
            sum += word.end;
            word.end = word.begin;
        }
        out_.postings.resize(sum);
        for (std::uint32_t record = 0; record < found.size(); ++record) {
            for (const Occurrence& one : found[record].words)
                out_.postings[out_.words[one.word].end++] = {record, one.level, one.title_words};
            found[record] = {};
        }
    }

    const Documents& documents_;
    praxis::search::Analysis& analysis_;
    unsigned jobs_;
    Inverted out_;
    std::vector<bool> stop_;
    Averages averages_{};
};

}  // namespace

auto invert(const Documents& documents, praxis::search::Analysis& analysis, unsigned jobs) -> Inverted {
    return Inverter(documents, analysis, jobs).run();
}

auto level_bounds() -> const std::array<double, 16>& {
    static const auto bounds = [] {
        std::array<double, 16> all{};
        double bound = lowest_weight;
        for (double& one : all) {
            one = bound;
            bound *= level_step;
        }
        return all;
    }();
    return bounds;
}

auto level_weights() -> const std::array<double, 16>& {
    static const auto weights = [] {
        std::array<double, 16> all{};
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = level_bounds()[i] * (1 + level_step) / 2;
        return all;
    }();
    return weights;
}

}  // namespace praxis::emitters::search
