#include "commands/cache.h"

#include <algorithm>
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
constexpr std::size_t name_length = 16;  // digits of a digest
constexpr std::string_view of_preview = "-serve";
constexpr std::uint64_t most_shared_bytes = 64 * 1024 * 1024;

auto caches_of_user() -> std::string {
    const char* caches = std::getenv("XDG_CACHE_HOME");
    if (caches != nullptr && *caches == '/') return std::string(caches) + "/praxis";
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? std::string(home) + "/.cache/praxis" : std::string();
}

auto is_hex(std::string_view text) -> bool {
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// What we wrote into a folder. Copies of pictures are called by a digest; `pictures` could be somebody's link.
auto files_of_cache(const fs::path& folder) -> std::vector<fs::path> {
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(folder, error)) {
        if (file.path().filename().string().starts_with("bank.")) files.push_back(file.path());
    }
    const fs::path pictures = folder / "pictures";
    if (!fs::is_directory(fs::symlink_status(pictures, error))) return files;
    for (const auto& file : fs::directory_iterator(pictures, error)) {
        if (is_hex(file.path().filename().string())) files.push_back(file.path());
    }
    return files;
}

// Of folders that hold a cache, what we wrote, and the folder where nothing else is in it.
void remove_old(const std::string& caches) {
    std::error_code error;
    const auto oldest = fs::file_time_type::clock::now() - kept_for;
    std::vector<fs::path> folders;
    for (const auto& folder : fs::directory_iterator(caches, error)) {
        const std::string name = folder.path().filename().string();
        const bool is_ours = name.size() >= name_length && is_hex(name.substr(0, name_length)) &&
                             (name.size() == name_length || name.substr(name_length) == of_preview);
        if (is_ours && fs::is_directory(folder.symlink_status(error))) folders.push_back(folder.path());
    }
    for (const fs::path& folder : folders) {
        const auto files = files_of_cache(folder);
        const auto is_young = [&](const fs::path& file) { return fs::last_write_time(file, error) > oldest || error; };
        if (files.empty() ? is_young(folder) : std::ranges::any_of(files, is_young)) continue;
        for (const fs::path& file : files) fs::remove(file, error);
        if (fs::exists(folder / "site" / ".praxis", error)) fs::remove_all(folder / "site", error);
        fs::remove(folder / "serve.lock", error);
        fs::remove(folder / "pictures", error);
        fs::remove(folder, error);
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
    std::string folder = caches + "/" + to_hex(digest_of(source.string())).substr(0, name_length);
    if (options.command == Options::Command::serve) folder += of_preview;
    return folder;
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
