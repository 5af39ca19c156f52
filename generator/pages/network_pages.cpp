// Networks, clusters and events.
#include <algorithm>
#include <map>

#include "pages/composer.h"

namespace praxis::pages {

// Members on the day of the release, and those who left.
void Composer::network_members(const Target& target) {
    std::vector<Target> now, before;
    for (const bank::Membership& m : site_.bank.memberships_in(target)) {
        if (m.where != target) continue;
        const auto end = m.until == nullptr ? std::nullopt : fields::latest(*m.until);
        if (holds_on(m, released()))
            now.push_back(m.who);
        else if (end && *end < released())
            before.push_back(m.who);
    }
    const auto unique = [&](std::vector<Target> targets) {
        std::ranges::sort(targets);
        targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
        return by_title(std::move(targets));
    };
    const auto members = unique(std::move(now));
    std::erase_if(before, [&](const Target& who) { return std::ranges::find(members, who) != members.end(); });
    if (!members.empty()) {
        View shown = block("members", word("members_known"));
        shown.text("count", counted("count_members", members.size()));
        for (const Target& who : members)
            put_link(shown.item("links"), entry(who, who.kind == Kind::city ? country_of(who) : std::string()));
    }
    link_block("former", word("members_before"), entries(unique(std::move(before))));
}

// Cities that take part in a cluster of the network, and are not told to be its members.
void Composer::cities_in_clusters(const Target& network) {
    std::map<Target, std::vector<std::string>> found;
    for (const Target& cluster : by_title(listed(site_.bank.sources_of(network, Kind::cluster, "network")))) {
        for (const bank::Membership& m : site_.bank.memberships_in(cluster)) {
            auto& clusters = found[m.who];
            if (clusters.empty() || clusters.back() != title(cluster).text) clusters.push_back(title(cluster).text);
        }
    }
    for (const bank::Membership& m : site_.bank.memberships_in(network)) found.erase(m.who);
    std::vector<Target> cities;
    for (const auto& [who, clusters] : found) cities.push_back(who);
    std::vector<Entry> links;
    for (const Target& who : by_title(std::move(cities))) links.push_back(entry(who, joined(found.at(who))));
    link_block("in-clusters", word("cities_in_clusters"), links);
}

void Composer::network() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value& facts = entity.facts;
    shell(title(target), term("network_kind", facts.text_of("kind")), words_of(facts.find("description")).text);
    description(entity);
    put(root_, "subtitle", words_of(facts.find("acronym")));
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::networks)}, word("list_networks"));
    if (const auto parent = target_in(facts, "parent")) fact(root_, "parent", {entry(*parent)});
    if (const fields::Date* founded = facts.date_of("founded")) fact(root_, "founded", date(*founded));
    if (!facts.text_of("url").empty())
        fact(root_, "website", {Entry{{std::string(facts.text_of("url")), {}, true}, std::string(facts.text_of("url")), {}}});
    if (!site_.members(page_.address).empty()) practices(word("list_practices"));
    if (page_.number > 1) return;
    network_members(target);
    cities_in_clusters(target);
    tenures(target);
    sizes(entity);
    mentorships({target});
    card_block("clusters", word("list_clusters"), by_title(listed(site_.bank.sources_of(target, Kind::cluster, "network"))));
    card_block("networks", word("networks_below"), by_title(listed(site_.bank.sources_of(target, Kind::network, "parent"))));
    card_block("awards", word("list_awards"), by_title(listed(site_.bank.sources_of(target, Kind::award, "organiser"))));
    std::vector<Moment> moments;
    for (const Target& event : listed(site_.bank.sources_of(target, Kind::event, "networks"))) {
        const fields::Date* start = site_.bank[event].facts.date_of("start");
        moments.push_back({start == nullptr ? fields::Date{} : *start, "event", title(event), href(event), place_of(event)});
    }
    if (!moments.empty()) {
        View events = block("events", word("list_events"));
        timeline(events, std::move(moments));
    }
    card_block("bulletins", word("list_bulletins"), by_date(listed(site_.bank.sources_of(target, Kind::bulletin, "network")), "date"));
    link_block("declarations", word("list_declarations"),
               entries(by_title(listed(site_.bank.sources_of(target, Kind::declaration, "adopted_by")))));
    contents();
}

