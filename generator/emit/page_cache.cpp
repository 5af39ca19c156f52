#include "emit/page_cache.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <unordered_map>
#include <unordered_set>

#include "base/parallel.h"
#include "base/probe.h"
#include "files/sealed.h"

namespace praxis::emit {
namespace {

constexpr std::string_view head = "praxis pages 2\n";
constexpr std::uint32_t changed = 0xFFFFFFFF, nothing = 0xFFFFFFFF;  // in place of a number

void put_looked(BinaryWriter& out, const std::vector<std::uint32_t>& numbers) {
    std::uint32_t before = 0;
    out.put_list(numbers, [&](std::uint32_t number) {
        out.put_number(number - before);
        before = number;
    });
}

// Calls `each` with every number that was put.
template <class Each>
void each_looked(BinaryReader& in, Each&& each) {
    std::uint32_t number = 0;
    for (std::uint64_t left = in.get_number(); left > 0 && !in.is_bad(); --left) {
        number += in.get_small();
        each(number);
    }
}

auto as_bytes(const std::vector<std::uint64_t>& anchors) -> std::string_view {
    return {reinterpret_cast<const char*>(anchors.data()), anchors.size() * sizeof(std::uint64_t)};
}

template <class Each>
void each_anchor(std::string_view bytes, Each&& each) {
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t anchor = 0;
        std::memcpy(&anchor, bytes.data() + at, sizeof anchor);
        each(anchor);
    }
}

}  // namespace

PageCache::PageCache(std::string path, const Digest& identity) : path_(std::move(path)), identity_(identity) {
    reading_ = std::jthread([this] { read(); });
}

void PageCache::read() {
    bytes_ = files::read_sealed(path_, head);
    if (bytes_.empty()) return;
    BinaryReader in(bytes_);
    if (in.get<Digest>() != identity_) return;
    everywhere_ = in.get<Digest>();
    in.get_list(looked_, [&] { return in.get<pages::Looked>(); });
    in.get_list(pointed_, [&] { return in.get<Pointed>(); });
    if (!read_pages(in)) known_.clear();
    std::size_t places = 1;
    while (places < 2 * known_.size() + 1) places *= 2;
    slots_.assign(places, nothing);
    for (std::uint32_t i = 0; i < known_.size(); ++i)
        slots_[probe(places, hash_of(known_[i].path), [&](std::size_t at) { return slots_[at] == nothing; })] = i;
}

// False where something cannot be.
auto PageCache::read_pages(BinaryReader& in) -> bool {
    const std::uint64_t count = in.get_number();
    if (count > bytes_.size()) return false;  // a page takes more than a byte
    known_.reserve(count);
    for (std::uint64_t i = 0; i < count && !in.is_bad(); ++i) {
        Known page;
        const std::string_view begin = in.left();
        page.path = in.get_text();
        page.digest = in.get<Digest>();
        page.size = in.get_number();
        const std::string_view looked = in.left();
        bool sound = true;
        each_looked(in, [&](std::uint32_t number) { sound = sound && number < looked_.size(); });
        page.looked = looked.substr(0, looked.size() - in.left().size());
        page.anchors = in.get_bytes(in.get_number() * sizeof(std::uint64_t));
        page.written = begin.substr(0, begin.size() - in.left().size());
        if (!sound || (!known_.empty() && known_.back().path >= page.path)) return false;
        known_.push_back(page);
    }
    return in.is_at_end();
}

void PageCache::compare_numbers() {
    std::unordered_map<std::uint64_t, std::uint32_t> by_name;
    by_name.reserve(digests_->all.size());
    for (std::uint32_t i = 0; i < digests_->all.size(); ++i) by_name.emplace(digests_->all[i].name, i);
    same_numbers_ = true;
    for (std::uint32_t i = 0; i < looked_.size(); ++i) {
        const auto now = by_name.find(looked_[i].name);
        const bool is_same = now != by_name.end() && digests_->all[now->second].digest == looked_[i].digest;
        numbers_.push_back(is_same ? now->second : changed);
        same_numbers_ = same_numbers_ && (!is_same || now->second == i);
    }
}

void PageCache::compare(const pages::Digests& digests, unsigned jobs) {
    digests_ = &digests;
    reading_.join();
    if (everywhere_ != digests.everywhere) {
        known_.clear();
        slots_.clear();
    }
    if (known_.empty()) {
        pointed_.clear();
        return;
    }
    compare_numbers();
    parallel_for(known_.size(), jobs, [&](std::size_t i, unsigned) {
        BinaryReader in(known_[i].looked);
        bool is_same = true;
        each_looked(in, [&](std::uint32_t number) { is_same = is_same && numbers_[number] != changed; });
        known_[i].is_same = is_same;
    });
    changed_ = looked_.size() != digests.all.size() || !std::ranges::all_of(known_, &Known::is_same);
}

auto PageCache::place_of(std::string_view path) const -> std::uint32_t {
    if (slots_.empty()) return nothing;
    return slots_[probe(slots_.size(), hash_of(path),
                        [&](std::size_t at) { return slots_[at] == nothing || known_[slots_[at]].path == path; })];
}

