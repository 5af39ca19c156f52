// The files of a ZIP archive, in its order: at most so many, each at most so large, none a link, a folder or
// locked, no name twice. Made by `read_archive`; libzip is used in its file alone.
#pragma once

#include "packages/package.h"

namespace praxis::packages {

// `most_bytes` says how large a file of a name may be; 0 refuses the name.
auto read_archive(std::string_view file, std::string_view bytes, std::uint64_t (*most_bytes)(std::string_view name))
    -> Outcome<std::vector<PackedFile>>;

}  // namespace praxis::packages