void Composer::cluster() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value& facts = entity.facts;
    shell(title(target), term("cluster_kind", facts.text_of("kind")), words_of(facts.find("description")).text);
    description(entity);
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::clusters)}, word("list_clusters"));
    const auto network = target_in(facts, "network");
    if (network) fact(root_, "network", {entry(*network)});
    frames_facts(facts);
    fact(root_, "themes", entries(targets_in(facts, "themes")));
    if (const double* vote = facts.number_of("vote")) fact(root_, "vote", counted("count_votes", static_cast<std::size_t>(*vote)));
    const Value* network_facts = network ? &site_.bank[*network].facts : nullptr;
    for (const Value& survey : network_facts == nullptr ? std::vector<Value>() : network_facts->items_of("surveys")) {
        if (survey.text_of("id") != facts.text_of("survey")) continue;
        std::vector<std::string> parts;
        for (const std::string key : {"respondents", "countries", "votes"}) {
            if (const double* n = survey.number_of(key)) parts.push_back(counted("count_" + key, static_cast<std::size_t>(*n)));
        }
        fact(root_, "survey", {Entry{here(std::string(survey.text_of("year"))), {}, joined(parts)}});
    }
    cluster_votes(facts);
    cluster_terms(target, network_facts == nullptr ? nullptr : network_facts->find("rules"));
    network_members(target);
    tenures(target);
    if (network_facts != nullptr) cluster_rules(*network_facts);
    contents();
}

void Composer::event() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value& facts = entity.facts;
    const Phrase motto = words_of(facts.find("motto"));
    shell(title(target), term("event_kind", facts.text_of("kind")), motto.text);
    description(entity);
    put(root_, "subtitle", motto);
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::events)}, word("list_events"));
    fact(root_, "when",
         period(facts.date_of("start"), facts.date_of("end")).empty()
             ? word("date_unknown")
             : (facts.date_of("end") == nullptr && facts.date_of("start") != nullptr
                    ? date(*facts.date_of("start"))
                    : period(facts.date_of("start"), facts.date_of("end"))));
    if (const auto city = target_in(facts, "city")) fact(root_, "city", {entry(*city)});
    fact(root_, "networks", entries(targets_in(facts, "networks")));
    if (const double* ordinal = facts.number_of("ordinal"))
        fact(root_, "ordinal",
             word("ordinal", {{"number", number(*ordinal), *ordinal}, {"roman", language::roman(static_cast<int>(*ordinal))}}));
    if (!facts.text_of("mode").empty()) fact(root_, "mode", term("event_mode", facts.text_of("mode")));
    if (const Value* attendance = facts.find("attendance")) {
        std::vector<std::string> parts;
        for (const std::string_view key : {"people", "cities", "countries", "continents"}) {
            if (const double* n = attendance->number_of(key))
                parts.push_back(counted("count_" + std::string(key), static_cast<std::size_t>(*n)));
        }
        fact(root_, "attendance", joined(parts));
    }
    if (const auto later = target_in(facts, "postponed_to")) fact(root_, "postponed_to", {entry(*later)});
    if (!facts.text_of("url").empty())
        fact(root_, "website", {Entry{{std::string(facts.text_of("url")), {}, true}, std::string(facts.text_of("url")), {}}});
    card_block("declarations", word("list_declarations"), by_title(listed(site_.bank.sources_of(target, Kind::declaration, "event"))));
    std::vector<Entry> editions;
    for (const bank::Link& link : site_.bank.links_to(target)) {
        if (link.from.kind != Kind::award || link.field->key != "event") continue;
        const auto& all = site_.bank[link.from].facts.items_of("editions");
        for (std::uint32_t n = 1; n <= all.size(); ++n) {
            const auto own = target_in(all[n - 1], "event");
            if (own && *own == target) editions.push_back(entry({Kind::award, link.from.index, n}));
        }
        break;
    }
    link_block("awards", word("awards_given"), editions);
}

}  // namespace praxis::pages
