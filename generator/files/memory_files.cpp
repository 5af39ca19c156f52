#include <algorithm>
#include <set>

#include "files/files.h"

namespace praxis::files {

auto MemoryFiles::list(std::string_view folder) const -> Expected<std::vector<Entry>, SystemError> {
    const std::string start = folder.empty() ? std::string() : std::string(folder) + "/";
    std::vector<Entry> found;
    std::set<std::string> folders;
    for (auto at = contents.lower_bound(start); at != contents.end() && at->first.starts_with(start); ++at) {
        found.push_back({at->first, EntryKind::file});
        for (std::size_t slash = at->first.find('/', start.size()); slash != std::string::npos; slash = at->first.find('/', slash + 1)) {
            folders.insert(at->first.substr(0, slash));
        }
    }
    for (const auto& [path, kind] : others) {
        if (path.starts_with(start)) found.push_back({path, kind});
    }
    for (const std::string& path : folders) found.push_back({path, EntryKind::directory});
    std::ranges::sort(found, {}, &Entry::path);
    return found;
}

auto MemoryFiles::read(std::string_view path, std::uint64_t limit) const -> Expected<std::string, SystemError> {
    const auto at = contents.find(path);
    if (unreadable.contains(path)) return failure(SystemError{std::string(path), "Permission denied"});
    if (at == contents.end()) return failure(SystemError{std::string(path), "No such file or directory"});
    return at->second.substr(0, limit);
}

auto MemoryFiles::exists(std::string_view path) const -> bool {
    if (contents.contains(path)) return true;
    const std::string start = std::string(path) + "/";
    const auto at = contents.lower_bound(start);
    return at != contents.end() && at->first.starts_with(start);
}

auto MemoryFiles::size(std::string_view path) const -> std::uint64_t {
    const auto at = contents.find(path);
    return at == contents.end() ? 0 : at->second.size();
}

auto LayeredFiles::list(std::string_view folder) const -> Expected<std::vector<Entry>, SystemError> {
    auto upper = upper_.list(folder);
    if (!upper || !is_shared(folder)) return upper;
    auto lower = lower_.list(folder);
    if (!lower) return lower;
    std::vector<Entry> both;  // of two of one path the upper
    std::ranges::set_union(*upper, *lower, std::back_inserter(both), {}, &Entry::path, &Entry::path);
    return both;
}

auto LayeredFiles::read(std::string_view path, std::uint64_t limit) const -> Expected<std::string, SystemError> {
    return !is_shared(path) || upper_.exists(path) ? upper_.read(path, limit) : lower_.read(path, limit);
}

auto LayeredFiles::exists(std::string_view path) const -> bool {
    return upper_.exists(path) || (is_shared(path) && lower_.exists(path));
}

auto LayeredFiles::size(std::string_view path) const -> std::uint64_t {
    return !is_shared(path) || upper_.exists(path) ? upper_.size(path) : lower_.size(path);
}

auto LayeredFiles::is_shared(std::string_view path) const -> bool {
    return std::ranges::any_of(shared_, [&](const std::string& folder) { return path == folder || path.starts_with(folder + "/"); });
}

}  // namespace praxis::files
