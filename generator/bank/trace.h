// Which things a page looked at while it was composed: what has to be the same for the page to be the
// same. The bank's accessors note it for the thread that asks, when somebody listens.
#pragma once

#include <cstdint>
#include <vector>

#include "values/value.h"

namespace praxis::bank {

// A thing whole, all of a kind, or a list: told apart by the highest byte.
using Seen = std::uint32_t;
inline constexpr Seen whole_kind = 0x20, member_list = 0x40;
inline auto seen_thing(const values::Target& target) -> Seen {
    return static_cast<Seen>(target.kind) << 24U | target.index;
}
inline auto seen_kind(fields::Kind kind) -> Seen {
    return (whole_kind + static_cast<Seen>(kind)) << 24U;
}
inline auto seen_list(std::uint32_t number) -> Seen {
    return member_list << 24U | number;
}

// While one lives, what its thread looks at is noted, repeatedly and in no order.
class Trace {
public:
    Trace() : outer_(current) { current = this; }
    Trace(const Trace&) = delete;
    auto operator=(const Trace&) -> Trace& = delete;
    ~Trace() { current = outer_; }

    static void note(Seen seen) {
        if (current != nullptr && (current->seen_.empty() || current->seen_.back() != seen)) current->seen_.push_back(seen);
    }
    auto seen() const -> const std::vector<Seen>& { return seen_; }

private:
    static inline thread_local Trace* current = nullptr;
    Trace* outer_;
    std::vector<Seen> seen_;
};

}  // namespace praxis::bank
