// The search page, and what the script of a list page has to know to narrow it.
#include "pages/composer.h"

namespace praxis::pages {

// What the bank holds, list by list: for readers without script, and for a search that finds nothing.
void Composer::search() {
    shell(here(word("search_title")), {}, word("intro_search"));
    std::vector<Entry> lists;
    for (std::uint32_t i = 0; i < routes::list_count; ++i) {
        const auto kind = static_cast<ListKind>(i);
        const std::size_t size = kind == ListKind::countries ? site_.routes.countries().size()
                                 : kind == ListKind::years   ? site_.routes.years().size()
                                                             : site_.members({PageKind::list, {}, i}).size();
        if (size == 0) continue;
        const Address address{PageKind::list, {}, i};
        lists.push_back({here(word("list_" + std::string(routes::list_name(kind)))), href(address), number(static_cast<double>(size))});
    }
    if (site_.has_practices()) lists.push_back({here(word("facets_title")), href(Address{PageKind::facet}), {}});
    if (site_.routes.has_map()) lists.push_back({here(word("map")), href(Address{PageKind::map}), {}});
    for (Entry& grids : crosswalks()) lists.push_back(std::move(grids));
    lists.push_back({here(word("mentoring")), href(Address{PageKind::mentoring}), {}});
    lists.push_back({here(word("statistics")), href(Address{PageKind::statistics}), {}});
    lists.push_back({here(word("chronology")), href(Address{PageKind::chronology}), {}});
    link_block("browse", word("browse"), lists);
}

// Its script puts practices beside each other; what it needs, and where there are some to choose, stands here.
void Composer::compare() {
    shell(here(word("compare_title")), {}, word("intro_compare"));
    put(root_, "intro", here(word("intro_compare")));
    root_.text("practices", href(Address{PageKind::list, {}, static_cast<std::uint32_t>(ListKind::practices)}));
    std::vector<Entry> lists;
    for (const ListKind kind : {ListKind::practices, ListKind::themes, ListKind::cities, ListKind::awards}) {
        const Address address{PageKind::list, {}, static_cast<std::uint32_t>(kind)};
        if (site_.has_members(address)) lists.push_back({here(word("list_" + std::string(routes::list_name(kind)))), href(address), {}});
    }
    if (site_.settings.emitter_is_on("search")) lists.push_back({here(word("search_title")), href(Address{PageKind::search}), {}});
    link_block("choose", word("compare_choose"), lists);
}

// By which kind, and which value of which facet, the search sees what stands in a block. Nothing is
// chosen by its organisation; one thing alone offers no choice, and where there is no search, nothing does.
void Composer::scope(View& block, std::string_view kind, std::size_t count) const {
    if (count < 2 || !site_.settings.emitter_is_on("search")) return;
    const Target& target = page_.address.target;
    const auto narrow = [&](std::string_view facet, std::string_view value) {
        block.text("scope_facet", facet).text("scope_value", value);
    };
    switch (page_.address.kind) {
        case PageKind::list: break;
        case PageKind::theme: narrow("themes", site_.bank[target].id); break;
        case PageKind::city: narrow("cities", site_.bank[target].id); break;
        case PageKind::network: narrow("networks", site_.bank[target].id); break;
        case PageKind::year: narrow("year", std::to_string(page_.address.number)); break;
        case PageKind::facet: {
            const routes::FacetValueAt at = routes::facet_at(page_.address.number);
            narrow(routes::facet_name(at.facet), routes::facet_value_id(at, site_.settings.languages));
            break;
        }
        case PageKind::concept_: narrow("frames-" + site_.bank[target].id, site_.bank.part(target).text_of("id")); break;
        case PageKind::country: {
            std::string code = site_.routes.countries()[page_.address.number];
            for (char& c : code) c = static_cast<char>(c | 0x20);
            narrow("country", code);
            break;
        }
        default: return;
    }
    block.text("scope_kind", kind);
}

}  // namespace praxis::pages
