#include <algorithm>

#include "fields/date.h"
#include "input/input_set.h"
#include "language/text.h"
#include "packages/archive.h"
#include "packages/codes.h"
#include "records/record.h"
#include "values/scalars.h"
#include "yaml/node.h"

namespace praxis::packages {
namespace {

constexpr std::uint64_t most_declaration = 64 * 1024, most_record = 256 * 1024, most_entity = 1024 * 1024, most_picture = 10 * 1024 * 1024;
constexpr std::string_view declaration_name = "declaration.yaml", entity_name = "record.yaml";
constexpr std::size_t most_line = 300, most_message = 4000;

auto extension_of(std::string_view name) -> std::string_view {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
}

auto is_picture_name(std::string_view name) -> bool {
    const std::string_view extension = extension_of(name);
    const bool known = extension == "jpg" || extension == "jpeg" || extension == "png" || extension == "webp";
    return known && input::is_id(name.substr(0, name.rfind('.'))) && !input::is_device_name(name.substr(0, name.rfind('.')));
}

auto most_bytes_of(std::string_view name) -> std::uint64_t {
    if (name == declaration_name) return most_declaration;
    if (name == entity_name) return most_entity;
    if (name.ends_with(".md")) return language::is_language_tag(name.substr(0, name.size() - 3)) ? most_record : 0;
    return is_picture_name(name) ? most_picture : 0;
}

// Whether the bytes begin as the name promises.
auto is_picture(const PackedFile& file) -> bool {
    const std::string_view bytes = file.bytes, extension = extension_of(file.name);
    if (extension == "png") return bytes.starts_with("\x89PNG\r\n\x1A\n");
    if (extension == "webp") return bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP";
    return bytes.starts_with("\xFF\xD8\xFF");
}

// What the editors write: a stranger does not review herself, nor take addresses.
auto is_for_editors(std::string_view key) -> bool {
    static constexpr std::array<std::string_view, 7> keys{"review",    "published", "last_verified", "changes",
                                                          "withdrawn", "slug",      "aliases"};
    return std::ranges::find(keys, key) != keys.end();
}

class PackageReader {
public:
    Outcome<std::optional<Package>> outcome;

    void run(std::string_view file, std::string_view bytes) {
        if (bytes.size() > most_package_bytes)
            return report(codes::too_large, {std::string(file), std::to_string(bytes.size()), std::to_string(most_package_bytes)});
        auto archive = read_archive(file, bytes, most_bytes_of);
        append(outcome.diagnostics, std::move(archive.diagnostics));
        if (has_errors(outcome.diagnostics)) return;
        const auto declared = std::ranges::find(archive.value, declaration_name, &PackedFile::name);
        if (declared == archive.value.end()) return report(codes::bad_declaration, {std::string(declaration_name)});
        read_declaration(*declared);
        if (has_errors(outcome.diagnostics)) return;
        for (PackedFile& packed : archive.value) {
            if (packed.name != declaration_name) take(std::move(packed));
        }
        if (package_.record.name.empty() && !has_errors(outcome.diagnostics)) report(codes::bad_record, {record_name()});
        if (!has_errors(outcome.diagnostics)) outcome.value = std::move(package_);
    }

private:
    void report(const Code& code, std::vector<std::string> arguments) {
        outcome.diagnostics.push_back(diagnose(code, {}, std::move(arguments)));
    }

    auto is_markdown() const -> bool { return fields::entry(package_.kind).format == fields::Format::markdown; }
    auto record_name() const -> std::string { return is_markdown() ? package_.language + ".md" : std::string(entity_name); }

    static auto is_clean(std::string_view text) -> bool { return input::check_text(text, FileId::none).empty(); }

    auto text_of(const PackedFile& file) -> bool {
        if (is_clean(file.bytes)) return true;
        report(codes::not_text, {file.name});
        return false;
    }

