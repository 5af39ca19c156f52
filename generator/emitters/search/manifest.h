// m.js, the file that every search begins with: what there is, and the tables that reading needs.
#pragma once

#include "emitters/search/records.h"

namespace praxis::emitters::search {

struct Contents {
    std::string terms, blocks;
    SpellingBorders spelling;
    std::vector<KindRange> kinds;
    std::vector<FacetColumn> facets;
    std::vector<std::string> orders;
    bool passages = false;
};
void put_manifest(const Target& target, const Contents& contents, const Documents& documents, praxis::search::Analysis& analysis);

}  // namespace praxis::emitters::search
