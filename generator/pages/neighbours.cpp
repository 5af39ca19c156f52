#include "pages/neighbours.h"

#include <algorithm>
#include <bit>
#include <map>

#include "base/binary.h"
#include "base/parallel.h"

namespace praxis::pages {
namespace {

using bank::Bank;
using bank::Entity;
using bank::Target;
using fields::Kind;
using values::Value;

constexpr std::size_t most_neighbours = 3, most_compared = 128;  // on each side

void add_targets(const Value* value, std::vector<Target>& found) {
    if (value == nullptr) return;
    if (const Target* target = value->target()) found.push_back(*target);
    for (const Value& item : value->items) add_targets(&item, found);
}

auto is_told(const Entity& practice) -> bool {
    return practice.is_present() && !practice.withdrawn && practice.state != bank::State::stub;
}

using Holders = std::map<Target, std::vector<std::uint32_t>>;  // practices by what they are about, in order

class Neighbours {
public:
    Neighbours(const Bank& bank, const Holders& holders, const std::vector<std::vector<Target>>& features)
        : bank_(bank), holders_(holders), features_(features), scores_(features.size(), 0) {}

    auto of(std::uint32_t practice) -> std::vector<Target> {
        const Target own{Kind::practice, practice, 0};
        for (const Target& feature : features_[practice]) count(feature, practice);
        std::vector<std::pair<int, std::uint32_t>> best;  // in order, no more than are told
        for (const std::uint32_t other : touched_) {
            const std::pair<int, std::uint32_t> one(-scores_[other], other);
            scores_[other] = 0;
            const bool is_full = best.size() == most_neighbours;
            if (-one.first < theme_bonus || (is_full && one > best.back()) || bank_.name_each_other(own, {Kind::practice, other, 0}))
                continue;
            if (is_full) best.pop_back();
            best.insert(std::ranges::upper_bound(best, one), one);
        }
        touched_.clear();
        std::vector<Target> found;
        for (const auto& [score, other] : best) found.push_back({Kind::practice, other, 0});
        return found;
    }

private:
    static constexpr int theme_bonus = 1000;  // only a common theme reaches it

    void count(const Target& feature, std::uint32_t practice) {
        const auto& holders = holders_.at(feature);
        const auto own = static_cast<std::size_t>(std::ranges::lower_bound(holders, practice) - holders.begin());
        const int rare = 20 - static_cast<int>(std::bit_width(holders.size()));
        const int score = feature.kind == Kind::theme ? theme_bonus + 2 * rare : rare;
        const std::size_t end = std::min(own + most_compared + 1, holders.size());
        for (std::size_t i = own - std::min(own, most_compared); i < end; ++i) {
            if (i == own) continue;
            if (scores_[holders[i]] == 0) touched_.push_back(holders[i]);
            scores_[holders[i]] += score;
        }
    }

    const Bank& bank_;
    const Holders& holders_;
    const std::vector<std::vector<Target>>& features_;
    std::vector<int> scores_;
    std::vector<std::uint32_t> touched_;
};

using All = std::vector<std::vector<Target>>;

void put(BinaryWriter& out, const All& targets) {
    out.put_list(targets, [&](const std::vector<Target>& some) {
        out.put_list(some, [&](const Target& target) {
            out.put(target.kind);
            out.put_number(target.index);
            out.put_number(target.part);
        });
    });
}

auto all_of(std::string_view bytes) -> All {
    BinaryReader in(bytes);
    All all;
    in.get_list(all, [&] {
        std::vector<Target> some;
        in.get_list(some, [&] {
            const auto kind = in.get<Kind>();
            const std::uint32_t index = in.get_small();
            return Target{kind, index, in.get_small()};
        });
        return some;
    });
    return all;
}

// Of all that they are found from: what each practice is about, and which practices name each other.
auto digest_of_all(const Bank& bank, const All& features) -> Digest {
    BinaryWriter out;
    out.put_text("neighbours");
    put(out, features);
    for (std::uint32_t i = 0; i < features.size(); ++i) {
        for (const bank::Link& link : bank.links_to({Kind::practice, i, 0})) {
            if (link.from.kind != Kind::practice) continue;
            out.put(i);
            out.put(link.from.index);
        }
    }
    return digest_of(out.bytes);
}

}  // namespace

auto features_of(const Entity& practice) -> std::vector<Target> {
    std::vector<Target> found;
    for (const std::string_view key : {"themes", "frames", "target_groups"}) add_targets(practice.facts.find(key), found);
    return found;
}

auto neighbours_of(const Bank& bank, unsigned jobs, files::KnownResults& known) -> std::vector<std::vector<Target>> {
    const auto practices = bank.entities(Kind::practice);
    const All features = parallel_map(practices.size(), jobs, [&](std::size_t i, unsigned) {
        return is_told(practices[i]) ? features_of(practices[i]) : std::vector<Target>();
    });
    const Digest digest = digest_of_all(bank, features);
    if (const std::string* result = known.find(digest)) return all_of(*result);
    Holders holders;
    for (std::uint32_t i = 0; i < practices.size(); ++i) {
        for (const Target& feature : features[i]) {
            auto& own = holders[feature];
            if (own.empty() || own.back() != i) own.push_back(i);
        }
    }
    std::vector<Neighbours> workers(std::max(1U, jobs), Neighbours(bank, holders, features));
    All found = parallel_map(practices.size(), jobs,
                             [&](std::size_t i, unsigned worker) { return workers[worker].of(static_cast<std::uint32_t>(i)); });
    BinaryWriter result;
    put(result, found);
    known.keep(digest, std::move(result.bytes));
    return found;
}

}  // namespace praxis::pages
