// What the pages of the last build looked at, in `bank.pages` beside the cache of records. A page is kept
// as it stands in the output where everything that it looked at is the same as then.
//
// What cannot be told from this alone - a page or an anchor is gone to which kept pages may point - is
// reported as uncertain, and the build is done without it. A file that is damaged is as good as none.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "base/binary.h"
#include "base/digest.h"
#include "bank/trace.h"
#include "pages/digests.h"

namespace praxis::emit {

// A target of links in a page: path and anchor, and the path alone.
struct Pointed {
    std::uint64_t key = 0, path = 0;
    friend auto operator<=>(const Pointed&, const Pointed&) = default;
};

// What an anchor of a page is known by, or with no anchor the page.
inline auto key_of(std::uint64_t hash_of_path, std::string_view anchor) -> std::uint64_t {
    return hash_of(anchor, hash_of_path);
}

class PageCache {
public:
    // A page of the last build, as it stands in what was read.
    struct Known {
        std::string_view path, written;  // all that is written of it
        std::string_view looked;         // numbers in the digests of that build
        std::string_view anchors;        // as in `Made`
        Digest digest;
        std::uint64_t size = 0;
        bool is_same = false;      // all that it looked at
        std::string_view emitter;  // by which it was kept
        bool kept = false;         // set in place, by any thread
    };

    // `identity` stands for what every page depends on: program, words, settings, look.
    // Begins to read what the last build left, in the background.
    PageCache(std::string path, const Digest& identity);

    // Compares what was read. Called once, before any page is made.
    void compare(const pages::Digests& digests, unsigned jobs);
    // The page as it was made before, where all that it looked at is the same.
    auto find(std::string_view path) -> Known*;

    auto known() const -> const std::vector<Known>& { return known_; }  // in the order of their paths

    // Safe to call from many threads, for each page once. What is kept was found.
    static void keep(Known& page, std::string_view emitter);
    void made(const std::string& path, const Digest& digest, std::uint64_t size, const std::vector<bank::Seen>& seen,
              std::vector<std::uint64_t> anchors);

    // Whether everything that earlier pages pointed to is still there: called when all pages are made.
    auto still_holds(const std::vector<std::string_view>& paths) const -> bool;
    auto kept_anchor(std::string_view path, std::uint64_t anchor) const -> bool;
    // Goes on in the background until `finish`: the site is published meanwhile.
    void save(std::vector<Pointed> pointed);
    void finish();
    void drop();

private:
    struct Made {
        std::string path;
        Digest digest;
        std::uint64_t size = 0;
        std::vector<std::uint32_t> looked;   // numbers in the digests of this build
        std::vector<std::uint64_t> anchors;  // hashes of its path and each id, in order
    };
    void read();
    auto read_pages(BinaryReader& in) -> bool;
    void compare_numbers();
    auto place_of(std::string_view path) const -> std::uint32_t;  // among those known, or `nothing`
    auto before(std::string_view path) const -> const Known*;
    void write(BinaryWriter& out, std::vector<Pointed> pointed) const;
    void write_known(BinaryWriter& out, const Known& page) const;

    std::string path_, bytes_;
    Digest identity_;
    const pages::Digests* digests_ = nullptr;
    Digest everywhere_;                   // as it was then
    std::vector<pages::Looked> looked_;   // all there was to look at then
    std::vector<std::uint32_t> numbers_;  // for each, its number now, or `changed`
    bool same_numbers_ = false;           // of all that did not change
    std::vector<Known> known_;            // in the order of their paths
    std::vector<std::uint32_t> slots_;    // of those, by the hashes of their paths
    std::vector<Made> made_;
    std::vector<Pointed> pointed_;  // in order
    bool changed_ = true;
    std::mutex guard_;
    std::jthread reading_, saving_;  // they use what stands above
};

}  // namespace praxis::emit
