// A scratch file for what a build makes in one stage and needs in a later one: rendered bodies.
// It keeps them out of memory and may be used from many threads. It is removed with its object, or
// kept at a path, where the next build finds what it wrote: then it is what the cache stands in.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "base/expected.h"
#include "files/files.h"

namespace praxis::files {

class Scratch {
public:
    struct Slice {
        std::uint64_t offset = 0;
        std::uint32_t size = 0;
        std::uint64_t hash = 0;  // of its bytes
    };

    // In the system's folder for temporary files; never in content/ or public/.
    static auto open() -> Expected<Scratch, SystemError>;
    // The file at `path`, locked for this process alone; made if absent.
    static auto keep(const std::string& path) -> Expected<Scratch, SystemError>;
    Scratch(Scratch&& other) noexcept;
    auto operator=(Scratch&&) -> Scratch& = delete;
    ~Scratch();

    // What comes after the first `end` bytes is dropped; appending goes on from there.
    auto cut(std::uint64_t end) -> bool;
    auto append(std::string_view bytes) -> Expected<Slice, SystemError>;
    // What was appended, byte for byte, or an error.
    auto read(Slice slice) const -> Expected<std::string, SystemError>;
    auto end() const -> std::uint64_t { return end_; }
    // Whether something could not be read as it was written: what was made of it is worth nothing.
    auto has_failed() const -> bool { return failed_->load(); }

private:
    explicit Scratch(int descriptor) : descriptor_(descriptor) {}
    auto fill(std::string& bytes, std::uint64_t offset) const -> Expected<void, SystemError>;
    int descriptor_;
    std::mutex guard_;
    std::uint64_t end_ = 0;
    std::unique_ptr<std::atomic<bool>> failed_ = std::make_unique<std::atomic<bool>>(false);
};

}  // namespace praxis::files
