// The description by which browsers offer the site's search.
#pragma once

#include "emit/emitter.h"

namespace praxis::emitters::search {

void put_opensearch(const emit::Snapshot& snapshot, emit::Sink& sink, std::size_t language);

}  // namespace praxis::emitters::search
