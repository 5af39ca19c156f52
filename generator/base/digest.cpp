#include "base/digest.h"

#include <fmt/compile.h>
#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>

namespace praxis {

auto digest_of(std::string_view bytes) -> Digest {
    const XXH128_hash_t h = XXH3_128bits(bytes.data(), bytes.size());
    return {h.high64, h.low64};
}

auto hash_of(std::string_view bytes) -> std::uint64_t {
    return XXH3_64bits(bytes.data(), bytes.size());
}

auto hash_of(std::string_view bytes, std::uint64_t seed) -> std::uint64_t {
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

auto to_hex(Digest digest) -> std::string {
    return fmt::format(FMT_COMPILE("{:016x}{:016x}"), digest.high, digest.low);
}

auto from_hex(std::string_view hex, Digest& digest) -> bool {
    if (hex.size() != 32) return false;
    const auto part = [&](std::size_t at, std::uint64_t& into) {
        const char* begin = hex.data() + at;
        const auto [end, error] = std::from_chars(begin, begin + 16, into, 16);
        return error == std::errc{} && end == begin + 16;
    };
    return part(0, digest.high) && part(16, digest.low);
}

auto short_hex(std::uint64_t hash) -> std::string {
    return fmt::format(FMT_COMPILE("{:016x}"), hash).substr(0, 8);
}

}  // namespace praxis
