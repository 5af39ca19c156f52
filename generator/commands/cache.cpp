#include "commands/cache.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/digest.h"

namespace praxis::commands {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours kept_for{24 * 90};
constexpr std::uint64_t most_shared_bytes = 64 * 1024 * 1024;

auto caches_of_user() -> std::string {
    const char* caches = std::getenv("XDG_CACHE_HOME");
    if (caches != nullptr && *caches == '/') return std::string(caches) + "/praxis";
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? std::string(home) + "/.cache/praxis" : std::string();
}

// Of folders that hold a cache, what we wrote, and the folder where nothing else is in it.
void remove_old(const std::string& caches) {
    std::error_code error;
    const auto now = fs::file_time_type::clock::now();
    for (const auto& folder : fs::directory_iterator(caches, error)) {
        const auto used = fs::last_write_time(folder.path() / "bank.data", error);
        if (error || now - used < kept_for) continue;
        std::vector<fs::path> files;
        for (const auto& file : fs::directory_iterator(folder.path(), error)) {
            if (file.path().filename().string().starts_with("bank.")) files.push_back(file.path());
        }
        for (const fs::path& file : files) fs::remove(file, error);
        if (fs::exists(folder.path() / "site" / ".praxis", error)) fs::remove_all(folder.path() / "site", error);
        fs::remove(folder.path() / "serve.lock", error);
        fs::remove(folder.path(), error);
    }
}

}  // namespace

auto cache_folder(const Options& options) -> std::string {
    if (options.cache == "none") return {};
    const std::string caches = options.cache.empty() ? caches_of_user() : options.cache;
    if (caches.empty()) return {};
    std::error_code error;
    const fs::path source = fs::weakly_canonical(options.source, error);
    if (error) return {};
    remove_old(caches);
    return caches + "/" + to_hex(digest_of(source.string())).substr(0, 16) + (options.command == Options::Command::serve ? "-serve" : "");
}

namespace {

// Files are told apart by their digests: those at hand, or made for this.
class Identities {
public:
    Identities(const input::InputSet& inputs, const std::vector<Digest>& digests) : inputs_(inputs), digests_(digests) {}

    auto of_role(input::Role role) const -> std::string {
        std::string all;
        for (const FileId file : inputs_.with_role(role)) all += inputs_[file].path + " " + of_file(file) + "\n";
        return all;
    }

    // One of the tables beside bank.yaml; empty where there is none.
    auto of_table(std::string_view path) const -> std::string {
        const auto file = inputs_.find(path);
        return file ? of_file(*file) : std::string();
    }

private:
    auto of_file(FileId file) const -> std::string {
        if (!digests_.empty()) return to_hex(digests_[static_cast<std::size_t>(file)]);
        const auto bytes = inputs_.read(file, most_shared_bytes);
        return bytes ? to_hex(digest_of(*bytes)) : std::string("unreadable");
    }

    const input::InputSet& inputs_;
    const std::vector<Digest>& digests_;
};

// The program does not change while it runs.
auto digest_of_program() -> const std::string& {
    static const std::string digest = [] {
        std::ostringstream program;
        program << std::ifstream("/proc/self/exe", std::ios::binary).rdbuf();
        return to_hex(digest_of(std::move(program).str()));
    }();
    return digest;
}

}  // namespace

auto reading_identity(const input::InputSet& inputs, const std::vector<Digest>& digests) -> Digest {
    const Identities files(inputs, digests);
    return digest_of(digest_of_program() + files.of_role(input::Role::locale) + files.of_table("content/glossary.yaml"));
}

auto page_identity(const input::InputSet& inputs, const std::vector<Digest>& digests, const Options& options) -> Digest {
    const Identities files(inputs, digests);
    std::string all = to_hex(reading_identity(inputs, digests)) + files.of_role(input::Role::settings) + files.of_role(input::Role::look) +
                      files.of_table("content/claims.yaml") + options.base_url + " " + options.today;
    for (const std::string& language : options.only) all += " " + language;
    for (const bool flag : {options.drafts, options.hold}) all += flag ? " 1" : " 0";
    return digest_of(all);
}

}  // namespace praxis::commands
