// Lists of each kind, the chronology, the home page, and the two pages that serve all languages.
#include <algorithm>
#include <map>

#include "pages/composer.h"

namespace praxis::pages {
namespace {

auto address(ListKind list) -> Address {
    return {PageKind::list, {}, static_cast<std::uint32_t>(list)};
}

// What a search can narrow a list to; empty where it has nothing to choose by. That of practices says so itself.
auto narrowed_kind(ListKind list) -> std::string_view {
    switch (list) {
        case ListKind::bulletins: return "bulletin";
        case ListKind::declarations: return "declaration";
        case ListKind::cities: return "city";
        case ListKind::events: return "event";
        case ListKind::organisations: return "organisation";
        default: return {};
    }
}

}  // namespace

void Composer::list_body(ListKind kind, View& block) {
    if (kind == ListKind::years) return list_years(block);
    if (kind == ListKind::countries) return list_countries(block);
    if (kind == ListKind::cities) return list_cities(block);
    auto all = site_.members(page_.address);
    const bool dated = kind == ListKind::bulletins || kind == ListKind::declarations || kind == ListKind::events;
    all = dated ? by_date(std::move(all), kind == ListKind::events ? "start" : "date")
                : site_.members_in_order(page_.language, page_.address);
    const bool paged = kind == ListKind::bulletins || kind == ListKind::declarations;
    const std::size_t size = paged ? site_.settings.page_size : all.size(), from = (page_.number - 1) * size;
    for (std::size_t i = from; i < std::min(from + size, all.size()); ++i) {
        if (kind != ListKind::themes) {
            card(block.item("cards"), all[i]);
            continue;
        }
        const std::size_t count = site_.members({PageKind::theme, all[i]}).size();
        View shown = block.item("cards");
        card(shown, all[i]);
        shown.text("meta", counted("count_practices", count));
    }
    if (paged) pager(all.size());
}

void Composer::list() {
    const auto kind = static_cast<ListKind>(page_.address.number);
    const std::string name(routes::list_name(kind));
    shell(here(word("list_" + name)), {}, word("intro_" + name));
    root_.text("list_kind", name);
    put(root_, "intro", here(word("intro_" + name)));
    if (kind == ListKind::practices) {
        practices(word("all_practices"));
        if (page_.number == 1) {
            std::vector<Entry> ways;
            for (const ListKind way :
                 {ListKind::themes, ListKind::cities, ListKind::countries, ListKind::awards, ListKind::frames, ListKind::years})
                ways.push_back({here(word("list_" + std::string(routes::list_name(way)))), href(address(way)), {}});
            if (site_.has_practices()) ways.push_back({here(word("facets_title")), href(Address{PageKind::facet}), {}});
            ways.push_back({here(word("mentoring")), href(Address{PageKind::mentoring}), {}});
            ways.push_back({here(word("statistics")), href(Address{PageKind::statistics}), {}});
            link_block("ways", word("browse"), ways);
        }
        return;
    }
    if (kind == ListKind::cities || kind == ListKind::countries) map_link();
    if (kind == ListKind::cities || kind == ListKind::networks) mentoring_link();
    View shown = block("list", {});  // the page is the list: it needs no second heading
    list_body(kind, shown);
    if (const auto narrowed = narrowed_kind(kind); !narrowed.empty()) scope(shown, narrowed, site_.members(page_.address).size());
    if (kind == ListKind::frames) link_block("crosswalks", word("crosswalks"), crosswalks());
    const bool empty = !shown.has("has_cards") && !shown.has("has_links") && !shown.has("has_groups");
    if (empty) shown.text("empty", word("list_none"));
}

void Composer::home() {
    const Phrase site = words_of(site_.settings.fields.find("names"));
    const Phrase about = words_of(site_.settings.fields.find("description"));
    shell(site, {}, about.text);
    put(root_, "intro", about);
    for (const ListKind list : {ListKind::practices, ListKind::cities, ListKind::countries, ListKind::themes}) {
        const std::size_t count = list == ListKind::countries ? site_.routes.countries().size() : site_.members(address(list)).size();
        const std::string name(routes::list_name(list));
        root_.item("figures")
            .text("value", number(static_cast<double>(count)))
            .text("label", word("figure_" + name, {{"count", number(static_cast<double>(count)), static_cast<double>(count)}}))
            .url("url", href(address(list)));
    }
    map_link();
    // The newest that have something to tell.
    std::vector<Target> newest = by_date(site_.members(address(ListKind::practices)), "published");
    std::erase_if(newest, [&](const Target& practice) { return site_.bank[practice].state == bank::State::stub; });
    newest.resize(std::min<std::size_t>(newest.size(), 6));
    if (!newest.empty()) {
        View shown = block("practices", word("home_practices"));
        for (const Target& practice : newest) card(shown.item("cards"), practice);
        View more = shown.object("more");
        put_link(more, {here(word("home_practices_more")), href(address(ListKind::practices)), {}});
    }
    std::vector<Entry> themes;
    for (const Target& theme : site_.members_in_order(page_.language, address(ListKind::themes))) {
        const std::size_t count = site_.members({PageKind::theme, theme}).size();
        themes.push_back(entry(theme, count == 0 ? std::string() : counted("count_practices", count)));
    }
    link_block("themes", word("home_themes"), themes);
    std::vector<std::pair<std::string, Entry>> editions;
    const auto awards = site_.bank.entities(Kind::award);
    for (std::uint32_t i = 0; i < awards.size(); ++i) {
        const auto& own = awards[i].facts.items_of("editions");
        for (std::uint32_t n = 1; awards[i].is_present() && n <= own.size(); ++n)
            editions.emplace_back(own[n - 1].text_of("year"), entry({Kind::award, i, n}, words_of(own[n - 1].find("motto")).text));
    }
    std::ranges::stable_sort(editions, std::greater<>(), &std::pair<std::string, Entry>::first);
    std::vector<Entry> latest;
    for (std::size_t i = 0; i < std::min<std::size_t>(editions.size(), 6); ++i) latest.push_back(editions[i].second);
    link_block("awards", word("home_awards"), latest);
    std::vector<Entry> cities;
    for (const Target& city : site_.members_in_order(page_.language, address(ListKind::cities))) {
        if (const std::size_t count = site_.members({PageKind::city, city}).size(); count > 0)
            cities.push_back(entry(city, counted("count_practices", count)));
    }
    link_block("cities", word("home_cities"), cities);
    card_block("bulletins", word("home_bulletins"), [&] {
        auto last_bulletins = by_date(site_.members(address(ListKind::bulletins)), "date");
        last_bulletins.resize(std::min<std::size_t>(last_bulletins.size(), 4));
        return last_bulletins;
    }());
}

// 404 and the root: every language in its own words.
void Composer::missing() {
    shell(here(word("missing_title")), {}, {});
    for (std::size_t i = 0; i < site_.languages.size(); ++i) {
        const wording::Locale& other = *site_.languages[i].locale;
        View choice = root_.item("choices");
        choice.text("kind", "language")
            .text("lang", other.tag)
            .text("dir", other.right_to_left ? "rtl" : "ltr")
            .text("text", site_.wording.word(other, "missing_text"));
        put_link(
            choice.item("links"),
            {{site_.wording.word(other, "missing_home"), other.tag, true}, href(site_.routes.path(site_.bank, {PageKind::home}, i)), {}});
        put_link(choice.item("links"), {{site_.wording.word(other, "list_practices"), other.tag, true},
                                        href(site_.routes.path(site_.bank, address(ListKind::practices), i)),
                                        {}});
    }
}

void Composer::chooser() {
    shell(words_of(site_.settings.fields.find("names")), {}, words_of(site_.settings.fields.find("description")).text);
    for (std::size_t i = 0; i < site_.languages.size(); ++i) {
        const wording::Locale& other = *site_.languages[i].locale;
        View choice = root_.item("choices");
        choice.text("kind", "language")
            .text("lang", other.tag)
            .text("dir", other.right_to_left ? "rtl" : "ltr")
            .text("text", phrase_of(site_.settings.fields.find("names"), site_.languages[i], {}).text);
        put_link(choice.item("links"), {{other.name, other.tag, true}, href(site_.routes.path(site_.bank, {PageKind::home}, i)), {}});
    }
}

}  // namespace praxis::pages