    // A value on one line; escapes of YAML can write what a text may not hold.
    auto line(const yaml::Node& map, std::string_view key, std::size_t most = most_line) -> std::string {
        const yaml::Node* node = map.find(key);
        if (node == nullptr) return {};
        const bool good = node->kind == yaml::NodeKind::scalar && node->text.size() <= most && is_clean(node->text);
        if (!good) report(codes::bad_declaration, {std::string(key)});
        std::string text = good ? node->text : std::string();
        if (most == most_line)
            std::ranges::replace_if(
                text, [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
        return text;
    }

    auto needed(const yaml::Node& map, std::string_view key) -> std::string {
        std::string text = line(map, key);
        if (text.empty() && !has_errors(outcome.diagnostics)) report(codes::bad_declaration, {std::string(key)});
        return text;
    }

    auto lines(const yaml::Node& map, std::string_view key) -> std::vector<std::string> {
        std::vector<std::string> all;
        const yaml::Node* list = map.find(key);
        for (std::size_t i = 0; list != nullptr && list->kind == yaml::NodeKind::list && i < list->items.size(); ++i) {
            const yaml::Node& item = list->items[i];
            const bool good = item.kind == yaml::NodeKind::scalar && item.text.size() <= 2 * most_line && is_clean(item.text);
            if (!good || i >= 50) return report(codes::bad_declaration, {std::string(key)}), all;
            all.push_back(item.text);
        }
        return all;
    }

    void read_declaration(const PackedFile& file) {
        if (!text_of(file)) return;
        auto tree = yaml::read_yaml(file.bytes, FileId::none, 0);
        if (!tree.value || has_errors(tree.diagnostics)) return report(codes::bad_declaration, {file.name});
        const yaml::Node& map = *tree.value;
        const std::string kind = needed(map, "kind");
        const auto entry = std::ranges::find(fields::kinds(), kind, &fields::KindEntry::name);
        if (entry == fields::kinds().end() || entry->kind == fields::Kind::page) return report(codes::bad_declaration, {"kind"});
        package_.kind = entry->kind;
        package_.id = needed(map, "id");
        if (!input::is_free_id(package_.id)) return report(codes::bad_declaration, {"id"});
        package_.language = needed(map, "language");
        if (!language::is_language_tag(package_.language)) return report(codes::bad_declaration, {"language"});
        package_.title = line(map, "title");
        package_.date = needed(map, "date");
        if (!fields::parse_date(package_.date)) return report(codes::bad_declaration, {"date"});
        package_.message = line(map, "message", most_message);
        package_.awards = lines(map, "awards");
        package_.declares = lines(map, "declares");
        if (package_.declares.empty()) return report(codes::bad_declaration, {"declares"});
        read_sender(map.find("sender"));
    }

    void read_sender(const yaml::Node* sender) {
        if (sender == nullptr || sender->kind != yaml::NodeKind::map) return report(codes::bad_declaration, {"sender"});
        package_.sender = needed(*sender, "name");
        package_.office = line(*sender, "office");
        package_.email = needed(*sender, "email");
        if (!values::has_form(fields::Type::email, package_.email)) report(codes::bad_declaration, {"email"});
    }

    void take(PackedFile file) {
        const bool text = file.name.ends_with(".md") || file.name == entity_name;
        if (text && file.name != record_name()) return report(codes::unexpected_entry, {file.name, "@entry.name"});
        if (!text) {
            if (!is_markdown()) return report(codes::unexpected_entry, {file.name, "@entry.name"});
            if (!is_picture(file)) return report(codes::not_picture, {file.name});
            return package_.pictures.push_back(std::move(file));
        }
        if (!text_of(file)) return;
        package_.record.name = file.name;
        package_.record.bytes = is_markdown() ? submitted(file) : entity(std::move(file));
    }

    // Escapes of YAML can write what the bytes do not show.
    static auto is_clean_whole(const yaml::Node& node) -> bool {
        if (node.kind == yaml::NodeKind::scalar) return is_clean(node.text);
        return std::ranges::all_of(node.keys, is_clean_whole) && std::ranges::all_of(node.items, is_clean_whole);
    }

    // A record of a YAML kind stays as it is, if it can be read.
    auto entity(PackedFile file) -> std::string {
        const auto tree = yaml::read_yaml(file.bytes, FileId::none, 0);
        if (!tree.value || has_errors(tree.diagnostics)) return report(codes::bad_record, {file.name}), std::string();
        if (!is_clean_whole(*tree.value)) return report(codes::not_text, {file.name}), std::string();
        return std::move(file.bytes);
    }

    // The record as it is placed: without what is the editors' to say, and in the state *submitted*.
    auto submitted(const PackedFile& file) -> std::string {
        const records::FrontMatter front = records::split_front_matter(file.bytes);
        const std::string_view fields = front.closed ? std::string_view(file.bytes).substr(front.begin, front.end - front.begin) : "";
        auto tree = yaml::read_yaml(fields, FileId::none, 0);
        if (!front.closed || !tree.value || has_errors(tree.diagnostics)) return report(codes::bad_record, {file.name}), std::string();
        if (!is_clean_whole(*tree.value)) return report(codes::not_text, {file.name}), std::string();
        std::string out = file.bytes.substr(0, front.begin);
        const std::vector<yaml::Node>& keys = tree.value->keys;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const std::size_t begin = keys[i].span.begin, end = i + 1 < keys.size() ? keys[i + 1].span.begin : fields.size();
            // Each key begins its line: what is taken out is whole lines.
            if (begin > 0 && fields[begin - 1] != '\n') return report(codes::bad_record, {file.name}), std::string();
            if (!is_for_editors(keys[i].text)) out += fields.substr(begin, end - begin);
        }
        if (!out.ends_with('\n')) out += '\n';
        return out + "review: {state: submitted}\n" + file.bytes.substr(front.end);
    }

    Package package_;
};

}  // namespace

auto read_package(std::string_view file, std::string_view bytes) -> Outcome<std::optional<Package>> {
    PackageReader reader;
    reader.run(file, bytes);
    return std::move(reader.outcome);
}

}  // namespace praxis::packages
