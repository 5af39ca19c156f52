#include "records/cache.h"

#include <algorithm>
#include <filesystem>

#include "base/binary.h"
#include "files/sealed.h"

namespace praxis::records {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view head = "praxis cache 1\n";
constexpr std::uint64_t tolerated_refuse = 4 * 1024 * 1024;

void put(BinaryWriter& out, const files::Scratch::Slice& slice) {
    out.put_number(slice.offset);
    out.put_number(slice.size);
    out.put(slice.hash);
}

auto get(BinaryReader& in) -> files::Scratch::Slice {
    const std::uint64_t offset = in.get_number();
    const std::uint32_t size = in.get_small();
    return {offset, size, in.get<std::uint64_t>()};
}

struct Index {
    std::uint64_t end = 0;  // of what is of use in the data
    std::vector<Cache::Entry> entries;
};

auto read_index(const std::string& path, const Digest& identity) -> Index {
    const std::string bytes = files::read_sealed(path, head);
    BinaryReader in(bytes);
    if (in.get<Digest>() != identity) return {};
    Index index;
    index.end = in.get_number();
    in.get_list(index.entries, [&] {
        Cache::Entry entry;
        entry.path = in.get_text();
        entry.digest = in.get<Digest>();
        entry.record = get(in);
        entry.body = get(in);
        return entry;
    });
    return in.is_at_end() ? index : Index{};
}

auto file_in(const std::string& folder, std::string_view name) -> std::string {
    return folder + "/" + std::string(name);
}

}  // namespace

auto Cache::open(const std::string& folder, const Digest& identity) -> std::optional<Cache> {
    std::error_code error;
    fs::create_directories(folder, error);
    // The lock comes first: another build may be writing the index.
    const std::string data = file_in(folder, "bank.data");
    auto scratch = files::Scratch::keep(data);
    if (!scratch) return std::nullopt;
    Index index = read_index(file_in(folder, "bank.index"), identity);
    if (fs::file_size(data, error) < index.end || error) index = {};
    if (!scratch->cut(index.end)) return std::nullopt;
    return Cache(folder, identity, std::move(*scratch), std::move(index.entries));
}

auto Cache::find(std::string_view path, const Digest& digest) const -> const Entry* {
    const auto at = std::ranges::lower_bound(known_, path, {}, &Entry::path);
    return at != known_.end() && at->path == path && at->digest == digest ? &*at : nullptr;
}

void Cache::keep(Entry entry) {
    const std::scoped_lock lock(*guard_);
    kept_.push_back(std::move(entry));
}

void Cache::write(std::uint64_t end, const std::vector<Entry>& entries) const {
    BinaryWriter out;
    out.put(identity_);
    out.put_number(end);
    out.put_list(entries, [&](const Entry& entry) {
        out.put_text(entry.path);
        out.put(entry.digest);
        put(out, entry.record);
        put(out, entry.body);
    });
    files::write_sealed(file_in(folder_, "bank.index"), head, out.bytes);
}

void Cache::save() {
    std::ranges::sort(kept_, {}, &Entry::path);
    const auto same = [](const Entry& a, const Entry& b) { return a.path == b.path && a.digest == b.digest; };
    if (std::ranges::equal(known_, kept_, same)) return;
    std::uint64_t used = 0;
    for (const Entry& entry : kept_) used += entry.record.size + entry.body.size;
    if (scratch_.end() > 2 * used + tolerated_refuse)
        write(0, {});
    else
        write(scratch_.end(), kept_);
}

void Cache::drop() {
    std::error_code error;
    fs::remove(file_in(folder_, "bank.index"), error);
}

}  // namespace praxis::records
