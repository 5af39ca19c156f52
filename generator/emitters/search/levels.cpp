#include "emitters/search/levels.h"

#include <algorithm>

namespace praxis::emitters::search {
namespace {

// A field's weight, and how much its length counts.
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

}  // namespace

Levels::Levels(const Documents& documents) {
    for (std::size_t field = 0; field < text_field_count; ++field) {
        double sum = 0, holders = 0;
        for (const Document& document : documents.all) {
            sum += document.lengths[field];
            holders += document.lengths[field] > 0 ? 1 : 0;
        }
        averages_[field] = rounded(holders > 0 ? std::max(1.0, sum / holders) : 1.0);
    }
}

auto Levels::shares_of(const Document& document) const -> Shares {
    Shares shares{};
    for (std::size_t field = 0; field < text_field_count; ++field) {
        const double length = field_weights[field].length;
        shares[field] = 1 - length + length * rounded(document.lengths[field]) / averages_[field];
    }
    return shares;
}

auto Levels::of(const Times& times, const Shares& shares) -> std::uint8_t {
    double weight = 0;
    for (std::size_t field = 0; field < text_field_count; ++field) {
        if (times[field] > 0) weight += field_weights[field].weight * times[field] / shares[field];
    }
    const auto& bounds = level_bounds();
    const auto above = std::ranges::upper_bound(bounds, weight) - bounds.begin();
    return static_cast<std::uint8_t>(std::max<std::ptrdiff_t>(above - 1, 0));
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
