#include "commands/last_build.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/binary.h"
#include "base/parallel.h"

namespace praxis::commands {
namespace {

constexpr std::string_view head = "praxis last build 1\n";
constexpr std::uint64_t most_bytes = 1024 * 1024 * 1024;

}  // namespace

auto digests_of_inputs(const input::InputSet& inputs, unsigned jobs) -> std::vector<Digest> {
    const auto& files = inputs.all();
    return parallel_map(files.size(), jobs, [&](std::size_t i, unsigned) {
        const bool shared = files[i].role == input::Role::locale || files[i].role == input::Role::look;
        if (shared || files[i].broken) return Digest{};
        const auto bytes = inputs.read(FileId(i), most_bytes);
        return bytes ? digest_of(*bytes) : Digest{1, files[i].size};
    });
}

auto digest_of_inputs(const input::InputSet& inputs, const std::vector<Digest>& digests, const Digest& identity) -> Digest {
    BinaryWriter all;
    all.put(identity);
    for (std::size_t i = 0; i < digests.size(); ++i) {
        all.put_text(inputs.all()[i].path);
        all.put(digests[i]);
    }
    return digest_of(all.bytes);
}

auto read_last_build(const std::string& folder) -> std::optional<LastBuild> {
    std::ostringstream text;
    text << std::ifstream(folder + "/bank.last", std::ios::binary).rdbuf();
    const std::string bytes = std::move(text).str();
    if (!bytes.starts_with(head)) return std::nullopt;
    BinaryReader in(std::string_view(bytes).substr(head.size()));
    LastBuild last;
    last.inputs = in.get<Digest>();
    last.manifest = in.get<Digest>();
    last.report = in.get_text();
    for (std::uint64_t* into : {&last.pages, &last.languages, &last.files, &last.stale}) *into = in.get_number();
    const std::size_t size = bytes.size() - sizeof(std::uint64_t);
    const bool whole = in.get<std::uint64_t>() == hash_of(std::string_view(bytes).substr(0, size)) && in.is_at_end();
    return whole ? std::optional(last) : std::nullopt;
}

void write_last_build(const std::string& folder, const LastBuild& last) {
    BinaryWriter out;
    out.bytes = head;
    out.put(last.inputs);
    out.put(last.manifest);
    out.put_text(last.report);
    for (const std::uint64_t number : {last.pages, last.languages, last.files, last.stale}) out.put_number(number);
    out.put(hash_of(out.bytes));
    const std::string path = folder + "/bank.last";
    std::ofstream(path + ".part", std::ios::binary) << out.bytes;
    std::error_code error;
    std::filesystem::rename(path + ".part", path, error);
}

}  // namespace praxis::commands
