// The words of bodies, kept from one build to the next: `bank.words-<language>` in the cache's folder. A
// body is known by the hash of its bytes; its words are numbers into one vocabulary. It guarantees the
// words that reading the body gives; what is damaged, or of another program, is as good as none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "emit/snapshot.h"
#include "emitters/search/documents.h"

namespace praxis::emitters::search {

class Remembered {
public:
    // Remembers nothing where there is no cache.
    Remembered(const emit::CacheFolder* cache, std::string_view language);

    // Safe to call from many threads.
    auto find(std::uint64_t hash) const -> const BodyWords*;
    // The form of each number; empty where none of the bodies that were found holds it. Called when all
    // have been asked for.
    auto vocabulary() -> std::vector<std::string>;
    // For the next build: the bodies that were found, and those of the documents that were read.
    void save(const Documents& documents);

private:
    struct Known {
        BodyWords words;
        mutable bool is_found = false;
    };
    struct Form {
        std::string text;
        std::uint32_t bodies = 0;  // that hold it
    };
    void read();
    auto new_ones(const Documents& documents) const -> std::vector<const Document*>;
    void count(const BodyWords& body, int step);
    auto number_of(const std::string& form) -> std::uint32_t;
    auto renumbered(std::string_view stream, const std::vector<std::string>& vocabulary) -> std::string;

    std::string path_, bytes_;  // streams point into the bytes of the file
    Digest identity_;
    std::unordered_map<std::uint64_t, Known> known_;
    std::vector<Form> forms_;
    std::unordered_map<std::string, std::uint32_t> numbers_;  // made when the first body is added
    std::vector<std::uint32_t> counted_in_;                   // the last body in which a form was counted
    std::uint32_t bodies_counted_ = 0;
};

}  // namespace praxis::emitters::search
