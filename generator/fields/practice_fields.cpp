#include "fields/kind_fields.h"
#include "fields/record_fields.h"

namespace praxis::fields {
namespace {

constexpr auto statuses = values("planned", "pilot", "active", "consolidated", "finished", "stopped", "unknown");
constexpr auto levels = values("neighbourhood", "district", "city", "metropolitan", "regional", "national");
constexpr auto qualifiers = values("exact", "about", "at-least", "at-most", "target");
constexpr auto cost_levels = values("staff-only", "ordinary-budget", "own-budget-line", "outside-funding");
constexpr auto start_times = values("under-6-months", "6-12-months", "1-3-years", "longer");

constexpr auto party_fields = std::array{
    name("name"),
    reference("id", to_organisation),
    field("lang", Type::language),
    closed("kind", "organisation_kind", organisation_kinds),
    reference("city", to_city),
    field("url", Type::url),
    words("support"),
};
constexpr auto indicator_fields = std::array{
    field("id", Type::id).required(),
    words("label").required(),
    field("value", Type::number),
    field("from", Type::number),
    field("to", Type::number),
    closed("qualifier", "qualifier", qualifiers),
    words("unit"),
    field("year", Type::year),
    date("period"),
    words("scope"),
    cited.required(),
};
constexpr auto budget_fields = std::array{
    field("id", Type::id).required(),
    field("amount", Type::number).required(),
    field("currency", Type::currency).required(),
    date("period"),
    words("covers"),
    name("funders").list(),
    cited,
};
constexpr auto adopter_fields = std::array{name("name"), reference("city", to_city)};
constexpr auto transfer_fields = std::array{
    closed("cost_level", "cost_level", cost_levels).faceted(),
    closed("time_to_start", "time_to_start", start_times).faceted(),
    words("needs"),
    reference("adapted_from", to_practice).list(),
    object("adopted_by", adopter_fields).list(),
};
constexpr auto key_date_fields = std::array{
    field("id", Type::id).required(),
    date("date").required(),
    words("label").required(),
};

constexpr auto own_fields = std::array{
    words("summary").required(State::submitted).within(80, 600),
    reference("cities", to_city).list().required().faceted(),
    reference("themes", to_theme).list().required(State::submitted).within(1, 5).faceted(),
    date("start").required(State::submitted).faceted(),
    date("end"),
    closed("status", "status", statuses).required(State::submitted).faceted(),
    object("organisation", party_fields).required(State::submitted),
    object("partners", party_fields).keyed("name", "id"),
    field("frames", Type::frames).faceted(),
    reference("networks", to_network).list().faceted(),
    closed("level", "level", levels).faceted(),
    field("target_groups", Type::item).list().faceted(),
    object("indicators", indicator_fields).keyed("id"),
    object("budget", budget_fields).keyed("id"),
    object("transfer", transfer_fields),
    object("key_dates", key_date_fields).keyed("id").within(0, 5),
    field("sensitive", Type::boolean),
};

constexpr auto all_fields = [] {
    auto fields = join(common_record_fields, own_fields);
    for (Field& f : fields) {
        if (f.key == "sources") f = f.required();
        if (f.key == "rights") f = f.required(State::submitted);
        if (f.key == "last_verified") f = f.required(State::reviewed);
    }
    return fields;
}();

}  // namespace

auto practice_fields() -> std::span<const Field> {
    return all_fields;
}

}  // namespace praxis::fields
