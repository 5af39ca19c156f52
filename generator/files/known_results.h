// What long work came to in the last build, by a digest of all that it was done from: the same need not be done again.
// Kept in one sealed file; what a build did not ask for is forgotten with it. Not safe to share between threads.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/digest.h"

namespace praxis::files {

class KnownResults {
public:
    // With an empty path nothing is known, and nothing kept. `identity` stands for all that no digest names: the program.
    KnownResults(std::string path, const Digest& identity);

    // What was kept for the digest; nothing (null) where it is not known.
    auto find(const Digest& of) -> const std::string*;
    void keep(const Digest& of, std::string result);
    void save() const;

private:
    std::string path_;
    Digest identity_;
    std::map<Digest, std::string> then_, now_;
    bool changed_ = false;
};

}  // namespace praxis::files
