// Damaged indexes and senseless queries for the reader of search/.
#pragma once

#include <map>
#include <string>

#include "fuzz/fuzzer.h"

namespace praxis::fuzz {

class SearchFuzz {
public:
    // Makes the index of the small bank of the golden cases, in memory.
    explicit SearchFuzz(const std::string& root);
    void ask(Fuzzer& fuzzer);

private:
    std::map<std::string, std::string, std::less<>> site_;
};

}  // namespace praxis::fuzz
