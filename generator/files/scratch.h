// A scratch file for what a build makes in one stage and needs in a later one: rendered bodies.
// It keeps them out of memory, is removed with its object, and may be used from many threads.
#pragma once

#include <cstdint>
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
    };

    // In the system's folder for temporary files; never in content/ or public/.
    static auto open() -> Expected<Scratch, SystemError>;
    Scratch(Scratch&& other) noexcept;
    auto operator=(Scratch&&) -> Scratch& = delete;
    ~Scratch();

    auto append(std::string_view bytes) -> Expected<Slice, SystemError>;
    auto read(Slice slice) const -> Expected<std::string, SystemError>;

private:
    explicit Scratch(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
    std::mutex guard_;
    std::uint64_t end_ = 0;
};

}  // namespace praxis::files
