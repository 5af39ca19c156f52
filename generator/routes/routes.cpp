#include "routes/routes.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/byte_set.h"
#include "base/check.h"
#include "base/utf8.h"
#include "routes/facets.h"
#include "routes/sections.h"

namespace praxis::routes {

auto page_name(PageKind kind) -> std::string_view {
    static constexpr std::array<std::string_view, 35> names{
        "home",       "practice",  "bulletin",   "declaration", "text",       "theme",   "city",     "country", "organisation",
        "award",      "edition",   "network",    "cluster",     "event",      "work",    "frame",    "concept", "year",
        "facet",      "mentoring", "crosswalk",  "list",        "chronology", "search",  "glossary", "wanted",  "map",
        "statistics", "compare",   "contribute", "form",        "missing",    "chooser", "redirect", "held"};
    return names[static_cast<std::size_t>(kind)];
}

auto list_name(ListKind kind) -> std::string_view {
    return section_ids[static_cast<std::size_t>(kind)];
}

auto list_of(Rows rows) -> ListKind {
    return rows == Rows::themes ? ListKind::themes : rows == Rows::clusters ? ListKind::clusters : ListKind::cities;
}

auto Routes::address_of(const bank::Bank& bank, const bank::Target& target) const -> std::optional<Address> {
    const bank::Entity& entity = bank[target];
    if (entity.held || (entity.withdrawn && entity.is_present())) return Address{PageKind::held, {target.kind, target.index, 0}};
    if (!entity.is_present()) return std::nullopt;
    switch (target.kind) {
        case fields::Kind::practice: return Address{PageKind::practice, target};
        case fields::Kind::bulletin: return Address{PageKind::bulletin, target};
        case fields::Kind::declaration: return Address{PageKind::declaration, target};
        case fields::Kind::page: return Address{PageKind::text, target};
        case fields::Kind::city: return Address{PageKind::city, target};
        case fields::Kind::theme: return Address{PageKind::theme, target};
        case fields::Kind::award: return Address{target.part > 0 ? PageKind::edition : PageKind::award, target};
        case fields::Kind::organisation: return Address{PageKind::organisation, target};
        case fields::Kind::network: return Address{PageKind::network, target};
        case fields::Kind::cluster: return Address{PageKind::cluster, target};
        case fields::Kind::event: return Address{PageKind::event, target};
        case fields::Kind::vocabulary:
            if (!entity.facts.is_true("frame")) return std::nullopt;
            return Address{target.part > 0 ? PageKind::concept_ : PageKind::frame, target};
    }
    return std::nullopt;
}

auto Routes::country_number(std::string_view code) const -> std::optional<std::uint32_t> {
    const auto at = std::ranges::lower_bound(countries_, code, {}, [](const std::string& c) { return std::string_view(c); });
    if (at == countries_.end() || *at != code) return std::nullopt;
    return static_cast<std::uint32_t>(at - countries_.begin());
}

auto Routes::work_number(std::string_view id) const -> std::optional<std::uint32_t> {
    const auto at = std::ranges::find(works_, id, &Work::id);
    return at == works_.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(at - works_.begin()));
}

namespace {

// By what it is called in records, which no wording changes.
auto facet_slug(std::uint32_t number, const std::vector<std::string>& languages) -> std::string {
    const FacetValueAt at = facet_at(number);
    return fmt::format("{}.{}", facet_name(at.facet), facet_value_id(at, languages));
}

}  // namespace

