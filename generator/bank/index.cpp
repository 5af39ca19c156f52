// Builds the derived indexes: every relation is written once and seen from both sides.
#include <algorithm>
#include <unordered_map>

#include "bank/builder.h"

namespace praxis::bank {
namespace {

using values::Form;

void collect(const Value& value, const Target& from, std::vector<Link>& links, std::uint32_t& order) {
    if (const Target* to = value.target(); to != nullptr && value.form == Form::reference) {
        links.push_back({*to, from, value.field, order++});
        return;
    }
    for (const Value& item : value.items) collect(item, from, links, order);
}

auto target_in(const Value& object, std::string_view key) -> std::optional<Target> {
    const Value* value = object.find(key);
    return value == nullptr || value->target() == nullptr ? std::nullopt : std::optional(*value->target());
}

auto membership_of(const Value& value, const Target& who) -> std::optional<Membership> {
    auto where = target_in(value, "cluster");
    if (!where) where = target_in(value, "network");
    if (!where) return std::nullopt;
    const std::string_view role = value.text_of("role");
    return Membership{who, *where, role.empty() ? std::string_view("member") : role, value.date_of("from"), value.date_of("until"), &value};
}

void add_results(const Entity& award, const Target& whole, std::vector<Result>& results) {
    const auto& distinctions = award.facts.items_of("distinctions");
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < distinctions.size(); ++i) numbers.emplace(distinctions[i].text_of("id"), i);
    const auto& editions = award.facts.items_of("editions");
    for (std::uint32_t e = 0; e < editions.size(); ++e) {
        for (const Value& value : editions[e].items_of("results")) {
            const auto at = numbers.find(value.text_of("distinction"));
            if (at == numbers.end()) continue;
            Result result{.edition = {Kind::award, whole.index, e + 1},
                          .distinction = at->second,
                          .practice = target_in(value, "practice"),
                          .city = target_in(value, "city"),
                          .value = &value};
            // What was left out may have been all that it said.
            if (result.practice || result.city || value.find("title") != nullptr) results.push_back(result);
        }
    }
}

}  // namespace

// All links, in the order of what they point to: which of the workers found one is of no account.
auto Builder::links() -> std::vector<Link> {
    std::vector<Target> all;
    for (std::size_t kind = 0; kind < fields::kind_count; ++kind) {
        for (std::uint32_t i = 0; i < bank.tables_[kind].size(); ++i) all.push_back({static_cast<Kind>(kind), i, 0});
    }
    std::vector<std::vector<Link>> shares(std::max(linking.jobs, 1U));
    parallel_for(all.size(), linking.jobs, [&](std::size_t i, unsigned worker) {
        const Entity& entity = table(all[i].kind)[all[i].index];
        std::uint32_t order = 0;
        if (entity.is_present()) collect(entity.facts, all[i], shares[worker], order);
    });
    const auto place = [](const Link& link) { return std::tuple(link.to, link.from, link.order); };
    parallel_for(shares.size(), linking.jobs, [&](std::size_t i, unsigned) { std::ranges::sort(shares[i], {}, place); });
    std::vector<Link> links;
    for (std::vector<Link>& share : shares) {
        const auto middle = static_cast<std::ptrdiff_t>(links.size());
        links.insert(links.end(), share.begin(), share.end());
        share = std::vector<Link>();
        std::ranges::inplace_merge(links, links.begin() + middle, {}, place);
    }
    return links;
}

void Builder::index() {
    bank.links_ = links();
    bank.memberships_.clear();
    bank.results_.clear();
    for (std::size_t kind = 0; kind < fields::kind_count; ++kind) {
        auto& entities = bank.tables_[kind];
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            const Entity& entity = entities[i];
            if (!entity.is_present()) continue;
            const Target own{static_cast<Kind>(kind), i, 0};
            for (const Value& membership : entity.facts.items_of("memberships")) {
                if (auto found_one = membership_of(membership, own)) bank.memberships_.push_back(*found_one);
            }
            if (entity.kind == Kind::award) add_results(entity, own, bank.results_);
        }
    }
    bank.membership_index_.clear();
    bank.result_index_.clear();
    for (std::uint32_t i = 0; i < bank.memberships_.size(); ++i) {
        bank.membership_index_.emplace_back(bank.memberships_[i].who, i);
        bank.membership_index_.emplace_back(bank.memberships_[i].where, i);
    }
    for (std::uint32_t i = 0; i < bank.results_.size(); ++i) {
        const Result& result = bank.results_[i];
        bank.result_index_.emplace_back(result.edition, i);
        if (result.practice) bank.result_index_.emplace_back(*result.practice, i);
        if (result.city) bank.result_index_.emplace_back(*result.city, i);
    }
    std::ranges::sort(bank.membership_index_);
    std::ranges::sort(bank.result_index_);
}

}  // namespace praxis::bank
