// The one step that tables without chains have in common (linear probing: Knuth, TAOCP 6.4).
#pragma once

#include <cstddef>
#include <cstdint>

namespace praxis {

// The first place from the hash on that `fits`: one that is free, or holds what is looked for. `places` is a power of two,
// and one of them at least is free.
template <class Fits>
auto probe(std::size_t places, std::uint64_t hash, Fits&& fits) -> std::size_t {
    std::size_t at = hash & (places - 1);
    while (!fits(at)) at = (at + 1) & (places - 1);
    return at;
}

}  // namespace praxis
