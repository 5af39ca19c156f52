// Cities, themes, organisations and vocabularies: what records point to.
#include "fields/kind_fields.h"
#include "fields/shared_fields.h"

namespace praxis::fields {
namespace {

constexpr auto city_kinds = values("city", "district", "metropolitan-area", "town", "region");
constexpr auto theme_statuses = values("current", "deprecated");

constexpr auto population_fields = std::array{
    field("value", Type::integer).required(),
    field("year", Type::year).required(),
    cited,
};
constexpr auto offer_fields = std::array{
    reference("theme", to_theme),  reference("practice", to_practice), words("note"), date("since"), date("until"),
    field("apply_url", Type::url),
};
constexpr auto mentoring_fields = std::array{object("offers", offer_fields).list(), object("seeks", offer_fields).list()};

constexpr auto city_own = std::array{
    words("names").required(),
    object("official_names", name_fields).list(),
    object("former_names", name_fields).list(),
    name("aliases").list(),
    closed("kind", "city_kind", city_kinds).required(),
    reference("part_of", to_city),
    field("country", Type::country).faceted(),
    words("country_note"),
    name("subdivision"),
    field("lat", Type::number).within(-90, 90),
    field("lon", Type::number).within(-180, 180),
    name("coordinates_source"),
    object("population", population_fields),
    field("wikidata", Type::wikidata),
    field("website", Type::url),
    memberships,
    object("mentoring", mentoring_fields),
};

constexpr auto theme_own = std::array{
    words("names").required(),
    words("alt").list(),
    words("definition"),
    reference("broader", to_theme),
    reference("related", to_theme).list(),
    field("frames", Type::frames),
    field("same_as", Type::url).list(),
    closed("status", "theme_status", theme_statuses),
    reference("replaced_by", to_theme),
};

constexpr auto organisation_own = std::array{
    words("names").required(),
    words("acronyms"),
    closed("kind", "organisation_kind", organisation_kinds).required(),
    field("country", Type::country),
    reference("city", to_city),
    field("url", Type::url),
    memberships,
};

constexpr auto group_fields = std::array{field("id", Type::id).required(), words("names").required()};
constexpr auto item_fields = std::array{
    field("id", Type::id).required(), words("names").required(),  words("alt").list(),
    field("group", Type::id),         field("broader", Type::id), field("color", Type::color),
};
constexpr auto vocabulary_own = std::array{
    words("names").required(),
    words("acronym"),
    field("url", Type::url),
    name("rights"),
    field("frame", Type::boolean),
    field("parts", Type::boolean),
    text("version_of"),
    reference("supersedes", to_vocabulary),
    field("facet", Type::boolean),
    object("groups", group_fields).keyed("id"),
    object("items", item_fields).keyed("id").required(),
};

constexpr auto city_all = join(entity_fields, city_own);
constexpr auto theme_all = join(entity_fields, theme_own);
constexpr auto organisation_all = join(entity_fields, organisation_own);
constexpr auto vocabulary_all = join(entity_fields, vocabulary_own);

}  // namespace

auto city_fields() -> std::span<const Field> {
    return city_all;
}
auto theme_fields() -> std::span<const Field> {
    return theme_all;
}
auto organisation_fields() -> std::span<const Field> {
    return organisation_all;
}
auto vocabulary_fields() -> std::span<const Field> {
    return vocabulary_all;
}

}  // namespace praxis::fields
