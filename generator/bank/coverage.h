// What each language has of the bank and what it lacks, thing by thing. It guarantees one answer for
// `praxis status`, the letters to translators and the "help wanted" page. Made by `standings` from a
// bank; a value, without clock or wording.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bank/bank.h"

namespace praxis::bank {

// One record or entity in one language.
struct Standing {
    enum class State : std::uint8_t { complete, stale, partial, missing } state = State::complete;
    Target target;
    bool original = false;
    bool machine = false;              // made by a machine and read by nobody
    bool confirmed = true;             // false: nobody has ever compared the translation with its original
    std::vector<std::string> stale;    // sections and words whose original is newer: `results`, `title`
    std::vector<std::string> lacking;  // sections and words of the original that are not there at all
};

auto standing_of(const Bank& bank, const Target& target, std::string_view language) -> Standing;
// Everything that is published, kind by kind, by id.
auto standings(const Bank& bank, std::string_view language) -> std::vector<Standing>;

struct Tally {
    std::size_t complete = 0, stale = 0, partial = 0, missing = 0;
    std::size_t machine = 0;  // of those above

    void add(const Standing& standing);
    auto total() const -> std::size_t { return complete + stale + partial + missing; }
    auto is_whole() const -> bool { return complete == total() && machine == 0; }
};

// A language's standings, counted.
struct Coverage {
    std::string language;
    std::vector<Standing> standings;
    Tally all;
    std::map<Kind, Tally> kinds;
    std::map<Target, Tally> themes, cities;  // of the records that name them

    auto of(const Target& target) const -> const Standing&;  // one that is among `standings`
};
auto coverage_of(const Bank& bank, std::string_view language) -> Coverage;

auto state_name(Standing::State state) -> std::string_view;  // `complete`, as in JSON and in terms

}  // namespace praxis::bank
