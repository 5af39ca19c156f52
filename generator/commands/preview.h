// The folder that `serve` builds into: `site/` beside a cache of its own, so that the next start finds
// what this one made. Where another `serve` works there, or nothing is to be kept, a temporary one.
#pragma once

#include <optional>
#include <string>

#include "commands/options.h"

namespace praxis::commands {

class PreviewFolder {
public:
    // Sets where the options' builds keep their cache and put their site; nothing where no folder can be made.
    static auto open(Options& options) -> std::optional<PreviewFolder>;
    PreviewFolder(PreviewFolder&& other) noexcept;
    auto operator=(PreviewFolder&&) -> PreviewFolder& = delete;
    ~PreviewFolder() { remove_temporary(); }

    auto site() const -> const std::string& { return site_; }
    void remove_temporary();

private:
    PreviewFolder() = default;
    auto take(const std::string& folder) -> bool;
    std::string site_, temporary_;
    int lock_ = -1;
};

}  // namespace praxis::commands
