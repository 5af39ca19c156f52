// Awards, networks, clusters and events: what cities take part in.
#include "fields/kind_fields.h"
#include "fields/shared_fields.h"

namespace praxis::fields {
namespace {

constexpr auto award_targets = values("practice", "city");
constexpr auto network_kinds = values("global", "regional", "national", "territorial", "thematic", "micro", "delegation");
constexpr auto cluster_kinds = values("thematic-cluster", "micro-network", "thematic-network");
constexpr auto event_kinds =
    values("congress", "conference", "encounter", "meeting", "assembly", "ceremony", "day", "course", "webinar", "study-visit");
constexpr auto event_modes = values("in-person", "online", "hybrid");

constexpr auto distinction_name_fields = std::array{words("practice"), words("city")};
constexpr auto distinction_fields = std::array{
    field("id", Type::id).required(),
    object("names", distinction_name_fields),
    field("rank", Type::integer).required(),
};
constexpr auto ceremony_fields = std::array{date("date"), reference("city", to_city), words("place"), cited};
constexpr auto entry_fields = std::array{
    field("number", Type::integer),
    field("cities", Type::integer),
    field("countries", Type::integer),
    field("continents", Type::integer),
    cited,
};
constexpr auto result_fields = std::array{
    field("distinction", Type::id).required(),
    reference("practice", to_practice),
    reference("city", to_city),
    words("title"),
    words("category"),
    words("description"),
    cited,
};
constexpr auto edition_fields = std::array{
    field("id", Type::id).required(),
    field("ordinal", Type::integer),
    field("year", Type::year).required(),
    words("motto"),
    reference("event", to_event),
    object("ceremony", ceremony_fields),
    field("call_url", Type::url),
    date("deadline"),
    words("axes").list(),
    words("criteria").list(),
    words("jury"),
    object("entries", entry_fields),
    field("expected", Type::counts),
    words("gaps"),
    words("description"),
    sources,
    object("results", result_fields).list(),
};
constexpr auto award_own = std::array{
    words("names").required(),
    words("acronym"),
    words("note"),
    reference("organiser", to_body).required(),
    closed("target", "award_target", award_targets).required(),
    field("url", Type::url),
    object("distinctions", distinction_fields).keyed("id").required(),
    object("editions", edition_fields).keyed("id"),
};

constexpr auto size_fields = std::array{
    date("date").required(),
    field("cities", Type::integer),
    field("countries", Type::integer),
    cited,
};
constexpr auto survey_fields = std::array{
    field("id", Type::id).required(),  field("year", Type::year).required(), field("respondents", Type::integer),
    field("countries", Type::integer), field("votes", Type::integer),        cited,
};
constexpr auto mentorship_fields = std::array{
    reference("mentor", to_city).required(),
    reference("mentee", to_city).required(),
    reference("themes", to_theme).list(),
    date("from"),
    date("until"),
    cited,
};
constexpr auto rules_fields = std::array{
    field("coordinators", Type::integer),
    field("coordinates_max", Type::integer),
    field("member_of_max", Type::integer),
    field("term_years", Type::integer),
    cited,
};
constexpr auto network_own = std::array{
    words("names").required(),
    words("acronym"),
    reference("parent", to_network),
    closed("kind", "network_kind", network_kinds).required(),
    date("founded"),
    field("url", Type::url),
    object("sizes", size_fields).list(),
    object("surveys", survey_fields).keyed("id"),
    object("mentorships", mentorship_fields).list(),
    object("rules", rules_fields),
};

constexpr auto term_fields = std::array{
    date("from").required(), date("until"), name("technical_partners").list(), reference("announced_at", to_event), cited,
};
constexpr auto cluster_own = std::array{
    words("names").required(),     reference("network", to_network).required(), closed("kind", "cluster_kind", cluster_kinds).required(),
    field("frames", Type::frames), reference("themes", to_theme).list(),        field("survey", Type::id),
    field("vote", Type::integer),  field("vote_parts", Type::counts),           object("terms", term_fields).list(),
};

constexpr auto attendance_fields = std::array{
    field("people", Type::integer),
    field("cities", Type::integer),
    field("countries", Type::integer),
    field("continents", Type::integer),
    cited,
};
constexpr auto event_own = std::array{
    words("names").required(),
    closed("kind", "event_kind", event_kinds).required(),
    reference("networks", to_network).list(),
    field("series", Type::id),
    field("ordinal", Type::integer),
    date("start").required(),
    date("end"),
    closed("mode", "event_mode", event_modes),
    reference("city", to_city),
    words("motto"),
    field("url", Type::url),
    object("attendance", attendance_fields),
    reference("postponed_to", to_event),
};

constexpr auto award_all = join(entity_fields, award_own);
constexpr auto network_all = join(entity_fields, network_own);
constexpr auto cluster_all = join(entity_fields, cluster_own);
constexpr auto event_all = join(entity_fields, event_own);

}  // namespace

auto award_fields() -> std::span<const Field> {
    return award_all;
}
auto network_fields() -> std::span<const Field> {
    return network_all;
}
auto cluster_fields() -> std::span<const Field> {
    return cluster_all;
}
auto event_fields() -> std::span<const Field> {
    return event_all;
}

}  // namespace praxis::fields
