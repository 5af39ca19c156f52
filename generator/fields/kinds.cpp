#include <algorithm>
#include <array>

#include "fields/kind_fields.h"
#include "fields/shared_fields.h"

namespace praxis::fields {
namespace {

constexpr auto publisher_fields = std::array{words("name").required(), field("url", Type::url)};
constexpr auto bank_contact_fields = std::array{
    field("email", Type::email),
    field("form", Type::url),
    words("address"),
};
constexpr auto forges = values("github", "gitlab", "forgejo");
constexpr auto repository_fields = std::array{
    field("url", Type::url).required(),
    text("branch"),
    closed("forge", "forge", forges),
};
constexpr auto release_fields = std::array{date("date").required(), text("label").required()};

constexpr auto bank_all = std::array{
    words("names").required(),
    words("description"),
    object("publisher", publisher_fields).required(),
    object("contact", bank_contact_fields).required(),
    field("languages", Type::language).list().required(),
    field("base_url", Type::url).required(),
    field("license", Type::license).required(),
    object("repository", repository_fields),
    text("look"),
    field("page_size", Type::integer).within(5, 500),
    field("verify_after_years", Type::integer).within(1, 50),
    object("release", release_fields).required(),
    field("severity", Type::settings),
    field("country_names", Type::settings),
    field("emitters", Type::settings),
};

constexpr auto section_ids = values("context", "objectives", "target_groups", "actors", "method", "resources", "results", "evidence",
                                    "difficulties", "success_factors", "lessons", "transfer", "next", "learn_more");
constexpr auto needed_sections = values("context", "objectives", "method", "results", "lessons");
constexpr auto state_names = values("draft", "stub", "submitted", "reviewed", "peer-reviewed", "archived");

auto table() -> const std::array<KindEntry, kind_count>& {
    static const std::array<KindEntry, kind_count> entries{{
        {Kind::practice, "practice", "practices", Format::markdown, practice_fields()},
        {Kind::bulletin, "bulletin", "bulletins", Format::markdown, bulletin_fields()},
        {Kind::declaration, "declaration", "declarations", Format::markdown, declaration_fields()},
        {Kind::page, "page", "pages", Format::markdown, page_fields()},
        {Kind::city, "city", "cities", Format::yaml, city_fields()},
        {Kind::theme, "theme", "themes", Format::yaml, theme_fields()},
        {Kind::award, "award", "awards", Format::yaml, award_fields()},
        {Kind::organisation, "organisation", "organisations", Format::yaml, organisation_fields()},
        {Kind::network, "network", "networks", Format::yaml, network_fields()},
        {Kind::cluster, "cluster", "clusters", Format::yaml, cluster_fields()},
        {Kind::event, "event", "events", Format::yaml, event_fields()},
        {Kind::vocabulary, "vocabulary", "vocabularies", Format::yaml, vocabulary_fields()},
    }};
    return entries;
}

}  // namespace

auto kinds() -> std::span<const KindEntry> {
    return table();
}

auto entry(Kind kind) -> const KindEntry& {
    return table()[static_cast<std::size_t>(kind)];
}

auto kind_of_folder(std::string_view folder) -> std::optional<Kind> {
    for (const KindEntry& e : table()) {
        if (e.folder == folder) return e.kind;
    }
    return std::nullopt;
}

auto bank_fields() -> std::span<const Field> {
    return bank_all;
}

auto find(std::span<const Field> fields, std::string_view key) -> const Field* {
    const auto at = std::ranges::find(fields, key, &Field::key);
    return at == fields.end() ? nullptr : &*at;
}

auto practice_sections() -> std::span<const std::string_view> {
    return section_ids;
}
auto required_sections() -> std::span<const std::string_view> {
    return needed_sections;
}
auto state_name(State state) -> std::string_view {
    return state_names[static_cast<std::size_t>(state)];
}

}  // namespace praxis::fields
