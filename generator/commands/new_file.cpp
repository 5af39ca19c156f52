#include "commands/new_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace praxis::commands {

auto write_new_file(const std::string& path, std::string_view bytes) -> Written {
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (file < 0) return errno == EEXIST ? Written::exists : Written::failed;
    bool whole = true;
    while (whole && !bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        whole = written > 0;
        if (whole) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    whole = ::close(file) == 0 && whole;
    if (!whole) ::unlink(path.c_str());
    return whole ? Written::yes : Written::failed;
}

}  // namespace praxis::commands
