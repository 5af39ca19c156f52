#include "history/history.h"

#include <git2.h>

#include <array>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace praxis::history {
namespace {

constexpr int most_commits = 5000, most_lookups = 200'000;

template <class Thing, void (*free)(Thing*)>
struct Free {
    void operator()(Thing* thing) const { free(thing); }
};
template <class Thing, void (*free)(Thing*)>
using Owned = std::unique_ptr<Thing, Free<Thing, free>>;
using Commit = Owned<git_commit, git_commit_free>;
using Tree = Owned<git_tree, git_tree_free>;
using TreeEntry = Owned<git_tree_entry, git_tree_entry_free>;
using Blob = Owned<git_blob, git_blob_free>;
using Walk = Owned<git_revwalk, git_revwalk_free>;

auto prefix_of(git_repository* repository, const std::string& folder) -> std::optional<std::string> {
    const char* top = git_repository_workdir(repository);
    if (top == nullptr) return std::nullopt;
    std::error_code error;
    const auto inside = std::filesystem::weakly_canonical(folder, error).lexically_relative(std::filesystem::weakly_canonical(top, error));
    if (error || inside.empty() || inside.native().starts_with("..")) return std::nullopt;
    return inside == "." ? std::string() : inside.generic_string() + "/";
}

// One file on its way back.
struct Wanted {
    std::string path;
    git_oid last{};
    bool done = false;
};

auto tree_of(git_repository* repository, const git_oid& id) -> Tree {
    git_commit* commit = nullptr;
    git_tree* tree = nullptr;
    if (git_commit_lookup(&commit, repository, &id) != 0) return nullptr;
    const Commit owned(commit);
    return git_commit_tree(&tree, commit) == 0 ? Tree(tree) : nullptr;
}

}  // namespace

void History::Close::operator()(git_repository* repository) const {
    git_repository_free(repository);
    git_libgit2_shutdown();
}

void History::open() const {
    if (std::exchange(asked_, true)) return;
    git_libgit2_init();
    // Whose folder it is does not matter: nothing that the repository says is carried out.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    git_repository* repository = nullptr;
    if (git_repository_open_ext(&repository, folder_.c_str(), 0, nullptr) != 0) {
        git_libgit2_shutdown();
        return;
    }
    repository_.reset(repository);
    git_oid id;
    auto prefix = prefix_of(repository, folder_);
    if (!prefix || git_reference_name_to_id(&id, repository, "HEAD") != 0) return;
    prefix_ = std::move(*prefix);
    std::array<char, GIT_OID_HEXSZ + 1> digits{};
    head_ = git_oid_tostr(digits.data(), digits.size(), &id);
}

auto History::head() const -> const std::string& {
    open();
    return head_;
}

void History::look_back(std::span<const std::string> paths, const std::function<bool(std::size_t, std::string_view)>& look) const {
    git_revwalk* started = nullptr;
    if (paths.empty() || head().empty() || git_revwalk_new(&started, repository_.get()) != 0) return;
    const Walk walk(started);
    git_revwalk_sorting(started, GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
    if (git_revwalk_push_head(started) != 0) return;
    std::vector<Wanted> wanted;
    for (const std::string& path : paths) wanted.push_back({prefix_ + path, {}, false});
    int lookups = 0;
    git_oid id, last_tree{};
    for (int commits = 0; commits < most_commits && lookups < most_lookups && git_revwalk_next(&id, started) == 0; ++commits) {
        const Tree tree = tree_of(repository_.get(), id);
        if (!tree || git_oid_equal(git_tree_id(tree.get()), &last_tree) != 0) continue;
        last_tree = *git_tree_id(tree.get());
        bool more = false;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (wanted[i].done) continue;
            more = true;
            ++lookups;
            git_tree_entry* found = nullptr;
            if (git_tree_entry_bypath(&found, tree.get(), wanted[i].path.c_str()) != 0) continue;
            const TreeEntry entry(found);
            if (git_oid_equal(git_tree_entry_id(found), &wanted[i].last) != 0) continue;
            wanted[i].last = *git_tree_entry_id(found);
            git_blob* blob = nullptr;
            if (git_blob_lookup(&blob, repository_.get(), &wanted[i].last) != 0) continue;
            const Blob owned(blob);
            wanted[i].done =
                look(i, {static_cast<const char*>(git_blob_rawcontent(blob)), static_cast<std::size_t>(git_blob_rawsize(blob))});
        }
        if (!more) return;
    }
}

}  // namespace praxis::history
