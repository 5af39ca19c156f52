#include "search/query.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.h"

namespace praxis::search {
namespace {

constexpr double title_bonus = 1, title_share = 0.25, same_title_bonus = 10, full_bonus = 100;
constexpr std::size_t most_full_terms = 2, least_beginning = 3, least_spelling = 4;

// A correction of one edit, else words that begin so, else a correction of two.
auto guesses(Index& index, const Term& term, bool insist) -> std::vector<Meaning> {
    if (index.is_stop_word(term.form)) return {};
    const std::size_t letters = code_points(term.form);
    const bool number = std::ranges::any_of(term.form, [](char c) { return c >= '0' && c <= '9'; });
    const bool spelled = !insist && !term.quoted && letters >= least_spelling && !number;
    auto corrected = spelled ? index.corrected(term.form) : std::vector<Meaning>();
    if (!corrected.empty() && corrected.front().distance == 1) return corrected;
    auto begun = !term.quoted && letters >= least_beginning ? index.beginnings(term.form) : std::vector<Meaning>();
    return begun.empty() ? corrected : begun;
}

class Scores {
public:
    explicit Scores(Index& index)
        : index_(index),
          sum_(index.records()),
          covered_(sum_),
          titled_(sum_),
          best_(sum_),
          best_title_(sum_),
          title_terms_(index.records()),
          title_words_(index.records()) {}

    void add(const std::vector<Meaning>& alternatives) {
        std::vector<std::uint32_t> touched;
        double weight = 0;
        for (const Meaning& one : alternatives) {
            const double rarity = one.weight * index_.rarity(index_.count(*one.word));
            if (rarity > weight) weight = rarity;
            index_.postings(*one.word, [&](std::uint32_t record, std::uint32_t level, std::uint32_t words) {
                const double value = rarity * index_.level(level);
                if (best_[record] == 0) touched.push_back(record);
                if (value > best_[record]) best_[record] = value;
                if (words > 0 && rarity > best_title_[record]) best_title_[record] = rarity;
                title_words_[record] = std::max(title_words_[record], words);
            });
        }
        total_ += weight;
        ++terms_;
        for (const std::uint32_t record : touched) {
            sum_[record] += best_[record];
            covered_[record] += weight;
            if (best_title_[record] > 0) {
                titled_[record] += best_title_[record];
                ++title_terms_[record];
            }
            best_[record] = 0;
            best_title_[record] = 0;
        }
    }

    auto final() const -> std::vector<double> {
        std::vector<double> scores(sum_.size());
        for (const KindOfRecord& kind : index_.kinds()) {
            for (std::uint32_t record = kind.first; record < kind.end && record < scores.size(); ++record) {
                if (covered_[record] != 0) scores[record] = score(record, kind.weight);
            }
        }
        return scores;
    }

private:
    auto score(std::uint32_t record, double kind_weight) const -> double {
        double score = sum_[record] * std::sqrt(covered_[record] / total_);
        if (titled_[record] > 0) {
            const double share = titled_[record] / total_;
            double length = static_cast<double>(title_terms_[record]) / title_words_[record];
            if (length > 1) length = 1;
            score += title_bonus * total_ * (share * share * share) * (1 + title_share * length);
            if (title_terms_[record] == terms_ && title_terms_[record] >= title_words_[record]) score += same_title_bonus * total_;
        }
        score = (score * kind_weight) / total_;
        if (terms_ <= most_full_terms && covered_[record] >= total_) score += full_bonus;
        return score;
    }

    Index& index_;
    std::vector<double> sum_, covered_, titled_, best_, best_title_;
    std::vector<std::uint32_t> title_terms_, title_words_;
    double total_ = 0;
    std::size_t terms_ = 0;
};

auto words_of(Index& index, const Step& step) -> std::vector<const Entry*> {
    std::vector<const Entry*> words;
    for (const Meaning& one : index.known(step.form)) {
        if (one.weight == 1) words.push_back(one.word);
    }
    return words;
}

// The records in which the steps follow each other.
auto phrase(Index& index, const std::vector<Step>& steps) -> std::set<std::uint32_t> {
    std::set<std::uint32_t> records;
    if (steps.size() == 1) {
        for (const Entry* word : words_of(index, steps.front()))
            index.postings(*word, [&](std::uint32_t record, auto, auto) { records.insert(record); });
        return records;
    }
    std::vector<std::map<std::uint32_t, std::set<std::int64_t>>> starts;
    for (const Step& step : steps) {
        auto& own = starts.emplace_back();
        for (const Entry* word : words_of(index, step)) {
            for (const auto& [record, places] : index.positions(*word)) {
                for (const std::int64_t place : places) own[record].insert(place - step.offset);
            }
        }
    }
    for (const auto& [record, places] : starts.front()) {
        const bool follows = std::ranges::any_of(places, [&, number = record](std::int64_t start) {
            return std::ranges::all_of(starts, [&](const auto& own) {
                const auto at = own.find(number);
                return at != own.end() && at->second.contains(start);
            });
        });
        if (follows) records.insert(record);
    }
    return records;
}

// By score, then number.
auto best(const std::vector<double>& scores, std::size_t most) -> std::vector<std::uint32_t> {
    std::vector<std::uint32_t> found;
    for (std::uint32_t record = 0; record < scores.size(); ++record) {
        if (scores[record] > 0) found.push_back(record);
    }
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::ranges::partial_sort(found, end,
                              [&](std::uint32_t a, std::uint32_t b) { return scores[a] != scores[b] ? scores[a] > scores[b] : a < b; });
    found.erase(end, found.end());
    return found;
}

auto by_date(Index& index, const std::vector<double>& scores, std::size_t most) -> std::vector<std::uint32_t> {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t record : index.order("date")) {
        if (scores[record] > 0 && found.size() < most) found.push_back(record);
    }
    return found;
}

}  // namespace

auto find(Index& index, std::string_view query, std::size_t limit, bool insist) -> Answer {
    Answer answer;
    const Plan plan = parse(index, query);
    std::vector<double> scores(index.records(), 1);
    if (!plan.terms.empty()) {
        Scores sums(index);
        for (const Term& term : plan.terms) {
            auto meanings = index.known(term.form);
            if (meanings.empty()) meanings = guesses(index, term, insist);
            if (!meanings.empty() && meanings.front().distance > 0) answer.corrections.push_back({term.form, meanings.front().form});
            sums.add(meanings);
        }
        scores = sums.final();
    }
    const auto keep = [&](const std::vector<Step>& steps, bool wanted) {
        const auto records = phrase(index, steps);
        for (std::uint32_t record = 0; record < scores.size(); ++record) {
            if (records.contains(record) != wanted) scores[record] = 0;
        }
    };
    for (const auto& steps : plan.phrases) keep(steps, true);
    for (const auto& steps : plan.excluded) keep(steps, false);
    answer.total = static_cast<std::size_t>(std::ranges::count_if(scores, [](double score) { return score > 0; }));
    for (const std::uint32_t record : plan.terms.empty() ? by_date(index, scores, limit) : best(scores, limit)) {
        answer.hits.push_back(index.hit(record));
        answer.hits.back().score = scores[record];
    }
    return answer;
}

}  // namespace praxis::search
