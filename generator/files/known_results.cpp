#include "files/known_results.h"

#include "base/binary.h"
#include "files/sealed.h"

namespace praxis::files {
namespace {

constexpr std::string_view head = "praxis results 1\n";

}  // namespace

KnownResults::KnownResults(std::string path, const Digest& identity) : path_(std::move(path)), identity_(identity) {
    const std::string bytes = path_.empty() ? std::string() : read_sealed(path_, head);
    BinaryReader in(bytes);
    if (bytes.empty() || in.get<Digest>() != identity_) return;
    for (std::uint64_t left = in.get_number(); left > 0 && !in.is_bad(); --left) {
        const auto of = in.get<Digest>();
        then_.emplace(of, in.get_text());
    }
    if (!in.is_at_end()) then_.clear();
}

auto KnownResults::find(const Digest& of) -> const std::string* {
    if (const auto known = then_.find(of); known != then_.end()) now_.insert(then_.extract(known));
    const auto asked = now_.find(of);
    return asked == now_.end() ? nullptr : &asked->second;
}

void KnownResults::keep(const Digest& of, std::string result) {
    changed_ = true;
    now_.emplace(of, std::move(result));
}

void KnownResults::save() const {
    if (path_.empty() || !changed_) return;
    BinaryWriter out;
    out.put(identity_);
    out.put_number(now_.size());
    for (const auto& [of, result] : now_) {
        out.put(of);
        out.put_text(result);
    }
    write_sealed(path_, head, out.bytes);
}

}  // namespace praxis::files
