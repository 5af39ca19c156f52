// Networks and clusters: memberships name something, and the network's own rules are counted over
// overlapping terms. Unknown is not zero: where nothing is known, nothing is said.
#include <algorithm>
#include <map>
#include <set>

#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

struct Seat {
    Target cluster, network;
    const Value* value;
    const fields::Date* from;
    const fields::Date* until;
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

auto overlap(const fields::Date* from_a, const fields::Date* until_a, const fields::Date* from_b, const fields::Date* until_b) -> bool {
    const auto before = [](const fields::Date* until, const fields::Date* from) {
        const auto end = until == nullptr ? std::nullopt : fields::latest(*until);
        const auto start = from == nullptr ? std::nullopt : fields::earliest(*from);
        return end && start && *end <= *start;
    };
    return !before(until_a, from_b) && !before(until_b, from_a);
}

auto seats_of(const Bank& bank, const Entity& city, std::string_view role) -> std::vector<Seat> {
    std::vector<Seat> seats;
    for (const Value& m : city.facts.items_of("memberships")) {
        const Value* cluster = m.find("cluster");
        const std::string_view own = m.text_of("role").empty() ? std::string_view("member") : m.text_of("role");
        if (cluster == nullptr || cluster->target() == nullptr || (!role.empty() && own != role)) continue;
        if (const auto network = network_of(bank, *cluster->target())) seats.push_back({*cluster->target(), *network, cluster, m.date_of("from"), m.date_of("until")});
    }
    return seats;
}

// The most clusters of one network held at one time, judged at the start of each seat.
void check_limit(const Bank& bank, const Entity& city, std::string_view role, std::string_view key, const Code& code, Diagnostics& found) {
    const auto seats = seats_of(bank, city, role);
    for (const Seat& seat : seats) {
        const double* limit = rule(bank, seat.network, key);
        if (limit == nullptr) continue;
        std::set<Target> at_once;
        for (const Seat& other : seats) {
            if (other.network == seat.network && overlap(seat.from, seat.until, other.from, other.until)) at_once.insert(other.cluster);
        }
        if (static_cast<double>(at_once.size()) <= *limit) continue;
        found.push_back(diagnose(code, seat.value->span(city.file), {city.id, std::to_string(at_once.size()), std::to_string(static_cast<int>(*limit)), bank[seat.network].id}));
        return;
    }
}

void check_cluster(const Bank& bank, const Target& target, Diagnostics& found) {
    const Entity& cluster = bank[target];
    const auto network = network_of(bank, target);
    if (!network) return;
    for (const Value& term : cluster.facts.items_of("terms")) {
        const fields::Date* from = term.date_of("from");
        const fields::Date* until = term.date_of("until");
        std::set<Target> coordinators;
        for (const Membership& m : bank.memberships_in(target)) {
            if (m.role == "coordinator" && overlap(from, until, m.from, m.until)) coordinators.insert(m.who);
        }
        const double* wanted = rule(bank, *network, "coordinators");
        const Value* at = term.find("from");
        if (wanted != nullptr && at != nullptr && !coordinators.empty() && static_cast<double>(coordinators.size()) != *wanted) {
            found.push_back(diagnose(codes::wrong_coordinator_count, at->span(cluster.file), {std::to_string(coordinators.size()), std::to_string(static_cast<int>(*wanted)), cluster.id, fields::to_string(fields::earliest(*from).value_or(fields::Day{}))}));
        }
        const double* years = rule(bank, *network, "term_years");
        if (years == nullptr || from == nullptr || until == nullptr || !fields::earliest(*from) || !fields::latest(*until)) continue;
        const int length = fields::latest(*until)->year - fields::earliest(*from)->year;
        if (length > static_cast<int>(*years)) found.push_back(diagnose(codes::term_too_long, at->span(cluster.file), {std::to_string(length), std::to_string(static_cast<int>(*years)), cluster.id}));
    }
}

void check_votes(const Entity& cluster, Diagnostics& found) {
    const double* total = cluster.facts.number_of("vote");
    const Value* parts = cluster.facts.find("vote_parts");
    if (total == nullptr || parts == nullptr) return;
    double sum = 0;
    for (const Value& part : parts->items) sum += part.number();
    if (sum != *total) found.push_back(diagnose(codes::votes_do_not_add_up, cluster.facts.find("vote")->span(cluster.file), {std::to_string(static_cast<int>(*total)), std::to_string(static_cast<int>(sum))}));
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
