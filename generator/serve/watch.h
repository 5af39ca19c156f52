// Tells when something below a folder changes (inotify). Folders that come later are watched too; hidden
// files and those that editors leave beside their work are passed over.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "files/files.h"

namespace praxis::serve {

class Watch {
public:
    // The folders of these names in `root`, there or not.
    static auto open(std::string root, std::vector<std::string> names) -> Expected<Watch, files::SystemError>;
    Watch(Watch&& other) noexcept;
    auto operator=(Watch&&) -> Watch& = delete;
    ~Watch();

    auto descriptor() const -> int { return descriptor_; }
    // Takes what has happened; whether any of it matters.
    auto take() -> bool;

private:
    Watch(std::string root, std::vector<std::string> names) : root_(std::move(root)), names_(std::move(names)) {}
    auto watch_folder(const std::string& folder) -> bool;
    auto watch_tree(const std::string& folder) -> bool;
    auto watch_all() -> bool;
    auto matters(int number, std::string_view name, unsigned what) -> bool;

    std::string root_;
    std::vector<std::string> names_;
    int descriptor_ = -1;
    std::map<int, std::string> folders_;  // by number of the watch
};

}  // namespace praxis::serve
