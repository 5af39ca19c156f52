// The manifest and the journal: what we wrote, and what is about to be done. Plain text, one line a
// file, so that a person can read them. Only for the files of this folder.
#pragma once

#include "publish/publish.h"

namespace praxis::publish {

auto write_manifest(const std::vector<std::pair<std::string_view, const Known*>>& in_order) -> std::string;
auto read_manifest(std::string_view text) -> std::optional<Manifest>;

struct Journal {
    std::vector<std::string> place, remove;
};
auto write_journal(const Journal& journal) -> std::string;
// Nothing unless it was written to its end.
auto read_journal(std::string_view text) -> std::optional<Journal>;

// Small steps on the disk, in the words of the system when they fail.
auto write_file(const std::string& path, std::string_view bytes, bool flush) -> Expected<std::int64_t, SystemError>;
auto read_file(const std::string& path) -> std::optional<std::string>;
auto move_file(const std::string& from, const std::string& to) -> Expected<void, SystemError>;
auto remove_tree(const std::string& path) -> Expected<void, SystemError>;
auto make_folders(const std::string& path) -> Expected<void, SystemError>;
auto last_error(std::string path) -> SystemError;

}  // namespace praxis::publish
