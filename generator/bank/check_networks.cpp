// Networks and clusters: memberships name something, and the network's own rules are counted over
// overlapping terms. Unknown is not zero: where nothing is known, nothing is said.
#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include "bank/builder.h"
#include "bank/codes.h"
#include "bank/overlap.h"

namespace praxis::bank {
namespace {

// Terms that are looked at: no cluster has as many, and the check takes time with each.
constexpr std::ptrdiff_t most_terms = 200;

// A city in a cluster; `from` and `until` are open where they are not known.
struct Seat {
    Target cluster, network;
    const Value* value;
    fields::Day from{}, until{9999, 12, 31};
};

// The network that a cluster belongs to.
auto network_of(const Bank& bank, const Target& cluster) -> std::optional<Target> {
    const Value* network = bank[cluster].facts.find("network");
    return network == nullptr || network->target() == nullptr ? std::nullopt : std::optional(*network->target());
}

auto rule(const Bank& bank, const Target& network, std::string_view key) -> const double* {
    const Value* rules = bank[network].facts.find("rules");
    return rules == nullptr ? nullptr : rules->number_of(key);
}

auto seats_of(const Bank& bank, const Entity& city, std::string_view role) -> std::vector<Seat> {
    std::vector<Seat> seats;
    for (const Value& m : city.facts.items_of("memberships")) {
        const Value* cluster = m.find("cluster");
        const std::string_view own = m.text_of("role").empty() ? std::string_view("member") : m.text_of("role");
        if (cluster == nullptr || cluster->target() == nullptr || (!role.empty() && own != role)) continue;
        const auto network = network_of(bank, *cluster->target());
        if (!network) continue;
        const fields::Date* from = m.date_of("from");
        const fields::Date* until = m.date_of("until");
        Seat seat{*cluster->target(), *network, cluster};
        seat.from = from == nullptr ? seat.from : fields::latest(*from).value_or(seat.from);
        seat.until = until == nullptr ? seat.until : fields::earliest(*until).value_or(seat.until);
        seats.push_back(seat);
    }
    std::ranges::stable_sort(seats, {}, &Seat::from);
    return seats;
}

// The clusters of one network held at one time, counted when each seat begins; a seat that ends on
// that day is handed over.
struct Together {
    std::multimap<fields::Day, Target> ends;
    std::map<Target, int> clusters;
    std::size_t most = 0;
    const Seat* first_over = nullptr;

    void add(const Seat& seat, double limit) {
        while (!ends.empty() && ends.begin()->first <= seat.from) {
            const auto held = clusters.find(ends.begin()->second);
            if (--held->second == 0) clusters.erase(held);
            ends.erase(ends.begin());
        }
        ends.emplace(seat.until, seat.cluster);
        ++clusters[seat.cluster];
        most = std::max(most, clusters.size());
        if (first_over == nullptr && static_cast<double>(clusters.size()) > limit) first_over = &seat;
    }
};

void check_limit(const Bank& bank, const Entity& city, std::string_view role, std::string_view key, const Code& code, Diagnostics& found) {
    const auto seats = seats_of(bank, city, role);
    std::map<Target, Together> networks;
    for (const Seat& seat : seats) {
        if (const double* limit = rule(bank, seat.network, key)) networks[seat.network].add(seat, *limit);
    }
    for (const auto& [network, together] : networks) {
        if (together.first_over == nullptr) continue;
        found.push_back(diagnose(code, together.first_over->value->span(city.file),
                                 {city.id, std::to_string(together.most), whole(*rule(bank, network, key)), bank[network].id}));
    }
}

// Whether a term is longer than the network's rules allow.
void check_length(const Bank& bank, const Target& network, const Entity& cluster, const Value& term, Diagnostics& found) {
    const double* years = rule(bank, network, "term_years");
    const fields::Date* from = term.date_of("from");
    const fields::Date* until = term.date_of("until");
    if (years == nullptr || from == nullptr || until == nullptr || !fields::earliest(*from) || !fields::latest(*until)) return;
    const int length = fields::latest(*until)->year - fields::earliest(*from)->year;
    if (length > *years)
        found.push_back(
            diagnose(codes::term_too_long, term.find("until")->span(cluster.file), {std::to_string(length), whole(*years), cluster.id}));
}

void check_cluster(const Bank& bank, const Target& target, Diagnostics& found) {
    const Entity& cluster = bank[target];
    const auto network = network_of(bank, target);
    if (!network) return;
    auto coordinators = bank.memberships_in(target);
    // Who coordinated at some time, nobody knows when, is neither in a term nor out of it.
    std::erase_if(coordinators, [](const Membership& m) { return m.role != "coordinator" || (m.from == nullptr && m.until == nullptr); });
    const double* wanted = rule(bank, *network, "coordinators");
    for (const Value& term : cluster.facts.items_of("terms") | std::views::take(most_terms)) {
        check_length(bank, *network, cluster, term, found);
        const Value* from = term.find("from");
        if (wanted == nullptr || from == nullptr) continue;
        std::set<Target> at_once;
        for (const Membership& m : coordinators) {
            if (overlap(term.date_of("from"), term.date_of("until"), m.from, m.until)) at_once.insert(m.who);
        }
        if (at_once.empty() || static_cast<double>(at_once.size()) == *wanted) continue;
        found.push_back(diagnose(codes::wrong_coordinator_count, from->span(cluster.file),
                                 {std::to_string(at_once.size()), whole(*wanted), cluster.id, from->text}));
    }
}

void check_votes(const Entity& cluster, Diagnostics& found) {
    const double* total = cluster.facts.number_of("vote");
    const Value* parts = cluster.facts.find("vote_parts");
    if (total == nullptr || parts == nullptr) return;
    double sum = 0;
    for (const Value& part : parts->items) sum += part.number();
    if (sum != *total)
        found.push_back(diagnose(codes::votes_do_not_add_up, cluster.facts.find("vote")->span(cluster.file), {whole(*total), whole(sum)}));
}

void check_named(const Entity& entity, Diagnostics& found) {
    for (const Value& m : entity.facts.items_of("memberships")) {
        if (m.was_written("network") || m.was_written("cluster")) continue;
        Span span = m.span(entity.file);
        span.sureness = Span::Sureness::line;
        found.push_back(diagnose(codes::membership_of_nothing, span));
    }
}

}  // namespace

void check_networks(const Bank& bank, Diagnostics& found) {
    for (const Kind kind : {Kind::city, Kind::organisation}) {
        for (const Entity& entity : bank.entities(kind)) {
            if (entity.broken) continue;
            check_named(entity, found);
            check_limit(bank, entity, "coordinator", "coordinates_max", codes::coordinates_too_many, found);
            check_limit(bank, entity, {}, "member_of_max", codes::member_of_too_many, found);
        }
    }
    const auto clusters = bank.entities(Kind::cluster);
    for (std::uint32_t i = 0; i < clusters.size(); ++i) {
        if (clusters[i].broken) continue;
        check_cluster(bank, {Kind::cluster, i, 0}, found);
        check_votes(clusters[i], found);
    }
}

}  // namespace praxis::bank
