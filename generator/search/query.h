// A query against one index: its terms, what they mean, the scores, the best records.
// The constants and the order of operations are those of query.js: both give the same numbers.
#pragma once

#include <string>
#include <vector>

#include "search/index.h"

namespace praxis::search {

struct Term {
    std::string form;
    bool quoted = false;
};

// One word of a phrase, and how far it stands from the first.
struct Step {
    std::string form;
    std::int64_t offset = 0;
};

struct Plan {
    std::vector<Term> terms;
    std::vector<std::vector<Step>> phrases, excluded;
};
auto parse(Index& index, std::string_view query) -> Plan;

struct Correction {
    std::string from, to;
};

struct Answer {
    std::size_t total = 0;
    std::vector<FoundRecord> hits;
    std::vector<Correction> corrections;
};

// `insist`: nothing is corrected.
auto find(Index& index, std::string_view query, std::size_t limit, bool insist = false) -> Answer;

}  // namespace praxis::search
