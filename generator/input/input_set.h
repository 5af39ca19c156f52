// The files a build reads, named and classified, but not their bytes: those are read where they are
// used and dropped again. It guarantees paths in byte order (so FileIds are), ids of the right form,
// and nothing reached through a link. Made by `gather`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fields/field.h"
#include "files/files.h"
#include "report/diagnostic.h"

namespace praxis::input {

enum class Role : std::uint8_t {
    settings,    // content/bank.yaml
    table,       // content/glossary.yaml, content/claims.yaml
    record,      // content/<folder>/<id>/<language>.md
    entity,      // content/<folder>/<id>.yaml
    attachment,  // a picture or document beside a record
    locale,      // locale/**
    look,        // themes/**
};

struct InputFile {
    std::string path;
    Role role = Role::attachment;
    fields::Kind kind = fields::Kind::practice;
    std::string id;        // of a record, entity, or the record an attachment lies beside
    std::string language;  // of a record
    bool broken = false;   // already reported: known, but not to be read
};

class InputSet {
public:
    explicit InputSet(const files::Files& files) : files_(&files) {}

    auto all() const -> const std::vector<InputFile>& { return table_; }
    auto operator[](FileId id) const -> const InputFile& { return table_[static_cast<std::size_t>(id)]; }
    auto find(std::string_view path) const -> std::optional<FileId>;
    // Where the files are, for readers of wording that is no part of a build (`console`).
    auto files() const -> const files::Files& { return *files_; }
    // The bytes of a file, at most `limit`, without a byte order mark: editors count none either.
    auto read(FileId id, std::uint64_t limit) const -> Expected<std::string, files::SystemError>;
    auto size(FileId id) const -> std::uint64_t { return files_->size((*this)[id].path); }  // in bytes, of the file as it lies there
    auto with_role(Role role) const -> std::vector<FileId>;

private:
    friend auto gather(const files::Files& files) -> Expected<Outcome<InputSet>, files::SystemError>;
    const files::Files* files_;
    std::vector<InputFile> table_;
};

// Lists content/, locale/ and themes/, and reports what does not belong there.
auto gather(const files::Files& files) -> Expected<Outcome<InputSet>, files::SystemError>;

// Checks what every text file must be: UTF-8 without hidden characters. Nothing after the first
// invalid byte is looked at.
auto check_text(std::string_view bytes, FileId file) -> Diagnostics;

auto is_id(std::string_view text) -> bool;
// Names that Windows keeps for devices (`con`, `lpt1`): no path may end in one.
auto is_device_name(std::string_view id) -> bool;

// What a folder, a file or an address may be called: an id that is neither a device's name nor `index`,
// the page of a list.
auto is_free_id(std::string_view id) -> bool;

// Line (from 1) and column (from 1, in code points) of a byte offset.
struct Position {
    std::size_t line = 1, column = 1;
};
auto position_of(std::string_view bytes, std::size_t offset) -> Position;
// The line that holds the offset, without its end.
auto line_at(std::string_view bytes, std::size_t offset) -> std::string_view;

}  // namespace praxis::input
