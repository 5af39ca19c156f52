// A package that was sent in: one record, its pictures and what the sender declares, in one ZIP archive.
// Whoever holds one holds names without paths, texts without hidden characters, pictures that begin as
// pictures do, and a record in the state *submitted*; nothing is said of what the record says.
// Made by `read_package`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fields/field.h"
#include "report/diagnostic.h"

namespace praxis::packages {

struct PackedFile {
    std::string name;  // `es.md`, `record.yaml`, `plaza.jpg`
    std::string bytes;
};

struct Package {
    fields::Kind kind = fields::Kind::practice;
    std::string id, language, title, date;
    std::string sender, office, email;  // never published
    std::string message;
    std::vector<std::string> declares, awards;
    PackedFile record;
    std::vector<PackedFile> pictures;
};

inline constexpr std::uint64_t most_package_bytes = 64 * 1024 * 1024;

// The archive is input of a stranger: what is not as a form makes it is refused whole.
auto read_package(std::string_view file, std::string_view bytes) -> Outcome<std::optional<Package>>;

}  // namespace praxis::packages
