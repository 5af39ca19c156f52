#include <algorithm>

#include "pages/site.h"

namespace praxis::pages {
namespace {

auto is_listed(const Entity& entity) -> bool {
    return entity.is_present() && !entity.withdrawn;
}

auto all_of(const Bank& bank, Kind kind) -> std::vector<Target> {
    std::vector<Target> all;
    const auto entities = bank.entities(kind);
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        const bool shown = kind != Kind::vocabulary || entities[i].facts.is_true("frame");
        if (is_listed(entities[i]) && shown) all.push_back({kind, i, 0});
    }
    return all;
}

auto kind_of(ListKind list) -> std::optional<Kind> {
    switch (list) {
        case ListKind::practices: return Kind::practice;
        case ListKind::bulletins: return Kind::bulletin;
        case ListKind::declarations: return Kind::declaration;
        case ListKind::themes: return Kind::theme;
        case ListKind::cities: return Kind::city;
        case ListKind::organisations: return Kind::organisation;
        case ListKind::awards: return Kind::award;
        case ListKind::networks: return Kind::network;
        case ListKind::clusters: return Kind::cluster;
        case ListKind::events: return Kind::event;
        case ListKind::frames: return Kind::vocabulary;
        case ListKind::countries:
        case ListKind::years: return std::nullopt;
    }
    return std::nullopt;
}

// The field by which a practice belongs to a thing; other mentions (adopters, partners) do not count.
auto belonging_field(Kind kind) -> std::string_view {
    switch (kind) {
        case Kind::city: return "cities";
        case Kind::theme: return "themes";
        case Kind::network: return "networks";
        case Kind::vocabulary: return "frames";
        default: return "id";
    }
}

auto practices_naming(const Bank& bank, const Target& target) -> std::vector<Target> {
    std::vector<Target> found;
    const std::string_view key = belonging_field(target.kind);
    for (const bank::Link& link : bank.links_to(target)) {
        const bool fits = link.from.kind == Kind::practice && link.field->key == key && is_listed(bank[link.from]);
        if (fits && (found.empty() || found.back() != link.from)) found.push_back(link.from);
    }
    return found;
}

auto practices_of_country(const Site& site, std::string_view code) -> std::vector<Target> {
    std::vector<Target> found;
    const auto cities = site.bank.entities(Kind::city);
    for (std::uint32_t i = 0; i < cities.size(); ++i) {
        if (!cities[i].is_present() || cities[i].facts.text_of("country") != code) continue;
        for (const Target& practice : site.bank.sources_of({Kind::city, i, 0}, Kind::practice, "cities")) {
            if (is_listed(site.bank[practice])) found.push_back(practice);
        }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

auto practices_of_year(const Bank& bank, int year) -> std::vector<Target> {
    std::vector<Target> found = all_of(bank, Kind::practice);
    std::erase_if(found, [&](const Target& practice) {
        const fields::Date* start = bank[practice].facts.date_of("start");
        const auto day = start == nullptr ? std::nullopt : fields::earliest(*start);
        return !day || day->year != year;
    });
    return found;
}

class Enumeration {
public:
    explicit Enumeration(const Site& site) : site_(site) {}
    std::vector<Page> pages;

    void run() {
        add({PageKind::chooser}, 0, 1);
        add({PageKind::missing}, 0, 1);
        everywhere({PageKind::home});
        everywhere({PageKind::chronology});
        if (site_.settings.emitter_is_on("search")) everywhere({PageKind::search});
        for (std::uint32_t list = 0; list < routes::list_count; ++list) paged({PageKind::list, {}, list});
        for (const fields::KindEntry& kind : fields::kinds()) {
            for (std::uint32_t i = 0; i < site_.bank.entities(kind.kind).size(); ++i) add_entity({kind.kind, i, 0});
        }
        for (std::uint32_t i = 0; i < site_.routes.countries().size(); ++i) paged({PageKind::country, {}, i});
        for (std::uint32_t i = 0; i < site_.routes.works().size(); ++i) everywhere({PageKind::work, {}, i});
        for (const int year : site_.routes.years()) paged({PageKind::year, {}, static_cast<std::uint32_t>(year)});
    }

private:
    void add(const Address& address, std::size_t language, std::size_t number) {
        pages.push_back({address, language, number, site_.routes.path(site_.bank, address, language, number)});
    }

    void everywhere(const Address& address, std::size_t count = 1) {
        for (std::size_t language = 0; language < site_.languages.size(); ++language) {
            for (std::size_t number = 1; number <= count; ++number) add(address, language, number);
        }
    }

    void paged(const Address& address) {
        const bool plain = address.kind == PageKind::list && address.number != static_cast<std::uint32_t>(ListKind::practices) &&
                           address.number != static_cast<std::uint32_t>(ListKind::bulletins) &&
                           address.number != static_cast<std::uint32_t>(ListKind::declarations);
        const std::size_t members = plain ? 0 : members_of(site_, address).size();
        everywhere(address, std::max<std::size_t>(1, (members + site_.settings.page_size - 1) / site_.settings.page_size));
    }

    void add_entity(const Target& target) {
        const auto address = site_.routes.address_of(site_.bank, target);
        if (!address) return;
        switch (address->kind) {
            case PageKind::theme:
            case PageKind::city:
            case PageKind::organisation:
            case PageKind::network: return paged(*address);
            case PageKind::award: everywhere(*address); return add_parts(target, "editions");
            case PageKind::frame: everywhere(*address); return add_parts(target, "items");
            default: return everywhere(*address);
        }
    }

    void add_parts(const Target& whole, std::string_view key) {
        const std::size_t count = site_.bank[whole].facts.items_of(key).size();
        for (std::uint32_t part = 1; part <= count; ++part) {
            const auto address = site_.routes.address_of(site_.bank, {whole.kind, whole.index, part});
            if (address) paged(*address);
        }
    }

    const Site& site_;
};

}  // namespace

auto members_of(const Site& site, const Address& address) -> std::vector<Target> {
    switch (address.kind) {
        case PageKind::list: {
            const auto kind = kind_of(static_cast<ListKind>(address.number));
            return kind ? all_of(site.bank, *kind) : std::vector<Target>();
        }
        case PageKind::country: return practices_of_country(site, site.routes.countries()[address.number]);
        case PageKind::year: return practices_of_year(site.bank, static_cast<int>(address.number));
        case PageKind::theme:
        case PageKind::city:
        case PageKind::organisation:
        case PageKind::network:
        case PageKind::concept_: return practices_naming(site.bank, address.target);
        default: return {};
    }
}

auto all_pages(const Site& site) -> std::vector<Page> {
    Enumeration enumeration(site);
    enumeration.run();
    return std::move(enumeration.pages);
}

}  // namespace praxis::pages
