#include "files/scratch.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/digest.h"

namespace praxis::files {

auto Scratch::open() -> Expected<Scratch, SystemError> {
    const char* folder = std::getenv("TMPDIR");
    std::string path = std::string(folder == nullptr || *folder == '\0' ? "/tmp" : folder) + "/praxis-XXXXXX";
    const int descriptor = ::mkostemp(path.data(), O_CLOEXEC);
    if (descriptor < 0) return failure(SystemError{path, std::strerror(errno)});
    ::unlink(path.c_str());
    return Scratch(descriptor);
}

auto Scratch::keep(const std::string& path) -> Expected<Scratch, SystemError> {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return failure(SystemError{path, std::strerror(errno)});
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const SystemError error{path, std::strerror(errno)};
        ::close(descriptor);
        return failure(error);
    }
    return Scratch(descriptor);
}

auto Scratch::cut(std::uint64_t end) -> bool {
    end_ = end;
    return ::ftruncate(descriptor_, static_cast<off_t>(end)) == 0;
}

Scratch::Scratch(Scratch&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), end_(other.end_), failed_(std::move(other.failed_)) {}

Scratch::~Scratch() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

auto Scratch::append(std::string_view bytes) -> Expected<Slice, SystemError> {
    Slice slice{0, static_cast<std::uint32_t>(bytes.size()), hash_of(bytes)};
    {
        const std::scoped_lock lock(guard_);
        slice.offset = end_;
        end_ += bytes.size();
    }
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t put = ::pwrite(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(slice.offset + at));
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return failure(SystemError{"scratch file", std::strerror(errno)});
        at += static_cast<std::size_t>(put);
    }
    return slice;
}

auto Scratch::fill(std::string& bytes, std::uint64_t offset) const -> Expected<void, SystemError> {
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t got = ::pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(offset + at));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return failure(SystemError{"scratch file", got == 0 ? "it is shorter than expected" : std::strerror(errno)});
        at += static_cast<std::size_t>(got);
    }
    return {};
}

auto Scratch::read(Slice slice) const -> Expected<std::string, SystemError> {
    std::string bytes(slice.size, '\0');
    auto filled = fill(bytes, slice.offset);
    if (filled && hash_of(bytes) != slice.hash) filled = failure(SystemError{"scratch file", "it is damaged"});
    if (filled) return bytes;
    failed_->store(true);
    return failure(filled.error());
}

}  // namespace praxis::files
