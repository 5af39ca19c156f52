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

// Of every file of a site, in its manifest.
auto to_hex(Digest digest) -> std::string {
    std::string digits(32, '0');
    for (std::size_t i = 0; i < 16; ++i) {
        digits[15 - i] = "0123456789abcdef"[(digest.high >> (4 * i)) & 0xFU];
        digits[31 - i] = "0123456789abcdef"[(digest.low >> (4 * i)) & 0xFU];
    }
    return digits;
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
