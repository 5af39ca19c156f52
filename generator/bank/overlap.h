// Whether two periods surely meet: what is not known of one keeps nobody apart, and a day or a year that
// ends one and begins the other is a hand-over.
#pragma once

#include "fields/date.h"

namespace praxis::bank {

inline auto is_before(const fields::Date* until, const fields::Date* from) -> bool {
    const auto end = until == nullptr ? std::nullopt : fields::earliest(*until);
    const auto start = from == nullptr ? std::nullopt : fields::latest(*from);
    return end && start && *end <= *start;
}

inline auto overlap(const fields::Date* from_a, const fields::Date* until_a, const fields::Date* from_b, const fields::Date* until_b)
    -> bool {
    return !is_before(until_a, from_b) && !is_before(until_b, from_a);
}

}  // namespace praxis::bank
