// What the pages of one folder have alike, in one language: menu, foot, addresses of scripts and styles. Put together for
// the first page of a folder that asks, and kept for the others. Made by `prepare`, filled by the composer.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "bank/trace.h"
#include "templates/view.h"

namespace praxis::pages {

struct Shell {
    templates::Arena arena;
    std::unique_ptr<templates::View> view;
    std::vector<bank::Seen> seen;  // every page that shares it has looked at as much
};

class Shells {
public:
    // `fill` is called for the first page of the folder. From any thread.
    auto of(std::size_t language, std::string_view folder, const std::function<void(Shell&)>& fill) -> const Shell& {
        const std::scoped_lock lock(guard_);
        std::unique_ptr<Shell>& shell = shells_[{language, std::string(folder)}];
        if (!shell) {
            shell = std::make_unique<Shell>();
            fill(*shell);
        }
        return *shell;
    }

private:
    std::mutex guard_;
    std::map<std::pair<std::size_t, std::string>, std::unique_ptr<Shell>> shells_;
};

}  // namespace praxis::pages
