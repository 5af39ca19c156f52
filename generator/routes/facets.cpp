#include "routes/facets.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "fields/field.h"

namespace praxis::routes {
namespace {

constexpr std::array<std::string_view, facet_count> names{"status", "level",  "cost_level", "time_to_start", "city_size",
                                                          "region", "decade", "languages",  "review_state"};
constexpr std::uint32_t room = 1024;  // for the values of one facet

auto closed_values(std::span<const fields::Field> all, std::string_view terms) -> std::span<const std::string_view> {
    for (const fields::Field& field : all) {
        if (field.type == fields::Type::closed && field.facet && field.terms == terms) return field.values;
        const auto inner = closed_values(field.fields, terms);
        if (!inner.empty()) return inner;
    }
    return {};
}

}  // namespace

auto facet_name(Facet facet) -> std::string_view {
    return names[static_cast<std::size_t>(facet)];
}

auto facet_named(std::string_view name) -> std::optional<Facet> {
    const auto at = std::ranges::find(names, name);
    return at == names.end() ? std::nullopt : std::optional(static_cast<Facet>(at - names.begin()));
}

auto facet_values(Facet facet) -> std::span<const std::string_view> {
    static const auto all = [] {
        std::array<std::span<const std::string_view>, facet_count> found;
        for (std::size_t i = 0; i < facet_count; ++i) found[i] = closed_values(fields::entry(fields::Kind::practice).fields, names[i]);
        return found;
    }();
    return all[static_cast<std::size_t>(facet)];
}

auto facet_number(const FacetValueAt& at) -> std::uint32_t {
    return 1 + static_cast<std::uint32_t>(at.facet) * room + at.place;
}

auto facet_at(std::uint32_t number) -> FacetValueAt {
    CHECK(number > 0);
    return {static_cast<Facet>((number - 1) / room), (number - 1) % room};
}

auto facet_value_id(const FacetValueAt& at, const std::vector<std::string>& languages) -> std::string {
    if (at.facet == Facet::languages) return languages[at.place];
    if (at.facet == Facet::city_size) return std::to_string(size_classes[at.place]);
    if (at.facet == Facet::region) return fmt::format("{:03}", at.place);
    if (at.facet == Facet::decade) return std::to_string(at.place * 10);
    return std::string(facet_values(at.facet)[at.place]);
}

auto size_class_of(double people) -> std::uint32_t {
    const auto above = std::ranges::find_if(size_classes, [&](std::uint32_t bound) { return bound > people; });
    return static_cast<std::uint32_t>(std::prev(above) - size_classes.begin());
}

}  // namespace praxis::routes
