#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <set>
#include <utility>

#include "base/parallel.h"
#include "publish/codes.h"
#include "publish/manifest.h"
#include "publish/publish.h"

namespace praxis::publish {
namespace {

constexpr std::string_view manifest_name = ".praxis";
constexpr std::string_view stage_name = ".praxis-next";

auto refuse(const Code& code, std::vector<std::string> arguments) -> tl::unexpected<Refusal> {
    return failure(Refusal{diagnose(code, {}, std::move(arguments)), std::nullopt});
}
auto refuse(SystemError error) -> tl::unexpected<Refusal> {
    return failure(Refusal{std::nullopt, std::move(error)});
}

enum class Owner { absent, empty, free, ours, foreign };

// Whose folder this is, and the first thing in it that is not ours.
auto owner_of(const std::string& folder, std::string& stranger) -> Owner {
    struct stat status {};
    if (::lstat(folder.c_str(), &status) != 0) return Owner::absent;
    if (!S_ISDIR(status.st_mode)) {
        stranger = folder;
        return Owner::foreign;
    }
    Owner owner = Owner::empty;
    std::set<std::string> names;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) names.insert(entry.path().filename().string());
    for (const std::string& name : names) {
        if (name == manifest_name || name == stage_name) return Owner::ours;
        const bool kept = name == ".gitignore" || name == ".gitkeep" || name == ".git";
        if (!kept && stranger.empty()) stranger = name;
        owner = Owner::free;
    }
    return stranger.empty() ? owner : Owner::foreign;
}

// Carries a journal out. Every step may have been done before: a kill may come at any time.
auto carry_out(const std::string& folder, const Journal& journal) -> Expected<void, SystemError> {
    const std::string stage = folder + "/" + std::string(stage_name) + "/";
    for (const std::string& path : journal.place) {
        struct stat status {};
        if (::lstat((stage + path).c_str(), &status) != 0) continue;
        const std::string to = folder + "/" + path;
        if (auto made = make_folders(to.substr(0, to.rfind('/'))); !made) return made;
        if (auto moved = move_file(stage + path, to); !moved) return moved;
    }
    for (const std::string& path : journal.remove) {
        const std::string gone = folder + "/" + path;
        if (::unlink(gone.c_str()) != 0 && errno != ENOENT) return failure(last_error(gone));
        for (std::string above = gone.substr(0, gone.rfind('/')); above.size() > folder.size() && ::rmdir(above.c_str()) == 0;)
            above.erase(above.rfind('/'));
    }
    const std::string manifest = stage + "manifest";
    struct stat status {};
    if (::lstat(manifest.c_str(), &status) == 0) {
        if (auto moved = move_file(manifest, folder + "/" + std::string(manifest_name)); !moved) return moved;
    }
    return remove_tree(folder + "/" + std::string(stage_name));
}

auto load_manifest(const std::string& folder) -> Manifest {
    const auto text = read_file(folder + "/" + std::string(manifest_name));
    auto manifest = text ? read_manifest(*text) : std::nullopt;
    return manifest ? std::move(*manifest) : Manifest();
}

auto is_unchanged(const std::string& path, const Known& known, Comparison comparison) -> bool {
    if (comparison == Comparison::none) return true;
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
    const std::int64_t modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
    if (static_cast<std::uint64_t>(status.st_size) != known.size || modified != known.modified) return false;
    if (comparison == Comparison::stamps) return true;
    const auto bytes = read_file(path);
    return bytes && digest_of(*bytes) == known.digest;
}

// `tree` is in the order of its paths.
auto plan_of(const Manifest& old, const std::vector<emit::Artifact>& tree, auto&& is_kept) -> Plan {
    Plan plan;
    auto before = old.begin();
    const auto remove_up_to = [&](const std::string* path) {
        for (; before != old.end() && (path == nullptr || before->first < *path); ++before) plan.remove.push_back(before->first);
    };
    for (const emit::Artifact& artifact : tree) {
        remove_up_to(&artifact.path);
        const bool was_there = before != old.end() && before->first == artifact.path;
        if (was_there && is_kept(artifact, before->second))
            ++plan.keep;
        else
            (was_there ? plan.replace : plan.create).push_back(artifact.path);
        if (was_there) ++before;
    }
    remove_up_to(nullptr);
    return plan;
}

}  // namespace

