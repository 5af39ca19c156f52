#include "pages/chronology.h"

#include <algorithm>

#include "language/text.h"
#include "pages/composer.h"

namespace praxis::pages {
namespace {

// The field that says when a thing came into the world.
auto dated_field(Kind kind) -> std::string_view {
    switch (kind) {
        case Kind::practice:
        case Kind::event: return "start";
        case Kind::declaration:
        case Kind::bulletin: return "date";
        case Kind::network: return "founded";
        default: return {};
    }
}

// Of an edition its year; unknown where there is none.
auto date_of(const Bank& bank, const Target& target) -> fields::Date {
    if (target.part != 0) return fields::parse_date(bank.part(target).text_of("year")).value_or(fields::Date{});
    const fields::Date* when = bank[target].facts.date_of(dated_field(target.kind));
    return when == nullptr ? fields::Date{} : *when;
}

auto decade(const fields::Date& date) -> int {
    return fields::earliest(date)->year / 10 * 10;
}

}  // namespace

void gather_chronology(const Bank& bank, Members& members) {
    auto& all = members[{PageKind::chronology}].targets;
    const auto add = [&](const Target& target) {
        if (fields::earliest(date_of(bank, target))) all.push_back(target);
    };
    for (const Kind kind : {Kind::practice, Kind::event, Kind::declaration, Kind::bulletin, Kind::network}) {
        const auto entities = bank.entities(kind);
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            if (entities[i].is_present() && !entities[i].withdrawn) add({kind, i, 0});
        }
    }
    const auto awards = bank.entities(Kind::award);
    for (std::uint32_t i = 0; i < awards.size(); ++i) {
        const std::size_t editions = awards[i].is_present() ? awards[i].facts.items_of("editions").size() : 0;
        for (std::uint32_t n = 1; n <= editions; ++n) add({Kind::award, i, n});
    }
}

void order_by_date(const Site& site, std::size_t language, std::vector<Target>& targets) {
    struct Dated {
        std::int32_t newest_first;
        Target target;
        std::uint32_t rank;  // among those of its kind
        std::string key{};   // where there are several kinds
    };
    std::vector<Dated> all;
    for (const Target& one : targets) all.push_back({-fields::sort_number(date_of(site.bank, one)), one, site.rank(language, one)});
    std::ranges::sort(all, {}, [](const Dated& d) { return std::tuple(d.newest_first, d.target.kind, d.rank, d.target.part); });
    for (auto begin = all.begin(); begin != all.end();) {
        const auto end = std::find_if(begin, all.end(), [&](const Dated& d) { return d.newest_first != begin->newest_first; });
        if (begin->target.kind != std::prev(end)->target.kind) {
            const auto& order = *site.languages[language].locale->order;
            std::for_each(begin, end, [&](Dated& d) { d.key = order.key(site.title(language, d.target).text); });
            std::stable_sort(begin, end, [](const Dated& a, const Dated& b) { return a.key < b.key; });
        }
        begin = end;
    }
    std::ranges::transform(all, targets.begin(), &Dated::target);
}

auto decades_of(const Bank& bank, const std::vector<Target>& newest_first) -> std::vector<Decade> {
    std::vector<Decade> all;
    for (std::uint32_t i = 0; i < newest_first.size(); ++i) {
        const int begins = decade(date_of(bank, newest_first[i]));
        if (all.empty() || all.back().begins != begins) all.push_back({begins, i});
    }
    return all;
}

auto Composer::moment_of(const Target& target) const -> Moment {
    const bool edition = target.part != 0;
    const std::string_view kind = edition ? "edition" : fields::entry(target.kind).name;
    const std::string note = edition                         ? word("edition")
                             : target.kind == Kind::practice ? word("moment_practice")
                             : target.kind == Kind::network  ? word("moment_network")
                                                             : term("kind", kind);
    return {date_of(site_.bank, target), std::string(kind), title(target), href(target), edition ? note : joined({note, place_of(target)})};
}

// Where a chronology of several pages has each decade; one of a single page has them beside it.
void Composer::decades_elsewhere() {
    const std::size_t size = site_.page_size_of(page_.address), count = site_.members_in_order(page_.language, page_.address).size();
    if (count <= size) return;
    View shown = block("decades", word("chronology_decades"));
    for (std::size_t i = 0; i < site_.decades.size(); ++i) {
        const Decade& one = site_.decades[i];
        const std::size_t end = i + 1 < site_.decades.size() ? site_.decades[i + 1].first : count, page = one.first / size + 1;
        const std::string anchor = "#decade-" + std::to_string(one.begins);
        put_link(shown.item("links"), {here(decade_name(one.begins)), page == page_.number ? anchor : href(page_.address, page) + anchor,
                                       number(static_cast<double>(end - one.first))});
    }
}

void Composer::chronology() {
    shell(here(word("chronology")), {}, word("intro_chronology"));
    put(root_, "intro", here(word("intro_chronology")));
    decades_elsewhere();
    const auto& all = site_.members_in_order(page_.language, page_.address);
    const std::size_t size = site_.page_size_of(page_.address), from = (page_.number - 1) * size, end = std::min(from + size, all.size());
    for (std::size_t i = from; i < end;) {
        const int begins = decade(date_of(site_.bank, all[i]));
        View shown = block("decade-" + std::to_string(begins), decade_name(begins));
        for (; i < end && decade(date_of(site_.bank, all[i])) == begins; ++i) moment(shown.item("timeline"), moment_of(all[i]));
    }
    contents();
    pager(all.size());
}

}  // namespace praxis::pages
