#include "gallery/gallery.h"

#include <algorithm>

#include "base/parallel.h"
#include "gallery/codes.h"

namespace praxis::gallery {

namespace {

constexpr unsigned most_jobs = 8;  // a large picture takes much memory while it is read
constexpr std::uint64_t most_plain_bytes = 500 * 1024;

// What `images` lists, with the place where it does.
struct Listed {
    FileId file = FileId::none;
    const values::Value* name = nullptr;
    FileId record = FileId::none;
};

auto listed_pictures(const Hangable& from) -> std::vector<Listed> {
    std::vector<Listed> all;
    for (const fields::KindEntry& kind : fields::kinds()) {
        if (kind.format != fields::Format::markdown) continue;
        for (const bank::Entity& entity : from.bank.entities(kind.kind)) {
            if (!entity.is_present() || entity.withdrawn) continue;
            const std::string& record = from.inputs[entity.file].path;
            for (const values::Value& image : entity.facts.items_of("images")) {
                const values::Value* name = image.find("file");
                const auto file = name == nullptr ? std::nullopt : from.inputs.find(record.substr(0, record.rfind('/') + 1) + name->text);
                if (file && !from.inputs[*file].broken) all.push_back({*file, name, entity.file});
            }
        }
    }
    return all;
}

// By its name, whose bytes are then looked at.
auto is_drawing(std::string_view path) -> bool {
    return path.ends_with(".svg") || path.ends_with(".gif") || path.ends_with(".avif");
}

}  // namespace

class Hanging {
public:
    explicit Hanging(const Hangable& from) : from_(from) {
        done_.value.inputs_ = &from.inputs;
        done_.value.shelf_ = std::make_shared<Shelf>(from.cache);
    }

    auto run() -> Outcome<Gallery> {
        const auto listed = listed_pictures(from_);
        const auto hung = parallel_map(listed.size(), std::min(from_.jobs, most_jobs), [&](std::size_t i, unsigned) {
            return is_drawing(from_.inputs[listed[i].file].path) ? Gallery::Hung{{}, {pictures::Fault::foreign, {}}}
                                                                 : hang_one(listed[i].file);
        });
        for (std::size_t i = 0; i < listed.size(); ++i) {
            if (hung[i].copies.fault == pictures::Fault::none)
                done_.value.hung_.emplace(listed[i].file, hung[i]);
            else
                tell(listed[i], hung[i].copies.fault);
        }
        done_.value.shelf_->save();
        return std::move(done_);
    }

private:
    auto hang_one(FileId file) -> Gallery::Hung {
        Shelf& shelf = *done_.value.shelf_;
        std::string bytes;
        Digest digest = from_.digests.empty() ? Digest{} : from_.digests[static_cast<std::size_t>(file)];
        if (from_.digests.empty()) {
            bytes = from_.inputs.read(file, pictures::most_bytes + 1).value_or(std::string());
            digest = digest_of(bytes);
        }
        if (auto known = shelf.find(digest)) return {digest, std::move(*known)};
        if (bytes.empty()) bytes = from_.inputs.read(file, pictures::most_bytes + 1).value_or(std::string());
        const Made made = make_copies(bytes);
        shelf.put(digest, made);
        return {digest, made.copies};
    }

    // A foreign format under the name of a readable one is damage, too.
    void tell(const Listed& listed, pictures::Fault fault) {
        const std::uint64_t size = from_.inputs.size(listed.file);
        const Span span = listed.name->span(listed.record);
        const bool is_told = pictures::is_built() && fault != pictures::Fault::moving && !is_drawing(from_.inputs[listed.file].path);
        if (is_told && fault == pictures::Fault::too_large)
            done_.diagnostics.push_back(
                diagnose(codes::huge_picture, span, {listed.name->text, std::to_string(pictures::most_pixels / 1'000'000)}));
        else if (is_told)
            done_.diagnostics.push_back(diagnose(codes::damaged_picture, span, {listed.name->text}));
        if (size > most_plain_bytes)
            done_.diagnostics.push_back(diagnose(
                codes::heavy_picture, span, {listed.name->text, std::to_string(size / 1024), std::to_string(most_plain_bytes / 1024)}));
    }

    const Hangable& from_;
    Outcome<Gallery> done_;
};

auto hang(const Hangable& from) -> Outcome<Gallery> {
    return Hanging(from).run();
}

auto Gallery::find(FileId picture) const -> const Copies* {
    const auto at = hung_.find(picture);
    return at == hung_.end() ? nullptr : &at->second.copies;
}

auto Gallery::name_of(FileId picture, const Copy& copy) const -> std::string {
    const std::string& path = (*inputs_)[picture].path;
    const std::size_t slash = path.rfind('/') + 1;
    // Of the whole name too: `plaza.jpg` and `plaza.jpeg` may be the same picture.
    const std::uint64_t hash = hash_of(to_hex(hung_.at(picture).digest) + path.substr(slash));
    return path.substr(slash, path.rfind('.') - slash) + "." + short_hex(hash) + "-" + std::to_string(copy.width) +
           std::string(extension(copy.format));
}

auto Gallery::bytes(FileId picture, std::size_t number) const -> std::string {
    std::string kept = shelf_->read(hung_.at(picture).digest, number);
    if (!kept.empty()) return kept;
    const auto source = inputs_->read(picture, pictures::most_bytes + 1);
    Made made = source ? make_copies(*source) : Made{};
    return number < made.bytes.size() ? std::move(made.bytes[number]) : std::string();
}

}  // namespace praxis::gallery
