// Digests of bytes (XXH3, https://github.com/Cyan4973/xxHash): equal bytes have equal digests, on
// every machine. They tell content apart; they do not protect against forgery.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace praxis {

struct Digest {
    std::uint64_t high = 0, low = 0;
    friend auto operator<=>(const Digest&, const Digest&) = default;
};

auto digest_of(std::string_view bytes) -> Digest;       // XXH3, 128 bits
auto hash_of(std::string_view bytes) -> std::uint64_t;  // XXH3, 64 bits
auto hash_of(std::string_view bytes, std::uint64_t seed) -> std::uint64_t;
auto to_hex(Digest digest) -> std::string;                    // 32 digits
auto from_hex(std::string_view hex, Digest& digest) -> bool;  // false unless 32 digits
auto short_hex(std::uint64_t hash) -> std::string;            // the first 8 digits

}  // namespace praxis
