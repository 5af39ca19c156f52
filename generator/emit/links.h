// The links and anchors of emitted pages, noted page by page and checked when all are there.
// It keeps hashes and one example of each, so that a site of any size fits.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "emit/page_cache.h"
#include "report/diagnostic.h"

namespace praxis::emit {

class LinkTable {
public:
    // Safe to call from many threads. Returns what the page's anchors are known by (`key_of`), in order.
    auto note(std::string_view page, std::string_view html) -> std::vector<std::uint64_t>;
    // What points to no path of `paths` (sorted), or to no anchor of its page, noted or kept.
    auto check(const std::vector<std::string_view>& paths, const PageCache* kept = nullptr) const -> Diagnostics;
    auto pointed() const -> std::vector<Pointed>;  // by the pages that were noted

private:
    struct Seen {
        std::string page, target, anchor;
    };
    void keep_first(std::vector<std::pair<std::uint64_t, std::string_view>>& addresses, std::string_view page);
    std::mutex guard_;
    std::unordered_map<std::uint64_t, Seen> links_;  // by target and anchor
    std::vector<std::uint64_t> anchors_;             // hashes of path and id
    static constexpr std::uint32_t no_page = ~0U;
    struct First {
        std::uint64_t address = 0;  // hash of folder and address
        std::uint32_t page = no_page;
    };
    auto place_of(std::uint64_t address) -> First&;
    void make_room(std::size_t more);
    std::vector<First> first_;  // by `probe`; a power of two
    std::vector<std::string> first_pages_;
    std::size_t known_ = 0;
};

// The site path that an address means on a page, its anchor split off; empty for other hosts.
struct Resolved {
    std::string path, anchor;
};
auto resolve(std::string_view page, std::string_view address) -> Resolved;

}  // namespace praxis::emit
