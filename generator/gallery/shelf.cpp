#include "gallery/shelf.h"

#include <filesystem>

#include "base/binary.h"
#include "files/sealed.h"

namespace praxis::gallery {
namespace {

constexpr std::string_view index_head = "praxis pictures 1\n", copies_head = "praxis copies 1\n";

}  // namespace

Shelf::Shelf(const std::string& cache) {
    if (cache.empty()) return;
    index_ = cache + "/bank.pictures";
    folder_ = cache + "/pictures";
    read_index();
}

void Shelf::read_index() {
    const std::string bytes = files::read_sealed(index_, index_head);
    BinaryReader in(bytes);
    if (bytes.empty() || in.get_text() != recipe()) return;
    const std::uint64_t count = in.get_number();
    for (std::uint64_t i = 0; i < count && !in.is_bad(); ++i) {
        const auto picture = in.get<Digest>();
        Known known;
        known.copies.fault = in.get<pictures::Fault>();
        in.get_list(known.copies.all, [&] {
            Copy copy;
            copy.format = in.get<Format>();
            copy.width = in.get_small();
            copy.height = in.get_small();
            copy.size = in.get_number();
            copy.digest = in.get<Digest>();
            return copy;
        });
        known_.emplace(picture, std::move(known));
    }
    if (!in.is_at_end()) known_.clear();
}

auto Shelf::path_of(const Digest& picture) const -> std::string {
    return folder_ + "/" + to_hex(picture);
}

auto Shelf::find(const Digest& picture) -> std::optional<Copies> {
    const std::scoped_lock lock(guard_);
    const auto at = known_.find(picture);
    if (at == known_.end()) return std::nullopt;
    asked_.insert(picture);
    return at->second.copies;
}

void Shelf::put(const Digest& picture, const Made& made) {
    Known known{made.copies, {}};
    BinaryWriter out;
    out.put_list(made.bytes, [&](const std::string& one) { out.put_text(one); });
    if (!folder_.empty() && !made.bytes.empty()) {
        std::error_code error;
        std::filesystem::create_directories(folder_, error);
        files::write_sealed(path_of(picture), copies_head, out.bytes);
    }
    const std::scoped_lock lock(guard_);
    if (folder_.empty() && !made.bytes.empty()) {
        if (!scratch_) {
            if (auto opened = files::Scratch::open()) scratch_.emplace(std::move(*opened));
        }
        for (const std::string& one : made.bytes) {
            const auto slice = scratch_ ? scratch_->append(one) : failure(files::SystemError{});
            known.slices.push_back(slice ? *slice : files::Scratch::Slice{});
        }
    }
    known_.insert_or_assign(picture, std::move(known));
    asked_.insert(picture);
    changed_ = true;
}

auto Shelf::read(const Digest& picture, std::size_t number) const -> std::string {
    const auto at = known_.find(picture);
    if (at == known_.end() || number >= at->second.copies.all.size()) return {};
    std::string bytes;
    if (folder_.empty()) {
        const auto& slices = at->second.slices;
        if (auto kept = scratch_ && number < slices.size() ? scratch_->read(slices[number]) : failure(files::SystemError{})) bytes = *kept;
    } else {
        const std::string kept = files::read_sealed(path_of(picture), copies_head);
        BinaryReader in(kept);
        std::vector<std::string_view> all;
        if (!kept.empty()) in.get_list(all, [&] { return in.get_text(); });
        if (in.is_at_end() && number < all.size()) bytes = all[number];
    }
    return digest_of(bytes) == at->second.copies.all[number].digest ? bytes : std::string();
}

void Shelf::save() {
    if (folder_.empty()) return;
    if (std::erase_if(known_, [&](const auto& one) { return !asked_.contains(one.first); }) > 0) changed_ = true;
    if (!changed_) return;
    BinaryWriter out;
    out.put_text(recipe());
    out.put_number(known_.size());
    std::set<std::string> names;
    for (const auto& [picture, known] : known_) {
        names.insert(to_hex(picture));
        out.put(picture);
        out.put(known.copies.fault);
        out.put_list(known.copies.all, [&](const Copy& copy) {
            out.put(copy.format);
            out.put_number(copy.width);
            out.put_number(copy.height);
            out.put_number(copy.size);
            out.put(copy.digest);
        });
    }
    files::write_sealed(index_, index_head, out.bytes);
    std::error_code error;
    std::vector<std::filesystem::path> unused;
    for (std::filesystem::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
        if (!names.contains(at->path().filename().string())) unused.push_back(at->path());
    }
    for (const auto& path : unused) std::filesystem::remove(path, error);
}

}  // namespace praxis::gallery
