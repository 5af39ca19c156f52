// Where copies lie from when they are made until they are published: in the cache's folder, where the next build
// finds them, or else in a scratch file. A picture is known by the digest of its bytes. What is damaged, or of
// another recipe, is as good as none. What no picture of this build asked for is removed.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "files/scratch.h"
#include "gallery/copies.h"

namespace praxis::gallery {

class Shelf {
public:
    // `cache`: the cache's folder; empty: none.
    explicit Shelf(const std::string& cache);

    // All but `save` may be called from many threads.
    auto find(const Digest& picture) -> std::optional<Copies>;
    void put(const Digest& picture, const Made& made);
    // A copy's bytes; empty where they are not there as they were made.
    auto read(const Digest& picture, std::size_t number) const -> std::string;
    void save();

private:
    struct Known {
        Copies copies;
        std::vector<files::Scratch::Slice> slices;  // where there is no cache
    };
    auto path_of(const Digest& picture) const -> std::string;
    void read_index();
    std::string index_, folder_;
    std::map<Digest, Known> known_;
    std::set<Digest> asked_;
    std::optional<files::Scratch> scratch_;
    bool changed_ = false;
    mutable std::mutex guard_;
};

}  // namespace praxis::gallery