Session::Session(Session&& other) noexcept
    : folder_(std::move(other.folder_)),
      stage_(std::move(other.stage_)),
      lock_path_(std::move(other.lock_path_)),
      lock_(std::exchange(other.lock_, -1)),
      beside_(other.beside_),
      durability_(other.durability_),
      comparison_(other.comparison_),
      old_(std::move(other.old_)),
      new_(std::move(other.new_)),
      folders_(std::move(other.folders_)),
      guard_(std::move(other.guard_)) {}

Session::~Session() {
    if (lock_ < 0) return;
    struct stat status {};
    const bool committed = !beside_ && ::lstat((stage_ + "/journal").c_str(), &status) == 0;
    if (!stage_.empty() && !committed) (void)remove_tree(stage_);
    ::unlink(lock_path_.c_str());
    ::close(lock_);
}

auto Session::lock() -> Expected<void, Refusal> {
    const std::filesystem::path path(folder_);
    const std::string parent = path.has_parent_path() ? path.parent_path().string() : std::string(".");
    if (auto made = make_folders(parent); !made) return refuse(made.error());
    lock_path_ = parent + "/." + path.filename().string() + ".praxis-lock";
    lock_ = ::open(lock_path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (lock_ < 0) return refuse(last_error(lock_path_));
    if (::flock(lock_, LOCK_EX | LOCK_NB) == 0) return {};
    ::close(std::exchange(lock_, -1));
    return refuse(codes::locked, {folder_});
}

auto Session::prepare() -> Expected<void, Refusal> {
    std::string stranger;
    const Owner owner = owner_of(folder_, stranger);
    if (owner == Owner::foreign) return refuse(codes::not_ours, {folder_, stranger});
    beside_ = owner == Owner::absent || owner == Owner::empty;
    const std::filesystem::path path(folder_);
    const std::string parent = path.has_parent_path() ? path.parent_path().string() : std::string(".");
    const std::string inside = folder_ + "/" + std::string(stage_name);
    if (!beside_) {
        const auto journal_text = read_file(inside + "/journal");
        if (const auto journal = journal_text ? read_journal(*journal_text) : std::nullopt) {
            if (auto done = carry_out(folder_, *journal); !done) return refuse(done.error());
        }
    }
    stage_ = beside_ ? parent + "/." + path.filename().string() + std::string(stage_name) : inside;
    if (auto removed = remove_tree(stage_); !removed) return refuse(removed.error());
    if (auto made = make_folders(stage_); !made) return refuse(made.error());
    old_ = load_manifest(folder_);
    return {};
}

auto Session::open(std::string folder, Durability durability, Comparison comparison) -> Expected<Session, Refusal> {
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    Session session(std::move(folder));
    session.durability_ = durability;
    session.comparison_ = comparison;
    if (auto locked = session.lock(); !locked) return failure(locked.error());
    if (auto prepared = session.prepare(); !prepared) return failure(prepared.error());
    return session;
}

auto Session::staged_path(std::string_view path) const -> std::string {
    return stage_ + "/" + std::string(path);
}

auto Session::make_folder_for(const std::string& path) -> Expected<void, SystemError> {
    const std::string folder = path.substr(0, path.rfind('/'));
    {
        const std::scoped_lock lock(*guard_);
        if (folders_.contains(folder)) return {};
    }
    if (auto made = make_folders(folder); !made) return made;
    const std::scoped_lock lock(*guard_);
    folders_.emplace(folder, true);
    return {};
}

auto Session::keep(std::string_view path, const Digest& digest) -> bool {
    const auto known = old_.find(path);
    if (known == old_.end() || known->second.digest != digest) return false;
    if (!is_unchanged(folder_ + "/" + std::string(path), known->second, comparison_)) return false;
    std::atomic_ref(known->second.kept).store(true, std::memory_order_relaxed);
    return true;
}

auto Session::put(std::string_view path, std::string_view bytes, const Digest& digest) -> Expected<void, SystemError> {
    if (keep(path, digest)) return {};
    const std::string staged = staged_path(path);
    if (auto made = make_folder_for(staged); !made) return made;
    const auto modified = write_file(staged, bytes, durability_ == Durability::power_loss);
    if (!modified) return failure(modified.error());
    std::pair<std::string, Known> made(std::string(path), Known{digest, bytes.size(), *modified});
    const std::scoped_lock lock(*guard_);
    new_.push_back(std::move(made));
    return {};
}

auto Session::plan(const std::vector<emit::Artifact>& tree) const -> Plan {
    return plan_of(old_, tree, [](const emit::Artifact&, const Known& before) { return before.kept; });
}

// What the folder holds when the plan is carried out, in the order of its paths.
auto Session::files() const -> std::vector<std::pair<std::string_view, const Known*>> {
    std::vector<std::pair<std::string_view, const Known*>> all;
    for (const auto& [path, known] : old_) {
        if (known.kept) all.emplace_back(path, &known);
    }
    const auto kept = static_cast<std::ptrdiff_t>(all.size());
    for (const auto& [path, known] : new_) all.emplace_back(path, &known);
    std::sort(all.begin() + kept, all.end());
    std::inplace_merge(all.begin(), all.begin() + kept, all.end());
    return all;
}

// A file of somebody else at a path of ours, or a link on the way to it, stops us before the commit.
auto Session::check_foreign(const Plan& plan) const -> Expected<void, Refusal> {
    std::set<std::string> checked;
    struct stat status {};
    for (const auto* paths : {&plan.create, &plan.replace}) {
        for (const std::string& path : *paths) {
            if (!old_.contains(path) && ::lstat((folder_ + "/" + path).c_str(), &status) == 0) return refuse(codes::foreign_file, {path});
            for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
                const std::string above = path.substr(0, slash);
                if (!checked.insert(above).second) continue;
                if (::lstat((folder_ + "/" + above).c_str(), &status) == 0 && !S_ISDIR(status.st_mode))
                    return refuse(codes::foreign_file, {above});
            }
        }
    }
    return {};
}

