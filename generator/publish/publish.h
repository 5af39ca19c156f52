// Puts a finished tree where it is read, so that a reader never meets half of one.
//
// An output folder is ours if it is absent, holds nothing but .gitignore, .gitkeep or .git, or holds
// our manifest `.praxis`. Changed files are staged in `.praxis-next/`; writing the journal there is the
// commit; then files are renamed one by one, old ones removed, the manifest renamed last, the stage
// deleted. A run that finds a stage with a journal completes it, without one deletes it. A lock keeps
// a second build out. Files that we did not write are never touched.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "emit/emitter.h"
#include "files/files.h"

namespace praxis::publish {

using files::SystemError;

// What stands between us and the output folder: a diagnostic for people, or the system's words.
struct Refusal {
    std::optional<Diagnostic> diagnostic;
    std::optional<SystemError> error;
};

struct Known {
    Digest digest;
    std::uint64_t size = 0;
    std::int64_t modified = 0;  // nanoseconds
    mutable bool kept = false;  // by the build that is under way; set from many threads
};
using Manifest = std::map<std::string, Known, std::less<>>;

struct Plan {
    std::vector<std::string> create, replace, remove;
    std::size_t keep = 0;
    Digest manifest;  // of what the manifest says when it is carried out
};

// How a file of the folder is known to be as we left it: on the word of the manifest (a preview in haste, in a
// folder of its own), by its size and time stamp, or by what it holds.
enum class Comparison : std::uint8_t { none, stamps, bytes };

class Session {
public:
    // Takes the lock, finishes what an earlier run left, reads the manifest. With `sync`, staged files
    // and folders are flushed to the disk before the commit.
    enum class Durability : std::uint8_t { kill, power_loss };
    static auto open(std::string folder, Durability durability, Comparison comparison = Comparison::stamps) -> Expected<Session, Refusal>;
    Session(Session&& other) noexcept;
    auto operator=(Session&&) -> Session& = delete;
    ~Session();  // an uncommitted stage is deleted, the lock released

    // Stages the bytes unless the folder already has them. Safe to call from many threads.
    auto put(std::string_view path, std::string_view bytes, const Digest& digest) -> Expected<void, SystemError>;

    // Whether the folder has the file with these bytes, as we left it; then it stays.
    auto keep(std::string_view path, const Digest& digest) -> bool;

    // Checks the plan against foreign files, commits, applies.
    auto commit(const std::vector<emit::Artifact>& tree) -> Expected<Plan, Refusal>;

private:
    explicit Session(std::string folder) : folder_(std::move(folder)) {}
    auto lock() -> Expected<void, Refusal>;
    auto prepare() -> Expected<void, Refusal>;
    auto plan(const std::vector<emit::Artifact>& tree) const -> Plan;
    auto files() const -> std::vector<std::pair<std::string_view, const Known*>>;
    auto check_foreign(const Plan& plan) const -> Expected<void, Refusal>;
    auto staged_path(std::string_view path) const -> std::string;
    auto commit_beside(const Plan& plan, const std::string& manifest) -> Expected<Plan, Refusal>;
    auto make_folder_for(const std::string& path) -> Expected<void, SystemError>;

    std::string folder_, stage_, lock_path_;
    int lock_ = -1;
    bool beside_ = false;  // the folder is absent or empty: the stage becomes it
    Durability durability_ = Durability::kill;
    Comparison comparison_ = Comparison::stamps;
    Manifest old_;
    std::vector<std::pair<std::string, Known>> new_;  // staged, in no order
    std::map<std::string, bool> folders_;
    std::unique_ptr<std::mutex> guard_ = std::make_unique<std::mutex>();
};

// The digest of the folder's manifest, where every file of it stands as we left it and nothing is under
// way; else nothing.
auto intact(const std::string& folder, unsigned jobs, Comparison comparison) -> std::optional<Digest>;

// What a build would do, without touching anything: for --dry-run.
auto plan_only(const std::string& folder, const std::vector<emit::Artifact>& tree, Comparison comparison) -> Expected<Plan, Refusal>;

}  // namespace praxis::publish
