#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "input/codes.h"
#include "input/input_set.h"
#include "report/suggest.h"

namespace praxis::input {
namespace {

using fields::Kind;

auto parts_of(std::string_view path) -> std::vector<std::string_view> {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t slash = std::min(path.find('/', at), path.size());
        parts.push_back(path.substr(at, slash - at));
        at = slash + 1;
    }
    return parts;
}

auto is_ignored(const std::vector<std::string_view>& parts) -> bool {
    if (std::ranges::any_of(parts, [](std::string_view part) { return part.starts_with('.') || part.ends_with('~'); })) return true;
    return parts.back() == "README.md" || parts.back() == "Thumbs.db";
}

auto folder_names() -> std::vector<std::string_view> {
    std::vector<std::string_view> names;
    for (const fields::KindEntry& entry : fields::kinds()) names.push_back(entry.folder);
    return names;
}

auto is_language_tag(std::string_view text) -> bool {
    return text.size() >= 2 && text.size() <= 11 && std::ranges::all_of(text, [](char c) {
               return c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
}

auto is_attachment_name(std::string_view name) -> bool {
    const bool plain = std::ranges::all_of(
        name, [](char c) { return c == '-' || c == '_' || c == '.' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    return plain && !name.starts_with('.') && !is_device_name(name.substr(0, name.find('.')));
}

// Sorts one listing into roles. What does not belong is reported once, at the outermost place.
class Sorter {
public:
    explicit Sorter(Diagnostics& found) : found_(found) {}

    // The file as it will stand in the table, or nothing for what is ignored.
    auto sort(const files::Entry& entry, FileId id) -> std::optional<InputFile> {
        const auto parts = parts_of(entry.path);
        if (is_ignored(parts)) return std::nullopt;
        InputFile file{.path = entry.path};
        if (entry.kind == files::EntryKind::link) {
            report(file, diagnose(codes::link, whole_file(id)));
        } else if (parts[0] != "content") {
            if (entry.kind == files::EntryKind::directory) return std::nullopt;
            file.role = parts[0] == "locale" ? Role::locale : Role::look;
        } else if (!sort_content(entry, parts, id, file)) {
            return std::nullopt;
        }
        return file;
    }

private:
    void report(InputFile& file, Diagnostic diagnostic) {
        file.broken = true;
        found_.push_back(std::move(diagnostic));
    }

    auto sort_content(const files::Entry& entry, const std::vector<std::string_view>& parts, FileId id, InputFile& file) -> bool {
        const bool directory = entry.kind == files::EntryKind::directory;
        if (parts.size() == 1) return false;
        if (parts.size() == 2 && parts[1] == "bank.yaml" && !directory) {
            file.role = Role::settings;
            return true;
        }
        if (parts.size() == 2 && !directory && (parts[1] == "glossary.yaml" || parts[1] == "claims.yaml")) {
            file.role = Role::table;
            return true;
        }
        const auto kind = fields::kind_of_folder(parts[1]);
        if (!kind) {
            if (unknown_.contains(parts[1])) return false;
            unknown_.emplace(parts[1]);
            const auto names = folder_names();
            report(file, diagnose(codes::unknown_folder, whole_file(id), {std::string(parts[1])}, nearest(parts[1], names)));
            return true;
        }
        if (parts.size() == 2) return false;
        file.kind = *kind;
        return fields::entry(*kind).format == fields::Format::yaml ? sort_entity(directory, parts, id, file)
                                                                   : sort_record(directory, parts, id, file);
    }

    auto sort_entity(bool directory, const std::vector<std::string_view>& parts, FileId id, InputFile& file) -> bool {
        if (parts.size() > 3) return false;
        file.role = Role::entity;
        file.id = std::string(parts[2].substr(0, parts[2].rfind('.')));
        if (directory) {
            report(file, diagnose(codes::not_a_file, whole_file(id), {std::string(parts[2])}));
        } else if (!parts[2].ends_with(".yaml")) {
            misplaced(file, id, parts[2]);
        } else {
            check_id(file, id);
        }
        return true;
    }

    auto sort_record(bool directory, const std::vector<std::string_view>& parts, FileId id, InputFile& file) -> bool {
        file.id = std::string(parts[2]);
        if (parts.size() == 3) {
            if (directory) return false;
            misplaced(file, id, parts[2]);
            return true;
        }
        if (parts.size() > 4) return false;
        if (directory) {
            file.role = Role::record;
            report(file, diagnose(codes::not_a_file, whole_file(id), {std::string(parts[3])}));
        } else if (parts[3].ends_with(".md")) {
            file.role = Role::record;
            file.language = std::string(parts[3].substr(0, parts[3].size() - 3));
            if (!is_language_tag(file.language))
                report(file, diagnose(codes::bad_language_file, whole_file(id), {std::string(parts[3])}));
            else
                check_id(file, id);
        } else if (!is_attachment_name(parts[3])) {
            report(file, diagnose(codes::bad_attachment_name, whole_file(id), {std::string(parts[3])}));
        }
        return true;
    }

    void check_id(InputFile& file, FileId id) {
        if (is_id(file.id) && !is_device_name(file.id)) return;
        report(file, diagnose(codes::bad_id, whole_file(id), {file.id}));
    }

    void misplaced(InputFile& file, FileId id, std::string_view name) {
        const fields::KindEntry& kind = fields::entry(file.kind);
        const std::string pattern =
            "content/" + std::string(kind.folder) + (kind.format == fields::Format::yaml ? "/<id>.yaml" : "/<id>/<language>.md");
        report(file, diagnose(codes::misplaced, whole_file(id), {std::string(name), "@kind." + std::string(kind.name), pattern}));
    }

    Diagnostics& found_;
    std::set<std::string, std::less<>> unknown_;
};

void check_twins(const std::vector<InputFile>& table, Diagnostics& found) {
    const auto has_capital = [](const InputFile& file) {
        return std::ranges::any_of(file.path, [](char c) { return c >= 'A' && c <= 'Z'; });
    };
    if (std::ranges::none_of(table, has_capital)) return;
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto [at, is_new] = seen.emplace(lower_ascii(table[i].path), i);
        if (!is_new) found.push_back(diagnose(codes::case_twin, whole_file(FileId(i)), {table[at->second].path}));
    }
}

// A record's folder without a single language file is a record without text. A folder's files lie together.
void check_texts(const std::vector<InputFile>& table, Diagnostics& found) {
    const auto folder = [&](std::size_t i) { return std::string_view(table[i].path).substr(0, table[i].path.rfind('/') + 1); };
    for (std::size_t begin = 0, end = 0; begin < table.size(); begin = end) {
        const InputFile* attachment = nullptr;
        bool has_text = false;
        for (; end < table.size() && folder(end) == folder(begin); ++end) {
            has_text = has_text || table[end].role == Role::record;
            if (attachment == nullptr && table[end].role == Role::attachment && !table[end].broken) attachment = &table[end];
        }
        if (attachment != nullptr && !has_text && !attachment->id.empty())
            found.push_back(diagnose(codes::record_without_text, whole_file(FileId(attachment - table.data())), {attachment->id}));
    }
}

}  // namespace

auto gather(const files::Files& files) -> Expected<Outcome<InputSet>, files::SystemError> {
    Outcome<InputSet> outcome{InputSet(files), {}};
    Sorter sorter(outcome.diagnostics);
    auto& table = outcome.value.table_;
    for (const std::string_view top : {"content", "locale", "themes"}) {
        auto listing = files.list(top);
        if (!listing) return failure(listing.error());
        for (const files::Entry& entry : *listing) {
            if (auto file = sorter.sort(entry, FileId(table.size()))) table.push_back(std::move(*file));
        }
    }
    check_twins(table, outcome.diagnostics);
    check_texts(table, outcome.diagnostics);
    if (!outcome.value.find("content/bank.yaml")) outcome.diagnostics.push_back(diagnose(codes::no_bank, Span{}));
    return outcome;
}

auto InputSet::find(std::string_view path) const -> std::optional<FileId> {
    const auto at = std::ranges::lower_bound(table_, path, {}, [](const InputFile& f) { return std::string_view(f.path); });
    if (at == table_.end() || at->path != path) return std::nullopt;
    return FileId(at - table_.begin());
}

auto InputSet::read(FileId id, std::uint64_t limit) const -> Expected<std::string, files::SystemError> {
    auto bytes = files_->read((*this)[id].path, limit);
    if (bytes && bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
    return bytes;
}

auto InputSet::with_role(Role role) const -> std::vector<FileId> {
    std::vector<FileId> found;
    for (std::size_t i = 0; i < table_.size(); ++i) {
        if (table_[i].role == role && !table_[i].broken) found.push_back(FileId(i));
    }
    return found;
}

}  // namespace praxis::input
