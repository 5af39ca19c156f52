// Tells when something below a folder changes (inotify). Folders that come later are watched too; hidden
// files and those that editors leave beside their work are passed over.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/expected.h"
#include "files/files.h"

struct inotify_event;

namespace praxis::serve {

// Paths below the watched folder of what has changed, files and whole folders.
struct Changes {
    std::set<std::string, std::less<>> paths;
    bool everywhere = false;  // more than could be told
    // Begun and not closed, or gone and perhaps about to come back: editors do both when they save.
    std::set<std::string, std::less<>> unfinished;
    auto none() const -> bool { return paths.empty() && !everywhere; }
    // Whether a file may be another one now.
    auto touch(std::string_view path) const -> bool;
};

class Watch {
public:
    // The folders of these names in `root`, there or not.
    static auto open(std::string root, std::vector<std::string> names) -> Expected<Watch, files::SystemError>;
    Watch(Watch&& other) noexcept;
    auto operator=(Watch&&) -> Watch& = delete;
    ~Watch();

    auto descriptor() const -> int { return descriptor_; }
    // Adds what has happened; whether any of it matters.
    auto take(Changes& changes) -> bool;

private:
    Watch(std::string root, std::vector<std::string> names) : root_(std::move(root)), names_(std::move(names)) {}
    auto watch_folder(const std::string& folder) -> bool;
    auto watch_tree(const std::string& folder) -> bool;
    auto watch_all() -> bool;
    auto matters(const inotify_event& event, std::string_view name, Changes& changes) -> bool;
    void note(std::string path, const inotify_event& event, Changes& changes);

    std::string root_;
    std::vector<std::string> names_;
    int descriptor_ = -1;
    std::map<int, std::string> folders_;      // by number of the watch
    std::pair<unsigned, std::string> moved_;  // what was moved last, under its number
};

}  // namespace praxis::serve
