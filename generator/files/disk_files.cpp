#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include "base/parallel.h"
#include "files/files.h"

namespace praxis::files {
namespace {

auto last_error(std::string path) -> SystemError {
    return {std::move(path), std::strerror(errno)};
}

auto kind_of(const struct stat& status) -> EntryKind {
    if (S_ISREG(status.st_mode)) return EntryKind::file;
    if (S_ISDIR(status.st_mode)) return EntryKind::directory;
    return S_ISLNK(status.st_mode) ? EntryKind::link : EntryKind::other;
}

auto entries_of(const std::string& absolute, const std::string& relative) -> Expected<std::vector<Entry>, SystemError> {
    std::vector<Entry> entries;
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(absolute.c_str()), ::closedir);
    if (!folder) return failure(last_error(absolute));
    while (const dirent* found = ::readdir(folder.get())) {
        const std::string name = found->d_name;
        if (name == "." || name == "..") continue;
        std::string path = relative.empty() ? name : relative + "/" + name;
        if (found->d_type == DT_DIR || found->d_type == DT_REG) {  // the system need not be asked again
            entries.push_back({std::move(path), found->d_type == DT_DIR ? EntryKind::directory : EntryKind::file});
            continue;
        }
        struct stat status {};
        if (::fstatat(::dirfd(folder.get()), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            return failure(last_error(absolute + "/" + name));
        entries.push_back({std::move(path), kind_of(status)});
    }
    std::ranges::sort(entries, {}, &Entry::path);
    return entries;
}

struct Folder {
    std::vector<Entry> entries;      // in the order of their names
    std::vector<std::size_t> below;  // the folders among them
};

// All below a folder in the order of their paths, without sorting it all: what is in `a` comes where `a/` does, behind the
// siblings that begin alike and go on with what is before the slash (`a-b`, `a.md`).
void append_in_order(std::vector<Folder>& folders, std::size_t number, std::vector<Entry>& out) {
    Folder& folder = folders[number];
    std::vector<std::pair<std::string, std::size_t>> open;  // folders whose entries are still to come, with their slash
    const auto close_before = [&](const std::string* path) {
        while (!open.empty() && (path == nullptr || open.back().first < *path)) {
            const std::size_t next = open.back().second;
            open.pop_back();
            append_in_order(folders, next, out);
        }
    };
    std::size_t below = 0;
    for (Entry& entry : folder.entries) {
        close_before(&entry.path);
        if (entry.kind == EntryKind::directory) open.emplace_back(entry.path + "/", folder.below[below++]);
        out.push_back(std::move(entry));
    }
    close_before(nullptr);
}

struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

}  // namespace

DiskFiles::DiskFiles(std::string root, unsigned jobs) : root_(std::move(root)), jobs_(jobs) {}

auto DiskFiles::list(std::string_view folder) const -> Expected<std::vector<Entry>, SystemError> {
    std::vector<Entry> found;
    struct stat status {};
    const std::string top = root_ + "/" + std::string(folder);
    if (::lstat(top.c_str(), &status) != 0) return found;
    if (!S_ISDIR(status.st_mode)) return found;
    std::vector<Folder> folders;
    for (std::vector<std::string> open{std::string(folder)}; !open.empty();) {
        auto listings =
            parallel_map(open.size(), jobs_, [&](std::size_t i, unsigned) { return entries_of(root_ + "/" + open[i], open[i]); });
        const std::size_t next = folders.size() + open.size();  // folder of the next level
        open.clear();
        for (auto& listing : listings) {
            if (!listing) return failure(listing.error());
            Folder& one = folders.emplace_back(Folder{std::move(*listing), {}});
            for (const Entry& entry : one.entries) {
                if (entry.kind != EntryKind::directory) continue;
                one.below.push_back(next + open.size());
                open.push_back(entry.path);
            }
        }
    }
    append_in_order(folders, 0, found);
    return found;
}

auto DiskFiles::read(std::string_view path, std::uint64_t limit) const -> Expected<std::string, SystemError> {
    const std::string absolute = root_ + "/" + std::string(path);
    const Descriptor file{::open(absolute.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
    if (file.number < 0) return failure(last_error(absolute));
    struct stat status {};
    if (::fstat(file.number, &status) != 0) return failure(last_error(absolute));
    if (!S_ISREG(status.st_mode)) return failure(SystemError{absolute, "not a regular file"});
    std::string bytes(std::min<std::uint64_t>(static_cast<std::uint64_t>(status.st_size), limit), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t got = ::read(file.number, bytes.data() + at, bytes.size() - at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failure(last_error(absolute));
        if (got == 0) break;
        at += static_cast<std::size_t>(got);
    }
    bytes.resize(at);
    return bytes;
}

auto DiskFiles::exists(std::string_view path) const -> bool {
    struct stat status {};
    return ::lstat((root_ + "/" + std::string(path)).c_str(), &status) == 0;
}

auto DiskFiles::size(std::string_view path) const -> std::uint64_t {
    struct stat status {};
    return ::lstat((root_ + "/" + std::string(path)).c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

}  // namespace praxis::files
