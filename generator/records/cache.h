// What reading has found before, by path and digest of a file: a record that has not changed is not
// read twice. Two files of one folder: `bank.data`, the scratch file of all builds, which holds records
// and bodies as they were written, and `bank.index`, which says where. Both are checked by hash; what is
// damaged, of another program, or in use by another build, is as good as not there.
// Made by `open`; written anew by `save`, when the build has read all.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "files/scratch.h"

namespace praxis::records {

class Cache {
public:
    struct Entry {
        std::string path;
        Digest digest;  // of the file
        files::Scratch::Slice record, body;
    };

    // `identity` stands for whatever reading depends on beside the file: the program, the languages.
    // Nothing where the folder cannot be used.
    static auto open(const std::string& folder, const Digest& identity) -> std::optional<Cache>;

    auto scratch() -> files::Scratch& { return scratch_; }
    auto find(std::string_view path, const Digest& digest) const -> const Entry*;
    // Safe to call from many threads.
    void keep(Entry entry);
    // Leaves out what was not kept. A file that holds more refuse than records is begun anew.
    void save();
    // After damage: the next build begins with nothing.
    void drop();

private:
    Cache(std::string folder, Digest identity, files::Scratch scratch, std::vector<Entry> known)
        : folder_(std::move(folder)), identity_(identity), scratch_(std::move(scratch)), known_(std::move(known)) {}
    void write(std::uint64_t end, const std::vector<Entry>& entries) const;

    std::string folder_;
    Digest identity_;
    files::Scratch scratch_;
    std::vector<Entry> known_, kept_;  // by path
    std::unique_ptr<std::mutex> guard_ = std::make_unique<std::mutex>();
};

}  // namespace praxis::records
