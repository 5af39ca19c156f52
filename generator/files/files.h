// The reading side of the disk, behind one small interface with a twin in memory for tests.
// It guarantees paths relative to its root with `/`, no links followed, and listings in byte order.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"

namespace praxis::files {

struct SystemError {
    std::string path;
    std::string reason;  // the system's own words
};

enum class EntryKind : std::uint8_t { file, directory, link, other };

struct Entry {
    std::string path;
    EntryKind kind = EntryKind::file;
};

class Files {
public:
    Files() = default;
    Files(const Files&) = delete;
    auto operator=(const Files&) -> Files& = delete;
    virtual ~Files() = default;

    // Everything below `folder`, directories too, in byte order of the paths; empty if it is not there.
    virtual auto list(std::string_view folder) const -> Expected<std::vector<Entry>, SystemError> = 0;
    // The first `limit` bytes of a file (all of it when it is shorter).
    virtual auto read(std::string_view path, std::uint64_t limit) const -> Expected<std::string, SystemError> = 0;
    virtual auto exists(std::string_view path) const -> bool = 0;
    // In bytes; 0 where there is no such file.
    virtual auto size(std::string_view path) const -> std::uint64_t = 0;
};

class DiskFiles final : public Files {
public:
    explicit DiskFiles(std::string root, unsigned jobs = 1);  // threads for listing
    auto list(std::string_view folder) const -> Expected<std::vector<Entry>, SystemError> override;
    auto read(std::string_view path, std::uint64_t limit) const -> Expected<std::string, SystemError> override;
    auto exists(std::string_view path) const -> bool override;
    auto size(std::string_view path) const -> std::uint64_t override;
    auto root() const -> const std::string& { return root_; }

private:
    std::string root_;
    unsigned jobs_;
};

class MemoryFiles final : public Files {
public:
    std::map<std::string, std::string, std::less<>> contents;
    std::map<std::string, EntryKind, std::less<>> others;  // links and the like, by path
    std::set<std::string, std::less<>> unreadable;         // listed, but reading them fails
    auto list(std::string_view folder) const -> Expected<std::vector<Entry>, SystemError> override;
    auto read(std::string_view path, std::uint64_t limit) const -> Expected<std::string, SystemError> override;
    auto exists(std::string_view path) const -> bool override;
    auto size(std::string_view path) const -> std::uint64_t override;
};

// The bank's own folders over the installed ones: below the shared folders, a file that the first
// lacks is taken from the second.
class LayeredFiles final : public Files {
public:
    LayeredFiles(const Files& upper, const Files& lower, std::vector<std::string> shared)
        : upper_(upper), lower_(lower), shared_(std::move(shared)) {}
    auto list(std::string_view folder) const -> Expected<std::vector<Entry>, SystemError> override;
    auto read(std::string_view path, std::uint64_t limit) const -> Expected<std::string, SystemError> override;
    auto exists(std::string_view path) const -> bool override;
    auto size(std::string_view path) const -> std::uint64_t override;

private:
    auto is_shared(std::string_view path) const -> bool;
    const Files& upper_;
    const Files& lower_;
    std::vector<std::string> shared_;
};

}  // namespace praxis::files
