// Pictures and documents beside records: each one listed, described in the record's languages, with
// consent where people can be recognised; nothing that runs.
#include <algorithm>
#include <set>

#include "bank/builder.h"
#include "bank/codes.h"
#include "bank/drawings.h"
#include "report/suggest.h"

namespace praxis::bank {
namespace {

constexpr std::uint64_t most_drawing_bytes = 1024 * 1024;

auto folder_of(std::string_view path) -> std::string_view {
    return path.substr(0, path.rfind('/') + 1);
}

class ImageCheck {
public:
    ImageCheck(const Entity& entity, const Linking& linking, Diagnostics& found) : entity_(entity), linking_(linking), found_(found) {}

    void run() {
        for (const Value& image : entity_.facts.items_of("images")) check_image(image);
        for (const Value& document : entity_.facts.items_of("documents")) {
            for (const std::string_view key : {"file", "transcript"}) {
                if (const Value* file = document.find(key)) check_there(*file);
            }
        }
        check_drawings();
        if (names_files("images") && names_files("documents")) check_unused();
    }

private:
    // Whether all names of files in a list could be read.
    auto names_files(std::string_view key) const -> bool {
        const auto& items = entity_.facts.items_of(key);
        return is_readable(entity_, key) &&
               std::ranges::all_of(items, [](const Value& item) { return item.find("file") != nullptr || !item.was_written("file"); });
    }

    auto folder() const -> std::string { return std::string(folder_of(linking_.inputs[entity_.file].path)); }

    auto check_there(const Value& file) -> bool {
        listed_.insert(file.text);
        if (linking_.inputs.find(folder() + file.text)) return true;
        std::vector<std::string_view> beside;
        for (const input::InputFile& other : files_below(linking_.inputs, folder())) {
            if (other.role == input::Role::attachment) beside.push_back(std::string_view(other.path).substr(folder().size()));
        }
        auto near = nearest(file.text, beside);
        listed_.insert(near.begin(), near.end());  // named there: not told once more as unused
        found_.push_back(diagnose(codes::missing_picture, file.span(entity_.file), {file.text}, std::move(near)));
        return false;
    }

    void check_image(const Value& image) {
        const Value* file = image.find("file");
        if (file == nullptr || !check_there(*file)) return;
        if (image.text_of("people") == "identifiable" && !image.was_written("consent"))
            found_.push_back(diagnose(codes::missing_consent, image.find("people")->span(entity_.file), {file->text}));
        for (std::size_t i = 1; i < entity_.texts.size(); ++i) check_alternative(entity_.texts[i], file->text);
    }

    void check_alternative(const Text& text, const std::string& file) {
        for (const Value& image : text.fields.items_of("images")) {
            if (image.text == file && image.was_written("alt")) return;
        }
        found_.push_back(diagnose(codes::missing_alternative, whole_file(text.file), {file, text.language}));
    }

    // Listed or shown or neither: no drawing that runs lies beside a record.
    void check_drawings() {
        for (const input::InputFile& file : files_below(linking_.inputs, folder())) {
            if (file.role != input::Role::attachment || file.broken || !file.path.ends_with(".svg")) continue;
            const auto id = static_cast<FileId>(&file - linking_.inputs.all().data());
            const auto bytes = linking_.inputs.read(id, most_drawing_bytes + 1);
            if (!bytes) continue;
            const std::string_view danger = bytes->size() > most_drawing_bytes ? "> 1 MB" : danger_in(*bytes);
            if (!danger.empty())
                found_.push_back(diagnose(codes::unsafe_picture, whole_file(id), {file.path.substr(folder().size()), std::string(danger)}));
        }
    }

    void check_unused() {
        const std::string own = folder();
        // What a text shows or links is told there.
        for (const Text& text : entity_.texts) {
            for (const markdown::Link& link : text.outline.links) listed_.insert(link.destination);
        }
        for (const input::InputFile& file : files_below(linking_.inputs, own)) {
            if (file.role != input::Role::attachment || file.broken) continue;
            const std::string name = file.path.substr(own.size());
            const auto id = static_cast<FileId>(&file - linking_.inputs.all().data());
            if (!listed_.contains(name)) found_.push_back(diagnose(codes::unused_attachment, whole_file(id), {name}));
        }
    }

    const Entity& entity_;
    const Linking& linking_;
    Diagnostics& found_;
    std::set<std::string> listed_;
};

}  // namespace

void check_images(const Bank& bank, const Linking& linking, Diagnostics& found) {
    for (const fields::KindEntry& kind : fields::kinds()) {
        if (kind.format != fields::Format::markdown) continue;
        for (const Entity& entity : bank.entities(kind.kind)) {
            if (!entity.broken) ImageCheck(entity, linking, found).run();
        }
    }
}

}  // namespace praxis::bank
