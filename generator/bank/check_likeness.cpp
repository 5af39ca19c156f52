// Practices that may be one and the same, told twice: of one city, with titles of nearly the same words.
#include <algorithm>
#include <set>

#include "bank/builder.h"
#include "bank/codes.h"
#include "base/digest.h"
#include "base/parallel.h"
#include "search/letters.h"

namespace praxis::bank {
namespace {

// Where a city has more practices, each is compared with its neighbours alone, in the order of the hashes of their titles'
// words: pairs grow with the square. Titles of the same words have mostly the same least hash (Broder, 1997).
constexpr std::size_t most_compared = 300;
constexpr std::size_t least_word_bytes = 4;

using Words = std::vector<std::uint64_t>;  // by their hashes, in order

// Three quarters of all their words are the same (the index of Jaccard): of as many words as both have together, at most
// a seventh are only in one.
auto are_alike(const Words& one, const Words& other) -> bool {
    if (one.size() < 2 || other.size() < 2) return false;
    std::size_t left = (one.size() + other.size()) / 7;
    auto mine = one.begin(), theirs = other.begin();
    while (mine != one.end() && theirs != other.end()) {
        const std::uint64_t one_word = *mine, other_word = *theirs;
        if (one_word != other_word && left-- == 0) return false;
        if (one_word <= other_word) ++mine;
        if (other_word <= one_word) ++theirs;
    }
    return static_cast<std::size_t>((one.end() - mine) + (other.end() - theirs)) <= left;
}

// A practice with the words of its titles, by language; the original's first.
struct Titled {
    Target practice;
    std::vector<std::pair<std::string_view, Words>> titles;
};

using Pair = std::pair<Target, Target>;  // the later first

// Of one worker.
class Comparer {
public:
    explicit Comparer(const Bank& bank) : bank_(bank) {}

    auto alike(const std::vector<Target>& practices) -> std::vector<Pair> {
        std::vector<Pair> pairs;
        std::vector<Titled> all;
        for (const Target& practice : practices) all.push_back(titled(practice));
        const bool few = all.size() <= most_compared;
        if (!few)
            std::ranges::stable_sort(all, {}, [](const Titled& one) { return one.titles.empty() ? Words() : one.titles.front().second; });
        for (std::size_t i = 1; i < all.size(); ++i) {
            for (std::size_t k = few ? 0 : i - 1; k < i; ++k) {
                if (in_one_language(all[i], all[k]))
                    pairs.emplace_back(std::max(all[i].practice, all[k].practice), std::min(all[i].practice, all[k].practice));
            }
        }
        return pairs;
    }

private:
    // The longer words of a title, folded, each once.
    auto words_of(std::string_view title) -> Words {
        Words words;
        split_.clear();
        search::split(letters_, title, split_);
        for (const search::Word& word : split_) {
            if (word.text.size() >= least_word_bytes) words.push_back(hash_of(word.text));
        }
        std::ranges::sort(words);
        words.erase(std::unique(words.begin(), words.end()), words.end());
        return words;
    }

    auto titled(const Target& practice) -> Titled {
        Titled made{practice, {}};
        const Entity& entity = bank_[practice];
        for (const Text& text : entity.texts) {
            if (const Value* title = entity.fields(text).find("title"))
                made.titles.emplace_back(text.language, words_of(title->items.front().text));
        }
        return made;
    }

    static auto in_one_language(const Titled& one, const Titled& other) -> bool {
        return std::ranges::any_of(one.titles, [&](const auto& mine) {
            return std::ranges::any_of(
                other.titles, [&](const auto& theirs) { return mine.first == theirs.first && are_alike(mine.second, theirs.second); });
        });
    }

    const Bank& bank_;
    std::vector<search::Word> split_;
    search::Letters letters_{[](char32_t letter) { return language::fold_letter(letter, {}); }};
};

auto told(const Bank& bank, const Pair& pair) -> Diagnostic {
    const auto title = [&](const Target& target) {
        const Value* value = bank[target].facts.find("title");
        return value == nullptr ? whole_file(bank[target].file) : value->span(bank[target].file);
    };
    Diagnostic diagnostic = diagnose(codes::alike_practices, title(pair.first), {bank[pair.second].id});
    diagnostic.related.push_back(title(pair.second));
    return diagnostic;
}

}  // namespace

void check_likeness(const Bank& bank, unsigned jobs, Diagnostics& found) {
    std::vector<Comparer> workers(std::max(1U, jobs), Comparer(bank));
    const auto of_cities = parallel_map(bank.entities(Kind::city).size(), jobs, [&](std::size_t city, unsigned worker) {
        return workers[worker].alike(bank.sources_of({Kind::city, static_cast<std::uint32_t>(city), 0}, Kind::practice, "cities"));
    });
    std::set<Pair> seen;
    for (const auto& pairs : of_cities) {
        for (const Pair& pair : pairs) {
            // Those that say themselves how they belong together are known not to be one.
            if (!bank.name_each_other(pair.first, pair.second) && seen.insert(pair).second) found.push_back(told(bank, pair));
        }
    }
}

}  // namespace praxis::bank
