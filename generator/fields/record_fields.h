// The fields of every Markdown record: words, review, rights, pictures, history.
// A translation holds only those that are words, `contributors`, `aliases`, and `translation`.
#pragma once

#include "fields/shared_fields.h"

namespace praxis::fields {

inline constexpr auto review_states = values("draft", "stub", "submitted", "reviewed", "peer-reviewed", "archived");
inline constexpr auto change_kinds = values("correction", "update", "translation", "withdrawal");
inline constexpr auto people_values = values("none", "unidentifiable", "identifiable");
inline constexpr auto document_kinds = values("text", "presentation", "video", "audio", "data", "other");
inline constexpr auto withdrawal_reasons = values("at-city-request", "rights", "privacy", "error", "duplicate");
inline constexpr auto translation_methods = values("human", "machine", "machine-edited");
inline constexpr auto to_records = targets(Kind::practice, Kind::bulletin, Kind::declaration);

inline constexpr auto review_fields = std::array{
    closed("state", "review_state", review_states).required().faceted(),
    name("by"),
    text("role").name(),
    date("date"),
    text("interest").name(),
    reference("city", to_city),
};
inline constexpr auto rights_fields = std::array{
    name("declared_by").required(),
    name("office"),
    date("date").required(),
};
inline constexpr auto change_fields = std::array{
    field("id", Type::id).required(),
    date("date").required(),
    closed("kind", "change", change_kinds).required(),
    words("what"),
};
inline constexpr auto image_fields = std::array{
    field("file", Type::file).required(),
    name("credit").required(),
    field("license", Type::license).required(),
    words("alt").required(),
    words("caption"),
    closed("people", "people", people_values).required(),
    field("children", Type::boolean),
    text("consent"),
};
inline constexpr auto document_fields = std::array{
    field("id", Type::id),           field("file", Type::file),     field("url", Type::url),
    name("title").required(),        field("lang", Type::language), closed("kind", "document", document_kinds),
    field("transcript", Type::file),
};
inline constexpr auto contact_fields = std::array{
    name("office").required(),
    field("url", Type::url),
    field("email", Type::email),
};
inline constexpr auto contributor_fields = std::array{
    name("name").required(),
    text("role").name(),
    name("office"),
    field("public", Type::boolean),
};
inline constexpr auto withdrawn_fields = std::array{
    date("date").required(),
    closed("reason", "withdrawal", withdrawal_reasons).required(),
    reference("replaced_by", to_records),
};
inline constexpr auto translation_fields = std::array{
    field("of", Type::language).required(), text("source"), name("by"), date("date"), closed("method", "method", translation_methods),
};

inline constexpr auto common_record_fields = std::array{
    words("title").required().within(1, 120),
    object("official_title", name_fields),
    words("slug"),
    field("aliases", Type::text).list(),
    field("original_language", Type::language),
    sources,
    object("review", review_fields),
    date("last_verified"),
    date("published"),
    object("changes", change_fields).keyed("id"),
    object("rights", rights_fields),
    field("license", Type::license),
    object("images", image_fields).keyed("file"),
    object("documents", document_fields).keyed("id"),
    object("contact", contact_fields),
    object("contributors", contributor_fields).list(),
    reference("related", to_records).list(),
    field("same_as", Type::url).list(),
    object("withdrawn", withdrawn_fields),
    object("translation", translation_fields),
};

}  // namespace praxis::fields
