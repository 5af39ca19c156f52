#include <algorithm>

#include "pages/forms.h"
#include "pages/site.h"

namespace praxis::pages {
namespace {

class Enumeration {
public:
    explicit Enumeration(const Site& site) : site_(site) {}
    std::vector<Page> pages;

    void run() {
        add({PageKind::chooser}, 0, 1);
        add({PageKind::missing}, 0, 1);
        everywhere({PageKind::home});
        paged({PageKind::chronology});
        if (site_.settings.emitter_is_on("search")) everywhere({PageKind::search});
        if (!site_.glossary.terms().empty()) everywhere({PageKind::glossary});
        if (site_.has_wanted()) add_wanted();
        if (site_.routes.has_map()) everywhere({PageKind::map});
        everywhere({PageKind::statistics});
        if (site_.has_practices()) {
            everywhere({PageKind::compare});
            add_facets();
        }
        everywhere({PageKind::mentoring});
        add_crosswalks();
        if (site_.settings.emitter_is_on("forms")) add_forms();
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

    void add_wanted() {
        everywhere({PageKind::wanted});
        for (std::uint32_t i = 0; i < site_.languages.size(); ++i) paged({PageKind::wanted, {}, i + 1});
    }

    void add_facets() {
        everywhere({PageKind::facet});
        for (const auto& [address, list] : site_.all_members) {
            if (address.kind == PageKind::facet) paged(address);
        }
    }

    void add_crosswalks() {
        const auto frames = static_cast<std::uint32_t>(site_.bank.entities(Kind::vocabulary).size());
        bool any = false;
        for (std::uint32_t frame = 0; frame < frames; ++frame) {
            for (std::uint32_t rows = 1; rows <= routes::rows_count; ++rows) {
                const Address grid{PageKind::crosswalk, {Kind::vocabulary, frame, 0}, rows};
                if (!site_.has_members(grid)) continue;
                paged(grid);
                any = true;
            }
        }
        if (any) everywhere({PageKind::crosswalk});
    }

    void add_forms() {
        everywhere({PageKind::contribute});
        for (const fields::KindEntry& kind : fields::kinds()) {
            if (has_form(kind.kind)) everywhere(form_address(kind.kind));
        }
    }

    void paged(const Address& address) {
        const bool plain = address.kind == PageKind::list && address.number != static_cast<std::uint32_t>(ListKind::practices) &&
                           address.number != static_cast<std::uint32_t>(ListKind::bulletins) &&
                           address.number != static_cast<std::uint32_t>(ListKind::declarations);
        const std::size_t members = plain ? 0 : site_.members(address).size(), size = site_.page_size_of(address);
        everywhere(address, std::max<std::size_t>(1, (members + size - 1) / size));
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

auto all_pages(const Site& site) -> std::vector<Page> {
    Enumeration enumeration(site);
    enumeration.run();
    return std::move(enumeration.pages);
}

}  // namespace praxis::pages
