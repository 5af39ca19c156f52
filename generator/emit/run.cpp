#include <algorithm>
#include <tuple>

#include "base/parallel.h"
#include "base/utf8.h"
#include "emit/codes.h"
#include "emit/emitter.h"
#include "input/input_set.h"

namespace praxis::emit {
namespace {

// Plain relative paths below the root: no empty or dotted part, nothing a file system may misread.
auto is_safe(std::string_view path) -> bool {
    if (path.empty() || path.size() > 240) return false;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t slash = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, slash - at);
        at = slash + 1;
        const bool plain = std::ranges::all_of(part, [](char c) {
            return c == '-' || c == '_' || c == '.' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        });
        if (part.empty() || part.front() == '.' || part.back() == '.' || !plain) return false;
        const std::string_view stem = part.substr(0, part.find('.'));
        if (stem.size() <= 4 && input::is_device_name(lower_ascii(stem))) return false;  // none is longer
    }
    return true;
}

auto in_order(const Artifact& one, const Artifact& other) -> bool {
    return std::tie(one.path, one.emitter) < std::tie(other.path, other.emitter);
}

// Twins are found also under case folding. The tree is in order.
auto check_tree(const std::vector<Artifact>& tree) -> Diagnostics {
    Diagnostics found;
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    bool capitals = false;
    for (const Artifact& artifact : tree) {
        if (!is_safe(artifact.path)) found.push_back(diagnose(codes::unsafe_path, {}, {artifact.path}));
        capitals = capitals || std::ranges::any_of(artifact.path, is_capital);
    }
    const auto say_twins = [&](const Artifact& one, const Artifact& other) {
        found.push_back(diagnose(codes::path_twice, {}, {other.path, std::string(other.emitter), one.path, std::string(one.emitter)}));
    };
    if (!capitals) {  // paths in order are folded paths in order
        for (std::size_t i = 1; i < tree.size(); ++i) {
            if (tree[i - 1].path == tree[i].path) say_twins(tree[i - 1], tree[i]);
        }
        return found;
    }
    std::vector<std::pair<std::string, const Artifact*>> folded;
    for (const Artifact& artifact : tree) folded.emplace_back(lower_ascii(artifact.path), &artifact);
    std::ranges::sort(folded);
    for (std::size_t i = 1; i < folded.size(); ++i) {
        if (folded[i - 1].first == folded[i].first) say_twins(*folded[i - 1].second, *folded[i].second);
    }
    return found;
}

}  // namespace

auto Sink::put(std::string_view path, std::string_view bytes) -> Digest {
    const Digest digest = digest_of(bytes);
    auto written = destination_.write(path, bytes, digest);
    Artifact artifact{std::string(path), bytes.size(), digest, emitter_};
    const std::scoped_lock lock(guard_);
    artifacts_.push_back(std::move(artifact));
    if (!written && !error_) error_ = written.error();
    return digest;
}

auto Sink::keep(std::string_view path, std::uint64_t size, const Digest& digest) -> bool {
    if (!destination_.keep || !destination_.keep(path, digest)) return false;
    const std::scoped_lock lock(guard_);
    artifacts_.push_back({std::string(path), size, digest, emitter_});
    return true;
}

void Sink::put_page(std::string_view path, std::string_view html) {
    links_.note(path, html);
    put(path, html);
}

void Sink::put_page(const std::string& path, std::string_view html, const bank::Trace& trace) {
    auto anchors = links_.note(path, html);
    const Digest digest = put(path, html);
    if (destination_.pages != nullptr) destination_.pages->made(path, digest, html.size(), trace.seen(), std::move(anchors));
}

auto Sink::keep_page(const std::string& path) -> bool {
    PageCache::Known* known = destination_.pages == nullptr ? nullptr : destination_.pages->find(path);
    if (known == nullptr || !destination_.keep(path, known->digest)) return false;
    PageCache::keep(*known, emitter_);
    return true;
}

// All in order. Pages that were kept are: most of a site, when little changed.
auto Sink::take_tree() -> std::vector<Artifact> {
    std::ranges::sort(artifacts_, in_order);
    if (destination_.pages == nullptr) return std::move(artifacts_);
    std::vector<Artifact> kept, all;
    for (const PageCache::Known& page : destination_.pages->known()) {
        if (page.kept) kept.push_back({std::string(page.path), page.size, page.digest, page.emitter});
    }
    kept_ = kept.size();
    all.reserve(kept.size() + artifacts_.size());
    std::merge(std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()), std::make_move_iterator(artifacts_.begin()),
               std::make_move_iterator(artifacts_.end()), std::back_inserter(all), in_order);
    return all;
}

// Whether all that the emitter made is there, and may stay until its turn comes.
auto Sink::stands(std::string_view emitter) -> bool {
    if (destination_.standing == nullptr) return false;
    std::vector<Artifact> own;
    std::ranges::copy_if(*destination_.standing, std::back_inserter(own), [&](const Artifact& a) { return a.emitter == emitter; });
    if (own.empty() || !std::ranges::all_of(own, [&](const Artifact& a) { return destination_.keep(a.path, a.digest); })) return false;
    artifacts_.insert(artifacts_.end(), own.begin(), own.end());
    return true;
}

auto run(const Snapshot& snapshot, Destination destination) -> Output {
    Sink sink(std::move(destination));
    if (sink.destination_.pages != nullptr) sink.destination_.pages->compare(*snapshot.digests, snapshot.jobs);
    for (const int pass : {1, 2}) {
        for (const Emitter* emitter : emitters()) {
            if (emitter->pass != pass || !snapshot.settings.emitter_is_on(emitter->name)) continue;
            if (sink.stands(emitter->name)) continue;
            sink.emitter_ = emitter->name;
            emitter->emit(snapshot, sink);
        }
    }
    Output output;
    output.tree = sink.take_tree();
    output.error = std::move(sink.error_);
    std::vector<std::string_view> paths;
    for (const Artifact& artifact : output.tree) {
        paths.push_back(artifact.path);
        if (artifact.path.ends_with(".html")) ++output.pages;
    }
    for (Diagnostics& found : parallel_map(2, snapshot.jobs, [&](std::size_t i, unsigned) {
             return i == 0 ? check_tree(output.tree) : sink.links_.check(paths, sink.destination_.pages);
         }))
        append(output.diagnostics, std::move(found));
    if (PageCache* pages = sink.destination_.pages; pages != nullptr) {
        const bool sound = output.diagnostics.empty() && pages->still_holds(paths);
        output.uncertain = !sound && sink.kept_ > 0;
        if (output.diagnostics.empty() && !output.uncertain && !output.error) pages->save(sink.links_.pointed());
    }
    return output;
}

}  // namespace praxis::emit
