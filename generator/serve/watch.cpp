#include "serve/watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace praxis::serve {
namespace {

namespace fs = std::filesystem;

constexpr unsigned watched = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF;

auto system_error(std::string path) -> files::SystemError {
    // The system's words for it speak of a full disk.
    return {std::move(path), errno == ENOSPC ? "fs.inotify.max_user_watches" : std::strerror(errno)};
}

}  // namespace

auto Changes::touch(std::string_view path) const -> bool {
    if (everywhere || paths.contains(path)) return true;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        if (paths.contains(path.substr(0, slash))) return true;
    }
    return false;
}

auto Watch::open(std::string root, std::vector<std::string> names) -> Expected<Watch, files::SystemError> {
    Watch watch(std::move(root), std::move(names));
    watch.descriptor_ = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch.descriptor_ < 0 || !watch.watch_all()) return failure(system_error(watch.root_));
    return watch;
}

Watch::Watch(Watch&& other) noexcept
    : root_(std::move(other.root_)),
      names_(std::move(other.names_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      folders_(std::move(other.folders_)),
      moved_(std::move(other.moved_)) {}

Watch::~Watch() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

// A folder that is gone again is no failure: its going is an event as well.
auto Watch::watch_folder(const std::string& folder) -> bool {
    const unsigned links = folder == root_ ? 0 : IN_DONT_FOLLOW;
    const int number = ::inotify_add_watch(descriptor_, folder.c_str(), watched | IN_ONLYDIR | links);
    if (number >= 0) folders_.insert_or_assign(number, folder);
    return number >= 0 || (errno != ENOSPC && errno != ENOMEM);
}

auto Watch::watch_tree(const std::string& folder) -> bool {
    for (std::vector<std::string> open{folder}; !open.empty();) {
        const std::string next = std::move(open.back());
        open.pop_back();
        if (!watch_folder(next)) return false;
        std::error_code error;
        for (fs::directory_iterator at(next, error), end; !error && at != end; at.increment(error)) {
            std::error_code unread;
            const bool deeper = at->symlink_status(unread).type() == fs::file_type::directory;
            if (deeper && !at->path().filename().string().starts_with('.')) open.push_back(at->path().string());
        }
    }
    return true;
}

auto Watch::watch_all() -> bool {
    return watch_folder(root_) && std::ranges::all_of(names_, [&](const std::string& name) { return watch_tree(root_ + "/" + name); });
}

void Watch::note(std::string path, const inotify_event& event, Changes& changes) {
    const auto is = [&](unsigned what) { return (event.mask & what) != 0 && (event.mask & IN_ISDIR) == 0; };
    const bool was_unfinished = changes.unfinished.erase(path) > 0;
    if (is(IN_CREATE) || (is(IN_DELETE | IN_MOVED_FROM) && !was_unfinished)) changes.unfinished.insert(path);
    // Moved to a name that matters: nothing is missing.
    if (is(IN_MOVED_TO) && moved_.first == event.cookie) changes.unfinished.erase(moved_.second);
    if (is(IN_MOVED_FROM)) moved_ = {event.cookie, path};
    if (path.empty()) changes.everywhere = true;
    changes.paths.insert(std::move(path));
}

auto Watch::matters(const inotify_event& event, std::string_view name, Changes& changes) -> bool {
    const unsigned what = event.mask;
    if ((what & IN_Q_OVERFLOW) != 0) {
        changes.everywhere = true;
        watch_all();
        return true;
    }
    const auto folder = folders_.find(event.wd);
    if (folder == folders_.end()) return false;
    if ((what & IN_IGNORED) != 0) {
        folders_.erase(folder);
        return false;
    }
    if (name.starts_with('.') || name.ends_with('~')) return false;
    if (folder->second == root_ && std::ranges::find(names_, name) == names_.end()) return false;
    const std::string path = name.empty() ? folder->second : folder->second + "/" + std::string(name);
    const bool came = (what & (IN_CREATE | IN_MOVED_TO)) != 0;
    if ((what & IN_ISDIR) != 0 && came) watch_tree(path);
    note(path.substr(std::min(path.size(), root_.size() + 1)), event, changes);
    return true;
}

auto Watch::take(Changes& changes) -> bool {
    alignas(inotify_event) char bytes[16 * 1024];
    bool any = false;
    for (ssize_t size = ::read(descriptor_, bytes, sizeof bytes); size > 0; size = ::read(descriptor_, bytes, sizeof bytes)) {
        for (ssize_t at = 0; at < size;) {
            inotify_event event{};
            std::memcpy(&event, bytes + at, sizeof event);
            const std::string_view name = event.len > 0 ? std::string_view(bytes + at + sizeof event) : std::string_view();
            if (matters(event, name, changes)) any = true;
            at += static_cast<ssize_t>(sizeof event + event.len);
        }
    }
    return any;
}

}  // namespace praxis::serve
