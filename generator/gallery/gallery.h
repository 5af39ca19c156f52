// The pictures of the records that are on the site, and the copies of them that pages show. Made by `hang`,
// before any page is; immutable, safe to read from any thread.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "bank/bank.h"
#include "gallery/copies.h"
#include "gallery/shelf.h"
#include "input/input_set.h"

namespace praxis::gallery {

class Gallery {
public:
    // The copies of a picture; nothing where it goes on the site as it is: a drawing, or what cannot be read.
    auto find(FileId picture) const -> const Copies*;
    // The file name of a copy: the picture's, some digits that change with it, the width.
    auto name_of(FileId picture, const Copy& copy) const -> std::string;
    // Made anew where they are no longer as they were. Empty where that fails.
    auto bytes(FileId picture, std::size_t number) const -> std::string;

    struct Hung {
        Digest digest;
        Copies copies;
    };
    auto all() const -> const std::map<FileId, Hung>& { return hung_; }

private:
    friend class Hanging;
    const input::InputSet* inputs_ = nullptr;
    std::map<FileId, Hung> hung_;
    std::shared_ptr<Shelf> shelf_;
};

struct Hangable {
    const input::InputSet& inputs;
    const bank::Bank& bank;
    const std::vector<Digest>& digests;  // of the inputs; may be empty
    std::string cache;                   // the cache's folder; empty: none
    unsigned jobs = 1;
};
auto hang(const Hangable& from) -> Outcome<Gallery>;

}  // namespace praxis::gallery