auto PageCache::before(std::string_view path) const -> const Known* {
    const std::uint32_t place = place_of(path);
    return place == nothing ? nullptr : &known_[place];
}

auto PageCache::find(std::string_view path) -> Known* {
    const std::uint32_t place = place_of(path);
    return place != nothing && known_[place].is_same ? &known_[place] : nullptr;
}

// What was there and is not now: pages, and anchors of pages that were made anew.
auto PageCache::still_holds(const std::vector<std::string_view>& paths) const -> bool {
    std::unordered_set<std::uint64_t> gone;
    for (const Known& page : known_) {
        if (page.kept || std::ranges::binary_search(paths, page.path)) continue;
        gone.insert(key_of(hash_of(page.path), {}));
        each_anchor(page.anchors, [&](std::uint64_t anchor) { gone.insert(anchor); });
    }
    for (const Made& page : made_) {
        const Known* then = before(page.path);
        if (then == nullptr || then->anchors == as_bytes(page.anchors)) continue;
        each_anchor(then->anchors, [&](std::uint64_t anchor) {
            if (!std::ranges::binary_search(page.anchors, anchor)) gone.insert(anchor);
        });
    }
    return gone.empty() ||
           std::ranges::none_of(pointed_, [&](const Pointed& one) { return gone.contains(one.path) || gone.contains(one.key); });
}

auto PageCache::kept_anchor(std::string_view path, std::uint64_t anchor) const -> bool {
    const Known* page = before(path);
    bool found = false;
    if (page != nullptr && page->is_same) each_anchor(page->anchors, [&](std::uint64_t one) { found = found || one == anchor; });
    return found;
}

void PageCache::keep(Known& page, std::string_view emitter) {
    page.emitter = emitter;
    page.kept = true;
}

void PageCache::made(const std::string& path, const Digest& digest, std::uint64_t size, const std::vector<bank::Seen>& seen,
                     std::vector<std::uint64_t> anchors) {
    std::vector<bank::Seen> all = seen;
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    Made page{path, digest, size, {}, std::move(anchors)};
    page.looked.reserve(all.size());
    for (const bank::Seen one : all) page.looked.push_back(digests_->number_of(one));
    std::ranges::sort(page.looked);
    const std::scoped_lock lock(guard_);
    changed_ = true;
    made_.push_back(std::move(page));
}

void PageCache::save(std::vector<Pointed> pointed) {
    if (!changed_ && std::ranges::all_of(known_, &Known::kept)) return;
    BinaryWriter out;
    out.put(identity_);
    out.put(digests_->everywhere);
    out.put_list(digests_->all, [&](const pages::Looked& looked) { out.put(looked); });
    std::ranges::sort(made_, {}, &Made::path);
    saving_ = std::jthread([this, out = std::move(out), pointed = std::move(pointed)]() mutable { write(out, std::move(pointed)); });
}

// As it was read, where numbers mean what they meant.
void PageCache::write_known(BinaryWriter& out, const Known& page) const {
    if (same_numbers_) {
        out.bytes += page.written;
        return;
    }
    std::vector<std::uint32_t> looked;
    BinaryReader in(page.looked);
    each_looked(in, [&](std::uint32_t number) { looked.push_back(numbers_[number]); });
    std::ranges::sort(looked);
    out.bytes.append(page.written.data(), page.looked.data());
    put_looked(out, looked);
    out.bytes.append(page.looked.data() + page.looked.size(), page.written.data() + page.written.size());
}

void PageCache::write(BinaryWriter& out, std::vector<Pointed> pointed) const {
    out.bytes.reserve(out.bytes.size() + bytes_.size() + bytes_.size() / 16);
    std::ranges::sort(pointed);
    std::vector<Pointed> all;
    std::ranges::set_union(pointed_, pointed, std::back_inserter(all));
    all.erase(std::unique(all.begin(), all.end()), all.end());
    out.put_list(all, [&](const Pointed& one) { out.put(one); });
    const auto kept = static_cast<std::uint64_t>(std::ranges::count(known_, true, &Known::kept));
    out.put_number(kept + made_.size());
    auto known = known_.begin();
    const auto put_known_before = [&](const std::string* path) {
        for (; known != known_.end() && (path == nullptr || known->path < *path); ++known) {
            if (known->kept) write_known(out, *known);
        }
    };
    for (const Made& page : made_) {
        put_known_before(&page.path);
        out.put_text(page.path);
        out.put(page.digest);
        out.put_number(page.size);
        put_looked(out, page.looked);
        out.put_number(page.anchors.size());
        out.bytes += as_bytes(page.anchors);
    }
    put_known_before(nullptr);
    files::write_sealed(path_, head, out.bytes);
}

void PageCache::finish() {
    if (saving_.joinable()) saving_.join();
}

void PageCache::drop() {
    finish();
    std::error_code error;
    std::filesystem::remove(path_, error);
}

}  // namespace praxis::emit
