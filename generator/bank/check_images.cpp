// Pictures and documents beside records: each one listed, described in the record's languages, with
// consent where people can be recognised; nothing that runs.
#include <algorithm>
#include <array>
#include <set>

#include "bank/builder.h"
#include "bank/codes.h"
#include "report/suggest.h"

namespace praxis::bank {
namespace {

constexpr std::uint64_t most_drawing_bytes = 1024 * 1024;

auto folder_of(std::string_view path) -> std::string_view { return path.substr(0, path.rfind('/') + 1); }

auto lower(std::string text) -> std::string {
    for (char& c : text) c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32) : c;
    return text;
}

// What makes a drawing active, or load something: it is shown as `<img>`, and still refused.
auto danger_in(const std::string& drawing) -> std::string_view {
    static constexpr std::array<std::string_view, 9> signs{"<script", "javascript:", "<foreignobject", "<!entity", "<iframe", "<embed", "<object", "<handler", "<!doctype"};
    for (const std::string_view sign : signs) {
        if (drawing.find(sign) != std::string::npos) return sign;
    }
    for (std::size_t at = drawing.find(" on"); at != std::string::npos; at = drawing.find(" on", at + 1)) {
        const std::size_t end = drawing.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at + 3);
        if (end != std::string::npos && end > at + 3 && drawing[drawing.find_first_not_of(" \n\t", end)] == '=') return "on…=";
    }
    return {};
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
        check_unused();
    }

private:
    auto folder() const -> std::string { return std::string(folder_of(linking_.inputs[entity_.file].path)); }

    auto check_there(const Value& file) -> bool {
        listed_.insert(file.text);
        if (linking_.inputs.find(folder() + file.text)) return true;
        std::vector<std::string_view> beside;
        for (const input::InputFile& other : linking_.inputs.all()) {
            if (other.role == input::Role::attachment && other.path.starts_with(folder())) beside.push_back(std::string_view(other.path).substr(folder().size()));
        }
        found_.push_back(diagnose(codes::missing_picture, file.span(entity_.file), {file.text}, nearest(file.text, beside)));
        return false;
    }

    void check_image(const Value& image) {
        const Value* file = image.find("file");
        if (file == nullptr || !check_there(*file)) return;
        if (image.text_of("people") == "identifiable" && !image.was_written("consent")) found_.push_back(diagnose(codes::missing_consent, file->span(entity_.file), {file->text}));
        if (file->text.ends_with(".svg")) check_drawing(*file);
        for (std::size_t i = 1; i < entity_.texts.size(); ++i) check_alternative(entity_.texts[i], file->text);
    }

    void check_alternative(const Text& text, const std::string& file) {
        for (const Value& image : text.fields.items_of("images")) {
            if (image.text == file && image.was_written("alt")) return;
        }
        found_.push_back(diagnose(codes::missing_alternative, whole_file(text.file), {file, text.language}));
    }

    void check_drawing(const Value& file) {
        const auto id = linking_.inputs.find(folder() + file.text);
        const auto bytes = linking_.inputs.read(*id, most_drawing_bytes + 1);
        if (!bytes) return;
        const std::string_view danger = bytes->size() > most_drawing_bytes ? "> 1 MB" : danger_in(lower(*bytes));
        if (!danger.empty()) found_.push_back(diagnose(codes::unsafe_picture, whole_file(*id), {file.text, std::string(danger)}));
    }

    void check_unused() {
        const std::string own = folder();
        for (std::size_t i = 0; i < linking_.inputs.all().size(); ++i) {
            const input::InputFile& file = linking_.inputs.all()[i];
            if (file.role != input::Role::attachment || file.broken || !file.path.starts_with(own)) continue;
            const std::string name = file.path.substr(own.size());
            if (!listed_.contains(name)) found_.push_back(diagnose(codes::unused_attachment, whole_file(FileId(i)), {name}));
        }
    }

    const Entity& entity_;
    const Linking& linking_;
    Diagnostics& found_;
    std::set<std::string> listed_;
};

}  // namespace

void check_images(const Bank& bank, const Linking& linking, Diagnostics& found) {
    const bool none = std::ranges::none_of(linking.inputs.all(), [](const input::InputFile& file) { return file.role == input::Role::attachment; });
    for (const fields::KindEntry& kind : fields::kinds()) {
        if (kind.format != fields::Format::markdown) continue;
        for (const Entity& entity : bank.entities(kind.kind)) {
            const bool lists = entity.facts.find("images") != nullptr || entity.facts.find("documents") != nullptr;
            if (!entity.broken && (lists || !none)) ImageCheck(entity, linking, found).run();
        }
    }
}

}  // namespace praxis::bank
