// An emitter: a name, a pass, and one function from the snapshot to artifacts. Adding one is adding a
// folder under emitters/; the build finds it. Pass 2 runs when all of pass 1 is there.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "emit/links.h"
#include "emit/snapshot.h"
#include "files/files.h"

namespace praxis::emit {

struct Artifact {
    std::string path;
    std::uint64_t size = 0;
    Digest digest;
    std::string_view emitter;
};

// Takes the bytes of an artifact to where they are published; called from many threads.
using Writer = std::function<Expected<void, files::SystemError>(std::string_view path, std::string_view bytes, const Digest& digest)>;

// Leaves an artifact where it is published already; false where it is not there with that digest.
using Keeper = std::function<bool(std::string_view path, const Digest& digest)>;

// Where artifacts go, and what is known of those of the last build, where anything is.
struct Destination {
    Writer write;
    Keeper keep;
    PageCache* pages = nullptr;
    const CacheFolder* cache = nullptr;
    // What the emitters made whose turn comes later: it stays as it is, and they are not run.
    const std::vector<Artifact>* standing = nullptr;
};

// Where emitters put what they make. Bytes go on at once; only path, size and digest are kept.
class Sink {
public:
    explicit Sink(Destination destination) : destination_(std::move(destination)) {}

    // Whether the page stands as it was made before, and may stay; else it has to be put.
    auto keep_page(const std::string& path) -> bool;
    // A page with what it looked at.
    void put_page(const std::string& path, std::string_view html, const bank::Trace& trace);

    auto put(std::string_view path, std::string_view bytes) -> Digest;
    // Whether a file whose bytes are known without being there stands, and may stay; else it has to be put.
    auto keep(std::string_view path, std::uint64_t size, const Digest& digest) -> bool;
    // The same for a page, whose links and anchors are noted to be checked at the end.
    void put_page(std::string_view path, std::string_view html);

private:
    friend struct Output;
    friend auto run(const Snapshot& snapshot, Destination destination) -> struct Output;
    auto stands(std::string_view emitter) -> bool;
    auto take_tree() -> std::vector<Artifact>;
    Destination destination_;
    std::mutex guard_;
    std::string_view emitter_;
    std::vector<Artifact> artifacts_;
    LinkTable links_;
    std::size_t kept_ = 0;  // pages
    std::optional<files::SystemError> error_;
};

// A page composed and rendered; nothing where the look has no template for it.
auto rendered(const Snapshot& snapshot, const pages::Page& page) -> std::optional<std::string>;

struct Emitter {
    std::string_view name;
    int pass = 1;
    void (*emit)(const Snapshot& snapshot, Sink& sink) = nullptr;
};

// All emitters of the program, by name.
auto emitters() -> const std::vector<const Emitter*>&;

// The finished tree: paths in byte order, unique also under case folding, none outside the site.
struct Output {
    std::vector<Artifact> tree;
    Diagnostics diagnostics;
    std::optional<files::SystemError> error;
    std::size_t pages = 0;
    bool uncertain = false;  // kept pages may point to what is gone: to be done again without the page cache
};
auto run(const Snapshot& snapshot, Destination destination) -> Output;

}  // namespace praxis::emit
