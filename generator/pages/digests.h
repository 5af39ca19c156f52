// A digest of everything that pages may look at: things with what they hold, say in each language and
// are named by; kinds; lists; and what every page depends on. Two builds in which all that a page looked
// at has the same digests make the same page. Made by `digests_of`, of a prepared site.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/digest.h"
#include "bank/trace.h"
#include "pages/site.h"

namespace praxis::pages {

// Something to look at, by a name that is the same in all builds.
struct Looked {
    std::uint64_t name = 0;
    std::uint64_t digest = 0;
};

struct Digests {
    std::vector<Looked> all;
    Digest everywhere;  // what every page depends on, beside the files of words, settings and look
    // The number in `all` of what a trace has seen.
    auto number_of(bank::Seen seen) const -> std::uint32_t;

    std::vector<std::uint32_t> kind_begins;  // of the things of each kind in `all`
    std::uint32_t kinds_begin = 0, lists_begin = 0;
};

auto digests_of(const Site& site, unsigned jobs) -> Digests;

}  // namespace praxis::pages
