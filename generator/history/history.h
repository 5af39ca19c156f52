// Former states of the bank's files, from the repository that holds it, where there is one (libgit2, read
// only; no program is run, no hook, no network). It guarantees the same answers for the same HEAD. Made
// for the folder of the bank; for one thread.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct git_repository;

namespace praxis::history {

class History {
public:
    // The repository is looked for when something is first asked: libgit2 takes in all certificates of the machine
    // when it starts, and most banks are not behind with any translation.
    explicit History(std::string folder) : folder_(std::move(folder)) {}

    // The commit that is looked back from, as 40 digits; empty where `folder` lies in no repository, or it has no
    // commit yet.
    auto head() const -> const std::string&;
    auto was_asked() const -> bool { return asked_; }

    // Calls `look(i, bytes)` with the states of the file `paths[i]` (from `folder`), newest first, each
    // once, until it returns true for that file. At most 5,000 commits and 200,000 files are looked at.
    void look_back(std::span<const std::string> paths, const std::function<bool(std::size_t, std::string_view)>& look) const;

private:
    struct Close {
        void operator()(git_repository* repository) const;
    };
    void open() const;

    std::string folder_;
    mutable bool asked_ = false;
    mutable std::unique_ptr<git_repository, Close> repository_;
    mutable std::string head_, prefix_;  // of the folder inside the repository
};

}  // namespace praxis::history
