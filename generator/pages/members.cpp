// Which practices (or what else a list lists) belong on a page: gathered once, since a long list is
// spread over many pages.
#include <algorithm>

#include "base/parallel.h"
#include "pages/chronology.h"
#include "pages/crosswalk.h"
#include "pages/facet_pages.h"
#include "pages/site.h"

namespace praxis::pages {
namespace {

const Address list_of_practices{PageKind::list, {}, static_cast<std::uint32_t>(ListKind::practices)};

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

// Cities that are members on the day of the release bring their practices into a network.
void add_practices_of_members(const Site& site, const Target& network, std::vector<Target>& found) {
    for (const bank::Membership& m : site.bank.memberships_in(network)) {
        if (m.where != network || m.who.kind != Kind::city || !holds_on(m, site.released())) continue;
        const auto own = practices_naming(site.bank, m.who);
        found.insert(found.end(), own.begin(), own.end());
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
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

void gather_years(const Bank& bank, Members& members) {
    for (const Target& practice : all_of(bank, Kind::practice)) {
        const fields::Date* start = bank[practice].facts.date_of("start");
        const auto day = start == nullptr ? std::nullopt : fields::earliest(*start);
        if (day) members[{PageKind::year, {}, static_cast<std::uint32_t>(day->year)}].targets.push_back(practice);
    }
}

// Of the thing and of its parts: practices name the concepts of a frame.
void gather_entity(const Site& site, const Target& whole, Members& members) {
    const bool frame = whole.kind == Kind::vocabulary;
    const std::size_t parts = frame ? site.bank[whole].facts.items_of("items").size() : 0;
    for (std::uint32_t part = frame ? 1 : 0; part <= parts; ++part) {
        const Target target{whole.kind, whole.index, part};
        const auto address = site.routes.address_of(site.bank, target);
        if (!address) continue;
        auto found = practices_naming(site.bank, target);
        if (target.kind == Kind::network) add_practices_of_members(site, target, found);
        if (!found.empty()) members[*address].targets = std::move(found);
    }
}

// The cities that offer or seek something, also in the past.
void gather_mentoring(const Bank& bank, Members& members) {
    for (const Target& city : all_of(bank, Kind::city)) {
        const Value* own = bank[city].facts.find("mentoring");
        const bool any = own != nullptr && (!own->items_of("offers").empty() || !own->items_of("seeks").empty());
        if (any) members[{PageKind::mentoring}].targets.push_back(city);
    }
}

}  // namespace

auto holds_on(const bank::Membership& membership, const fields::Day& day) -> bool {
    const auto begin = membership.from == nullptr ? std::nullopt : fields::earliest(*membership.from);
    const auto end = membership.until == nullptr ? std::nullopt : fields::latest(*membership.until);
    return (!begin || *begin <= day) && (!end || day <= *end);
}

auto gather_members(const Site& site) -> Members {
    Members members;
    for (std::uint32_t list = 0; list < routes::list_count; ++list) {
        if (const auto kind = kind_of(static_cast<ListKind>(list))) members[{PageKind::list, {}, list}].targets = all_of(site.bank, *kind);
    }
    for (std::uint32_t i = 0; i < site.routes.countries().size(); ++i)
        members[{PageKind::country, {}, i}].targets = practices_of_country(site, site.routes.countries()[i]);
    gather_years(site.bank, members);
    for (const Kind kind : {Kind::theme, Kind::city, Kind::organisation, Kind::network, Kind::vocabulary}) {
        for (std::uint32_t i = 0; i < site.bank.entities(kind).size(); ++i) gather_entity(site, {kind, i, 0}, members);
    }
    gather_mentoring(site.bank, members);
    gather_chronology(site.bank, members);
    gather_crosswalks(site, members);
    gather_facets(site, members.at(list_of_practices).targets, members);
    return members;
}

void gather_wanted(const Site& site, Members& members) {
    for (std::uint32_t i = 0; i < site.languages.size() && site.has_wanted(); ++i) {
        auto& wanted = members[{PageKind::wanted, {}, i + 1}].targets;
        for (const bank::Standing& standing : site.languages[i].coverage.standings) wanted.push_back(standing.target);
    }
}

namespace {

auto list_at(const Members& all, const Address& address) -> const std::vector<Target>& {
    static const std::vector<Target> none;
    const auto found = all.find(address);
    // A list that is not there may come to be: whoever asks has looked at which lists there are.
    bank::Trace::note(bank::seen_list(found == all.end() ? static_cast<std::uint32_t>(all.size()) : found->second.number));
    return found == all.end() ? none : found->second.targets;
}

}  // namespace

auto Site::members(const Address& address) const -> const std::vector<Target>& {
    return list_at(all_members, address);
}

auto Site::has_members(const Address& address) const -> bool {
    const auto found = all_members.find(address);
    return found != all_members.end() && !found->second.targets.empty();
}

auto Site::members_in_order(std::size_t language, const Address& address) const -> const std::vector<Target>& {
    return list_at(languages[language].members, address);
}

namespace {

// Whole lists are put in order for each language: what counts stands in one number.
void order_by_title(const Site::Language& language, std::vector<Target>& targets) {
    std::vector<std::pair<std::uint64_t, Target>> all;
    all.reserve(targets.size());
    for (const Target& t : targets) {
        const auto kind = static_cast<std::uint64_t>(t.kind);
        all.emplace_back(kind << 56U | std::uint64_t{language.ranks[kind][t.index]} << 24U | t.part, t);
    }
    std::ranges::sort(all, {}, &std::pair<std::uint64_t, Target>::first);
    std::ranges::transform(all, targets.begin(), &std::pair<std::uint64_t, Target>::second);
}

}  // namespace

void Site::keep_members(Members gathered, unsigned jobs) {
    all_members = std::move(gathered);
    std::uint32_t number = 0;
    for (auto& [address, list] : all_members) list.number = number++;
    parallel_for(languages.size(), jobs, [&](std::size_t i, unsigned) { languages[i].members = all_members; });
    std::vector<std::pair<const Address*, std::vector<Target>*>> lists;  // of all languages, in turn
    for (Language& language : languages) {
        for (auto& [address, list] : language.members) lists.emplace_back(&address, &list.targets);
    }
    parallel_for(lists.size(), jobs, [&](std::size_t i, unsigned) {
        const auto& [address, targets] = lists[i];
        const std::size_t language = i / all_members.size();
        if (address->kind == PageKind::chronology)
            order_by_date(*this, language, *targets);
        else
            order_by_title(languages[language], *targets);
    });
    for (Language& language : languages) {
        language.practice_places.assign(bank.entities(Kind::practice).size(), nowhere);
        const auto all = language.members.find(list_of_practices);
        if (all == language.members.end()) continue;
        for (std::uint32_t place = 0; place < all->second.targets.size(); ++place)
            language.practice_places[all->second.targets[place].index] = place;
    }
    decades = decades_of(bank, languages.front().members.at({PageKind::chronology}).targets);  // dates are the same in all
}

auto Site::beside(std::size_t language, const Target& practice) const -> std::pair<const Target*, const Target*> {
    const std::uint32_t place = languages[language].practice_places[practice.index];
    if (place == nowhere) return {nullptr, nullptr};
    const auto& all = languages[language].members.at(list_of_practices).targets;
    return {place > 0 ? &all[place - 1] : nullptr, place + 1 < all.size() ? &all[place + 1] : nullptr};
}

}  // namespace praxis::pages