auto Routes::path(const bank::Bank& bank, const Address& address, std::size_t language, std::size_t page) const -> std::string {
    const auto& sections = sections_[language];
    const std::string& tag = languages_[language];
    const auto in = [&](std::size_t section, std::string_view name) {  // a million times in a large bank
        std::string path;
        path.reserve(tag.size() + sections[section].size() + name.size() + 16);
        path.append(tag).append(1, '/').append(sections[section]).append(1, '/').append(name);
        if (page > 1) path.append(1, '.').append(std::to_string(page));
        return path.append(".html");
    };
    const auto slug = [&]() -> const std::string& {
        return slugs_[language][static_cast<std::size_t>(address.target.kind)][address.target.index];
    };
    const auto part_id = [&] { return bank.part(address.target).text_of("id"); };
    switch (address.kind) {
        case PageKind::home: return tag + "/index.html";
        case PageKind::missing: return "404.html";
        case PageKind::chooser: return "index.html";
        case PageKind::chronology: return in(section_chronology, "index");
        case PageKind::search: return fmt::format("{}/{}.html", tag, sections[section_search]);
        case PageKind::glossary: return in(section_glossary, "index");
        case PageKind::wanted: return in(section_wanted, address.number == 0 ? std::string("index") : languages_[address.number - 1]);
        case PageKind::mentoring: return fmt::format("{}/{}.html", tag, sections[section_mentoring]);
        case PageKind::crosswalk:
            if (address.number == 0) return in(section_crosswalks, "index");
            return in(section_crosswalks,
                      fmt::format("{}.{}", slug(), sections[static_cast<std::size_t>(list_of(static_cast<Rows>(address.number)))]));
        case PageKind::statistics: return fmt::format("{}/{}.html", tag, sections[section_statistics]);
        case PageKind::compare: return fmt::format("{}/{}.html", tag, sections[section_compare]);
        case PageKind::map: return fmt::format("{}/{}.html", tag, sections[section_map]);
        case PageKind::contribute:
            return in(section_contribute, address.number == 0 ? "index" : sections[section_of(fields::kinds()[address.number - 1].kind)]);
        case PageKind::form: return fmt::format("contribute/{}.{}.html", fields::kinds()[address.number - 1].name, tag);
        case PageKind::list: return in(address.number, "index");
        case PageKind::year: return in(static_cast<std::size_t>(ListKind::years), std::to_string(address.number));
        case PageKind::facet: return in(section_facets, address.number == 0 ? "index" : facet_slug(address.number, languages_));
        case PageKind::country: return in(static_cast<std::size_t>(ListKind::countries), lower_ascii(countries_[address.number]));
        case PageKind::work: return in(section_works, works_[address.number].id);
        case PageKind::edition:
        case PageKind::concept_: return in(section_of(address.target.kind), slug() + "." + std::string(part_id()));
        case PageKind::redirect: CHECK(false);
        default: return in(section_of(address.target.kind), slug());
    }
}

namespace {

void append_encoded(std::string& out, std::string_view path) {
    static constexpr ByteSet coded = [] {
        ByteSet plain("-._~/#");
        plain.add('a', 'z');
        plain.add('A', 'Z');
        plain.add('0', '9');
        return ~plain;
    }();
    for (std::size_t from = 0; from < path.size(); ++from) {
        const std::size_t end = coded.find(path, from);
        out.append(path, from, end - from);
        if (end == path.size()) return;
        out += fmt::format(FMT_COMPILE("%{:02X}"), static_cast<unsigned char>(path[end]));
        from = end;
    }
}

}  // namespace

auto relative(std::string_view from, std::string_view to) -> std::string {
    const auto differ = static_cast<std::size_t>(std::ranges::mismatch(from, to).in1 - from.begin());
    const std::size_t common = from.substr(0, differ).rfind('/') + 1;  // npos + 1 is 0
    std::string address;
    address.reserve(to.size() + 8);
    for (std::size_t i = from.find('/', common); i != std::string_view::npos; i = from.find('/', i + 1)) address += "../";
    append_encoded(address, to.substr(common));
    return address;
}

auto attachment_path(std::string_view input_path) -> std::string {
    return "files/" + std::string(input_path.substr(std::string_view("content/").size()));
}

auto copy_path(std::string_view input_path, std::string_view name) -> std::string {
    const std::string path = attachment_path(input_path);
    return path.substr(0, path.rfind('/') + 1) + std::string(name);
}

auto encoded(std::string_view path) -> std::string {
    std::string out;
    append_encoded(out, path);
    return out;
}

}  // namespace praxis::routes
