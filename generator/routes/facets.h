// Facets of practices whose values are few: every value has a page, so that they can be chosen without script too.
// Themes, cities, countries, years, awards and their distinctions, networks and concepts have pages of their own.
// A value is numbered by its facet and its place there, and keeps its number when others come and go.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::routes {

enum class Facet : std::uint32_t { status, level, cost_level, time_to_start, city_size, region, decade, languages, review_state };
inline constexpr std::uint32_t facet_count = 9;

// As a search narrows by it, and as its terms are called in the language files.
auto facet_name(Facet facet) -> std::string_view;
auto facet_named(std::string_view name) -> std::optional<Facet>;
// Those that a record may hold, in their order; none where values follow from something else.
auto facet_values(Facet facet) -> std::span<const std::string_view>;

// `place` is that among the values; of a size that among the classes, of a language that among those of the bank, of a
// region its code, of a decade its first year divided by ten. The number of an address is made of both: 0 is the page of
// all facets.
struct FacetValueAt {
    Facet facet;
    std::uint32_t place = 0;
};
auto facet_number(const FacetValueAt& at) -> std::uint32_t;
auto facet_at(std::uint32_t number) -> FacetValueAt;                                                    // of a number that is not 0
auto facet_value_id(const FacetValueAt& at, const std::vector<std::string>& languages) -> std::string;  // as in a search

// The lower bounds of the classes of cities by population. They are those in which the OECD lists functional urban
// areas as it and the European Union define them (country notes of 2019 and 2021; Dijkstra, Poelman and Veneri, The
// EU-OECD definition of a functional urban area, 2019): small from 50,000, medium-sized from 100,000, metropolitan from
// 250,000, large metropolitan from 1.5 million; below them is what that definition counts as no city. Here the classes
// tell the population that a city gives, which mostly is that of its municipality: so they are called by numbers only.
inline constexpr std::array<std::uint32_t, 5> size_classes{0, 50'000, 100'000, 250'000, 1'500'000};
auto size_class_of(double people) -> std::uint32_t;  // its place among them

}  // namespace praxis::routes
