// The files of words: the dictionary with its postings, the spelling lists, the positions.
// FORMAT.md says what they hold. Each returns the borders of its files, for the manifest.
#pragma once

#include <string>

#include "emit/emitter.h"
#include "emitters/search/inverted.h"

namespace praxis::emitters::search {

struct Target {
    emit::Sink& sink;
    std::string_view language;
    unsigned jobs;
    std::size_t records;
    std::size_t shard_bytes;  // about so many bytes a file, as far as words go
};

auto put_terms(const Target& target, const Inverted& index) -> std::string;

struct SpellingBorders {
    std::string by_start, by_end;
};
auto put_spelling(const Target& target, const Inverted& index) -> SpellingBorders;

void put_positions(const Target& target, const Inverted& index, const Documents& documents);

}  // namespace praxis::emitters::search
