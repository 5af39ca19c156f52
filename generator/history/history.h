// Former states of the bank's files, from the repository that holds it, where there is one (libgit2, read
// only; no program is run, no hook, no network). It guarantees the same answers for the same HEAD. Made by
// `open`; for one thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct git_repository;

namespace praxis::history {

class History {
public:
    // Nothing where `folder` lies in no repository, or it has no commit yet.
    static auto open(const std::string& folder) -> std::optional<History>;

    // The commit that is looked back from, as 40 digits.
    auto head() const -> const std::string& { return head_; }

    // Calls `look(i, bytes)` with the states of the file `paths[i]` (from `folder`), newest first, each
    // once, until it returns true for that file. At most 5,000 commits and 200,000 files are looked at.
    void look_back(std::span<const std::string> paths, const std::function<bool(std::size_t, std::string_view)>& look) const;

private:
    struct Close {
        void operator()(git_repository* repository) const;
    };
    std::unique_ptr<git_repository, Close> repository_;
    std::string head_, prefix_;  // of the folder inside the repository
};

}  // namespace praxis::history
