// The files of records: what is shown of them, the columns of their facets, their orders, their texts.
// FORMAT.md says what they hold. Each returns what the manifest says of its files.
#pragma once

#include <string>
#include <vector>

#include "emitters/search/dictionary.h"

namespace praxis::emitters::search {

// The records of one kind: they follow each other.
struct KindRange {
    std::string name, label, path;  // path: what the addresses of its records begin with
    std::size_t first = 0, count = 0;
};
auto kind_ranges(const emit::Snapshot& snapshot, const Documents& documents, std::size_t language) -> std::vector<KindRange>;

// The number of each block's first record, as steps.
auto put_blocks(const Target& target, const Documents& documents, const std::vector<KindRange>& kinds) -> std::string;

struct FacetColumn {
    std::string name, label;
    std::size_t values = 0;
};
auto put_facets(const Target& target, const emit::Snapshot& snapshot, const Documents& documents, std::size_t language)
    -> std::vector<FacetColumn>;

// The orders a reader may ask for instead of relevance; returns their names.
auto put_orders(const Target& target, const emit::Snapshot& snapshot, const Documents& documents, std::size_t language)
    -> std::vector<std::string>;

void put_passages(const Target& target, const Documents& documents);

}  // namespace praxis::emitters::search
