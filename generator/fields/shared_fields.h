// Groups of fields that several kinds hold: sources, links to texts, memberships, review.
// They guarantee that a field of one name has one shape in all kinds. Made by hand.
#pragma once

#include <array>

#include "fields/field.h"

namespace praxis::fields {

template <std::size_t... N>
constexpr auto join(const std::array<Field, N>&... parts) {
    std::array<Field, (N + ...)> all{};
    std::size_t at = 0;
    (
        [&] {
            for (const Field& f : parts) all[at++] = f;
        }(),
        ...);
    return all;
}

template <class... T>
constexpr auto values(T... v) {
    return std::array<std::string_view, sizeof...(T)>{std::string_view(v)...};
}
template <class... T>
constexpr auto targets(T... v) {
    return std::array<Kind, sizeof...(T)>{v...};
}

inline constexpr auto to_city = targets(Kind::city);
inline constexpr auto to_theme = targets(Kind::theme);
inline constexpr auto to_practice = targets(Kind::practice);
inline constexpr auto to_network = targets(Kind::network);
inline constexpr auto to_cluster = targets(Kind::cluster);
inline constexpr auto to_event = targets(Kind::event);
inline constexpr auto to_organisation = targets(Kind::organisation);
inline constexpr auto to_vocabulary = targets(Kind::vocabulary);
inline constexpr auto to_body = targets(Kind::network, Kind::organisation);

inline constexpr auto organisation_kinds =
    values("local-government", "regional-government", "national-government", "school", "university", "cultural", "health", "association",
           "foundation", "company", "network", "international", "other");
inline constexpr auto membership_roles =
    values("member", "coordinator", "presidency", "executive-secretariat", "treasury", "executive-committee", "delegation");

// A title of ours, or one that the body itself uses: `{text, lang, official}`.
inline constexpr auto name_fields = std::array{
    name("text").required(), field("lang", Type::language), field("official", Type::boolean), date("from"), date("until"),
};

inline constexpr auto source_fields = std::array{
    field("id", Type::id).required(), name("title").required(),      name("publisher"), field("url", Type::url),
    field("archived", Type::url),     field("lang", Type::language), date("date"),      date("accessed"),
};
inline constexpr auto sources = object("sources", source_fields).keyed("id");
inline constexpr auto cited = field("source", Type::source);

inline constexpr auto official_text_fields = std::array{
    field("lang", Type::language).required(), name("title"), field("url", Type::url), field("archived", Type::url), text("rights"),
};

inline constexpr auto membership_fields = std::array{
    reference("network", to_network),
    reference("cluster", to_cluster),
    closed("role", "role", membership_roles),
    date("from"),
    date("until"),
    date("planned_until"),
    words("note"),
    cited,
};
inline constexpr auto memberships = object("memberships", membership_fields).list();

// What every entity (a YAML kind) may hold besides its own fields.
inline constexpr auto entity_fields = std::array{
    words("slug"),
    words("description"),
    sources,
};

}  // namespace praxis::fields
