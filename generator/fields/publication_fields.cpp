// Bulletins, declarations and pages: the other Markdown kinds.
#include "fields/kind_fields.h"
#include "fields/record_fields.h"

namespace praxis::fields {
namespace {

constexpr auto bulletin_forms = values("bulletin", "monograph", "notebook", "newsletter", "focus-sheet", "guide", "report");
constexpr auto declaration_kinds = values("declaration", "charter", "manifesto", "resolution");

constexpr auto line_fields = std::array{field("id", Type::id).required(), words("text").required()};
constexpr auto signatory_fields = std::array{
    field("count", Type::integer),
    field("cities", Type::integer),
    field("countries", Type::integer),
    cited,
};

constexpr auto bulletin_own = std::array{
    words("summary").within(0, 600),
    closed("form", "form", bulletin_forms).required().faceted(),
    reference("network", to_network),
    reference("organisation", to_organisation),
    text("series").name(),
    field("number", Type::integer),
    date("date").required(),
    reference("themes", to_theme).list().faceted(),
    reference("cities", to_city).list().faceted(),
    reference("practices", to_practice).list(),
    object("contents", line_fields).keyed("id"),
    text("isbn"),
    text("issn"),
    object("official_texts", official_text_fields).list(),
};

constexpr auto declaration_own = std::array{
    words("summary").within(0, 600),
    closed("kind", "declaration", declaration_kinds).required().faceted(),
    field("work", Type::id),
    text("version"),
    reference("event", to_event),
    date("date"),
    reference("city", to_city),
    reference("adopted_by", to_body),
    object("signatories", signatory_fields),
    object("commitments", line_fields).keyed("id"),
    reference("themes", to_theme).list().faceted(),
    field("frames", Type::frames).faceted(),
    field("in_force", Type::boolean),
    object("official_texts", official_text_fields).list(),
};

constexpr auto page_own = std::array{words("summary").within(0, 600)};

constexpr auto bulletin_all = join(common_record_fields, bulletin_own);
constexpr auto declaration_all = join(common_record_fields, declaration_own);
constexpr auto page_all = join(common_record_fields, page_own);

}  // namespace

auto bulletin_fields() -> std::span<const Field> {
    return bulletin_all;
}
auto declaration_fields() -> std::span<const Field> {
    return declaration_all;
}
auto page_fields() -> std::span<const Field> {
    return page_all;
}

}  // namespace praxis::fields
