#include "packages/archive.h"

#include <sys/stat.h>
#include <zip.h>

#include <memory>
#include <set>

#include "packages/codes.h"

namespace praxis::packages {
namespace {

constexpr zip_int64_t most_files = 60;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

class ArchiveReader {
public:
    ArchiveReader(std::string_view file, std::uint64_t (*most_bytes)(std::string_view)) : file_(file), most_bytes_(most_bytes) {}

    Outcome<std::vector<PackedFile>> outcome;

    void run(std::string_view bytes) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        if (source != nullptr) archive_.reset(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
        if (source != nullptr && archive_ == nullptr) zip_source_free(source);
        zip_error_fini(&error);
        if (archive_ == nullptr) return report(codes::not_package, {std::string(file_)});
        const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
        if (count > most_files) return report(codes::too_large, {std::string(file_), std::to_string(count), std::to_string(most_files)});
        for (zip_int64_t i = 0; i < count && outcome.diagnostics.empty(); ++i) read(static_cast<zip_uint64_t>(i));
    }

private:
    void report(const Code& code, std::vector<std::string> arguments) {
        outcome.diagnostics.push_back(diagnose(code, {}, std::move(arguments)));
    }

    void refuse(std::string_view name, std::string_view reason) {
        // A name may hold anything: only what can be shown is shown.
        std::string shown;
        for (const char c : name.substr(0, 100)) shown += c > 0x20 && c < 0x7F && c != '`' ? c : '?';
        report(codes::unexpected_entry, {shown, "@entry." + std::string(reason)});
    }

    void read(zip_uint64_t index) {
        const char* raw = zip_get_name(archive_.get(), index, ZIP_FL_ENC_RAW);
        const std::string name = raw == nullptr ? std::string() : std::string(raw);
        zip_stat_t stat;
        zip_stat_init(&stat);
        const bool known = zip_stat_index(archive_.get(), index, 0, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0;
        if (!known) return report(codes::not_package, {std::string(file_)});
        const std::uint64_t most = most_bytes_(name);
        if (most == 0) return refuse(name, "name");
        if (!names_.insert(name).second) return refuse(name, "twice");
        if (is_no_file(index)) return refuse(name, "link");
        if (stat.encryption_method != ZIP_EM_NONE) return refuse(name, "locked");
        if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) return refuse(name, "method");
        if (stat.size > most || total_ + stat.size > most_package_bytes)
            return report(codes::too_large, {name, std::to_string(stat.size), std::to_string(most)});
        total_ += stat.size;
        take(index, name, stat.size);
    }

    // A link or a device, where the archive comes from a system that has them.
    auto is_no_file(zip_uint64_t index) const -> bool {
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        if (zip_file_get_external_attributes(archive_.get(), index, 0, &system, &attributes) != 0) return true;
        const zip_uint32_t kind = (attributes >> 16U) & S_IFMT;
        return system == ZIP_OPSYS_UNIX && kind != 0 && kind != S_IFREG;
    }

    // The size that the archive tells is not believed: one byte more is asked for, and none may come.
    void take(zip_uint64_t index, const std::string& name, std::uint64_t size) {
        const std::unique_ptr<zip_file_t, Discard> file(zip_fopen_index(archive_.get(), index, 0));
        std::string bytes(size + 1, '\0');
        std::uint64_t have = 0;
        zip_int64_t got = file == nullptr ? -1 : 0;
        while (file != nullptr && have <= size) {
            got = zip_fread(file.get(), bytes.data() + have, size + 1 - have);
            if (got <= 0) break;
            have += static_cast<std::uint64_t>(got);
        }
        if (got != 0 || have != size) return report(codes::not_package, {std::string(file_)});
        bytes.resize(size);
        outcome.value.push_back({name, std::move(bytes)});
    }

    std::string_view file_;
    std::uint64_t (*most_bytes_)(std::string_view);
    std::unique_ptr<zip_t, Discard> archive_;
    std::set<std::string> names_;
    std::uint64_t total_ = 0;
};

}  // namespace

auto read_archive(std::string_view file, std::string_view bytes, std::uint64_t (*most_bytes)(std::string_view name))
    -> Outcome<std::vector<PackedFile>> {
    ArchiveReader reader(file, most_bytes);
    reader.run(bytes);
    return std::move(reader.outcome);
}

}  // namespace praxis::packages
