#include "emit/page_cache.h"

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "base/binary.h"
#include "files/sealed.h"

namespace praxis::emit {
namespace {

constexpr std::string_view head = "praxis pages 2\n";
constexpr std::uint32_t changed = 0xFFFFFFFF;

// For each thing that was looked at then, its number now, or `changed`.
auto numbers_now(BinaryReader& in, const pages::Digests& digests) -> std::vector<std::uint32_t> {
    std::unordered_map<std::uint64_t, std::uint32_t> by_name;
    by_name.reserve(digests.all.size());
    for (std::uint32_t i = 0; i < digests.all.size(); ++i) by_name.emplace(digests.all[i].name, i);
    std::vector<std::uint32_t> numbers;
    in.get_list(numbers, [&] {
        const auto then = in.get<pages::Looked>();
        const auto now = by_name.find(then.name);
        return now != by_name.end() && digests.all[now->second].digest == then.digest ? now->second : changed;
    });
    return numbers;
}

void put(BinaryWriter& out, std::string_view path, const PageCache::Page& page) {
    out.put_text(path);
    out.put(page.digest);
    out.put_number(page.size);
    std::uint32_t before = 0;
    out.put_list(page.looked, [&](std::uint32_t number) {
        out.put_number(number - before);
        before = number;
    });
    out.put_list(page.anchors, [&](std::uint64_t anchor) { out.put(anchor); });
}

}  // namespace

void PageCache::compare(const pages::Digests& digests) {
    digests_ = &digests;
    const std::string bytes = files::read_sealed(path_, head);
    if (bytes.empty()) return;
    BinaryReader in(bytes);
    if (in.get<Digest>() != identity_ || in.get<Digest>() != digests.everywhere) return;
    const auto numbers = numbers_now(in, digests);
    in.get_list(pointed_, [&] { return in.get<Pointed>(); });
    const std::uint64_t count = in.get_number();
    known_.reserve(std::min<std::uint64_t>(count, bytes.size()));  // a page takes more than a byte
    bool same = numbers.size() == digests.all.size();
    for (std::uint64_t i = 0; i < count && !in.is_bad(); ++i) {
        std::string path(in.get_text());
        Page page;
        page.digest = in.get<Digest>();
        page.size = in.get_number();
        std::uint32_t number = 0;
        bool is_same = true;
        in.get_list(page.looked, [&] {
            number += in.get_small();
            const std::uint32_t now = number < numbers.size() ? numbers[number] : changed;
            is_same = is_same && now != changed;
            return now;
        });
        if (!std::ranges::is_sorted(page.looked)) std::ranges::sort(page.looked);
        in.get_list(page.anchors, [&] { return in.get<std::uint64_t>(); });
        same = same && is_same;
        (is_same ? known_ : other_).emplace(std::move(path), std::move(page));
    }
    if (!in.is_at_end()) {
        known_.clear();
        other_.clear();
        pointed_.clear();
        same = false;
    }
    changed_ = !same;
}

auto PageCache::find(std::string_view path) const -> const Known* {
    const auto at = known_.find(std::string(path));
    return at == known_.end() ? nullptr : &*at;
}

auto PageCache::before(const std::string& path) const -> const Page* {
    if (const Known* known = find(path)) return &known->second;
    const auto at = other_.find(path);
    return at == other_.end() ? nullptr : &at->second;
}

// What was there and is not now: pages, and anchors of pages that were made anew.
auto PageCache::still_holds(const std::vector<std::string_view>& paths) const -> bool {
    std::unordered_set<std::uint64_t> gone;
    const auto look_for = [&](const Pages& pages) {
        for (const auto& [path, page] : pages) {
            if (std::ranges::binary_search(paths, std::string_view(path))) continue;
            gone.insert(key_of(hash_of(path), {}));
            gone.insert(page.anchors.begin(), page.anchors.end());
        }
    };
    if (kept_.size() < known_.size()) look_for(known_);
    look_for(other_);
    for (const auto& [path, page] : made_) {
        const Page* then = before(path);
        if (then == nullptr || then->anchors == page.anchors) continue;
        const std::unordered_set<std::uint64_t> now(page.anchors.begin(), page.anchors.end());
        for (const std::uint64_t anchor : then->anchors) {
            if (!now.contains(anchor)) gone.insert(anchor);
        }
    }
    return gone.empty() ||
           std::ranges::none_of(pointed_, [&](const Pointed& one) { return gone.contains(one.path) || gone.contains(one.key); });
}

auto PageCache::kept_anchor(std::string_view path, std::uint64_t anchor) const -> bool {
    const Known* known = find(path);
    return known != nullptr && std::ranges::find(known->second.anchors, anchor) != known->second.anchors.end();
}

void PageCache::keep(const Known& page) {
    const std::scoped_lock lock(guard_);
    kept_.push_back(&page);
}

void PageCache::made(const std::string& path, const Digest& digest, std::uint64_t size, const std::vector<bank::Seen>& seen,
                     std::vector<std::uint64_t> anchors) {
    std::vector<bank::Seen> all = seen;
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    Page page{digest, size, {}, std::move(anchors)};
    page.looked.reserve(all.size());
    for (const bank::Seen one : all) page.looked.push_back(digests_->number_of(one));
    std::ranges::sort(page.looked);
    const std::scoped_lock lock(guard_);
    changed_ = true;
    made_.emplace_back(path, std::move(page));
}

void PageCache::save(std::vector<Pointed> pointed) {
    if (!changed_ && kept_.size() == known_.size()) return;
    BinaryWriter out;
    out.put(identity_);
    out.put(digests_->everywhere);
    out.put_list(digests_->all, [&](const pages::Looked& looked) { out.put(looked); });
    saving_ = std::jthread([this, out = std::move(out), pointed = std::move(pointed)]() mutable { write(out, std::move(pointed)); });
}

void PageCache::write(BinaryWriter& out, std::vector<Pointed> pointed) const {
    std::vector<std::pair<std::string_view, const Page*>> now;
    now.reserve(kept_.size() + made_.size());
    for (const auto* kept : kept_) now.emplace_back(kept->first, &kept->second);
    for (const auto& [path, page] : made_) now.emplace_back(path, &page);
    std::ranges::sort(now);
    pointed.insert(pointed.end(), pointed_.begin(), pointed_.end());
    std::ranges::sort(pointed);
    pointed.erase(std::unique(pointed.begin(), pointed.end()), pointed.end());
    out.put_list(pointed, [&](const Pointed& one) { out.put(one); });
    out.put_number(now.size());
    for (const auto& [path, page] : now) put(out, path, *page);
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
