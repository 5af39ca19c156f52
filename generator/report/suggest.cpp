#include "report/suggest.h"

#include <algorithm>
#include <numeric>

namespace praxis {
namespace {

constexpr std::size_t longest_name = 128;

struct Near {
    std::size_t distance;
    std::string_view name;
    friend auto operator<=>(const Near&, const Near&) = default;
};

template <class Names>
auto nearest_of(std::string_view wanted, const Names& known) -> std::vector<std::string> {
    if (wanted.empty() || wanted.size() > longest_name) return {};
    const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
    std::vector<Near> found;
    for (const auto& name : known) {
        const std::size_t distance = edit_distance(wanted, name, limit);
        if (distance <= limit) found.push_back({distance, name});
    }
    std::ranges::sort(found);
    std::vector<std::string> names;
    for (const Near& near : found) {
        if (names.size() < 3 && near.distance <= found.front().distance + 1) names.emplace_back(near.name);
    }
    return names;
}

}  // namespace

auto edit_distance(std::string_view a, std::string_view b, std::size_t limit) -> std::size_t {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > limit || b.size() > longest_name) return limit + 1;
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({substitution, last[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        if (*std::ranges::min_element(row) > limit) return limit + 1;
        before.swap(last);
        last.swap(row);
    }
    return std::min(last[b.size()], limit + 1);
}

auto nearest(std::string_view wanted, std::span<const std::string_view> known) -> std::vector<std::string> {
    return nearest_of(wanted, known);
}

auto nearest(std::string_view wanted, std::span<const std::string> known) -> std::vector<std::string> {
    return nearest_of(wanted, known);
}

}  // namespace praxis