auto Session::commit_beside(const Plan& plan, const std::string& manifest) -> Expected<Plan, Refusal> {
    const bool flush = durability_ == Durability::power_loss;
    if (const auto written = write_file(stage_ + "/" + std::string(manifest_name), manifest, flush); !written)
        return refuse(written.error());
    if (auto moved = move_file(stage_, folder_); !moved) return refuse(moved.error());
    stage_.clear();
    return plan;
}

auto Session::commit(const std::vector<emit::Artifact>& tree) -> Expected<Plan, Refusal> {
    Plan all = plan(tree);
    const std::string manifest = write_manifest(files());
    all.manifest = digest_of(manifest);
    if (beside_) return commit_beside(all, manifest);
    if (auto clear = check_foreign(all); !clear) return failure(clear.error());
    if (all.create.empty() && all.replace.empty() && all.remove.empty()) {
        if (auto removed = remove_tree(stage_); !removed) return refuse(removed.error());
        return all;
    }
    Journal journal;
    journal.place = all.create;
    journal.place.insert(journal.place.end(), all.replace.begin(), all.replace.end());
    journal.remove = all.remove;
    const bool flush = durability_ == Durability::power_loss;
    if (const auto written = write_file(stage_ + "/manifest", manifest, flush); !written) return refuse(written.error());
    if (const auto written = write_file(stage_ + "/journal.part", write_journal(journal), flush); !written) return refuse(written.error());
    if (flush) ::sync();
    if (auto moved = move_file(stage_ + "/journal.part", stage_ + "/journal"); !moved) return refuse(moved.error());
    if (auto done = carry_out(folder_, journal); !done) return refuse(done.error());
    return all;
}

auto intact(const std::string& folder, unsigned jobs, Comparison comparison) -> std::optional<Digest> {
    struct stat status {};
    if (::lstat((folder + "/" + std::string(stage_name)).c_str(), &status) == 0) return std::nullopt;
    const auto text = read_file(folder + "/" + std::string(manifest_name));
    const auto manifest = text ? read_manifest(*text) : std::nullopt;
    if (!manifest) return std::nullopt;
    std::vector<const Manifest::value_type*> files;
    for (const auto& file : *manifest) files.push_back(&file);
    std::atomic<bool> same = true;
    parallel_for(files.size(), jobs, [&](std::size_t i, unsigned) {
        if (same && !is_unchanged(folder + "/" + files[i]->first, files[i]->second, comparison)) same = false;
    });
    return same ? std::optional(digest_of(*text)) : std::nullopt;
}

auto plan_only(const std::string& folder, const std::vector<emit::Artifact>& tree, Comparison comparison) -> Expected<Plan, Refusal> {
    std::string stranger;
    if (owner_of(folder, stranger) == Owner::foreign) return refuse(codes::not_ours, {folder, stranger});
    const Manifest old = load_manifest(folder);
    return plan_of(old, tree, [&](const emit::Artifact& artifact, const Known& before) {
        return before.digest == artifact.digest && is_unchanged(folder + "/" + artifact.path, before, comparison);
    });
}

}  // namespace praxis::publish
