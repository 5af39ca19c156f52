#include "commands/last_build.h"

#include "base/binary.h"
#include "base/parallel.h"
#include "files/sealed.h"

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
    const std::string bytes = files::read_sealed(folder + "/bank.last", head);
    BinaryReader in(bytes);
    LastBuild last;
    last.inputs = in.get<Digest>();
    last.manifest = in.get<Digest>();
    last.report = in.get_text();
    for (std::uint64_t* into : {&last.pages, &last.languages, &last.files, &last.stale}) *into = in.get_number();
    return in.is_at_end() ? std::optional(last) : std::nullopt;
}

void write_last_build(const std::string& folder, const LastBuild& last) {
    BinaryWriter out;
    out.put(last.inputs);
    out.put(last.manifest);
    out.put_text(last.report);
    for (const std::uint64_t number : {last.pages, last.languages, last.files, last.stale}) out.put_number(number);
    files::write_sealed(folder + "/bank.last", head, out.bytes);
}

}  // namespace praxis::commands
