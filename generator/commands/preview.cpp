#include "commands/preview.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <utility>

#include "commands/cache.h"

namespace praxis::commands {

namespace fs = std::filesystem;

constexpr int most_tries = 50;
constexpr std::chrono::milliseconds between_tries{20};

PreviewFolder::PreviewFolder(PreviewFolder&& other) noexcept
    : site_(std::move(other.site_)), temporary_(std::exchange(other.temporary_, {})), lock_(std::exchange(other.lock_, -1)) {}

// Held by a lock on a file in it, until the program ends.
auto PreviewFolder::take(const std::string& folder) -> bool {
    if (folder.empty()) return false;
    std::error_code error;
    fs::create_directories(folder, error);
    const int lock = ::open((folder + "/serve.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0) return false;
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return false;
    }
    lock_ = lock;
    site_ = folder + "/site";
    return true;
}

auto PreviewFolder::open(Options& options) -> std::optional<PreviewFolder> {
    PreviewFolder preview;
    if (!preview.take(cache_folder(options))) {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "praxis-serve-XXXXXX").string();
        if (error || ::mkdtemp(name.data()) == nullptr) return std::nullopt;
        preview.temporary_ = name;
        options.cache = name;
        if (!preview.take(cache_folder(options))) return std::nullopt;
    }
    options.output = preview.site_;
    return preview;
}

void PreviewFolder::remove_temporary() {
    std::error_code error;
    // A build may still be writing there: what it began is soon done, and nothing new comes of it.
    for (int i = 0; i < most_tries && !temporary_.empty() && fs::exists(temporary_, error); ++i) {
        if (i > 0) std::this_thread::sleep_for(between_tries);
        fs::remove_all(temporary_, error);
    }
    temporary_.clear();
    if (lock_ >= 0) ::close(std::exchange(lock_, -1));
}

}  // namespace praxis::commands
