#include "commands/last_build.h"

#include <algorithm>

#include "base/binary.h"
#include "base/parallel.h"
#include "files/sealed.h"

namespace praxis::commands {
namespace {

constexpr std::string_view head = "praxis last build 3\n";
constexpr std::uint64_t most_bytes = 1024 * 1024 * 1024;

}  // namespace

auto digests_of_inputs(const input::InputSet& inputs, unsigned jobs, const std::vector<KnownInput>& known) -> std::vector<Digest> {
    const auto& files = inputs.all();
    return parallel_map(files.size(), jobs, [&](std::size_t i, unsigned) {
        if (files[i].broken) return Digest{};
        const auto before = std::ranges::lower_bound(known, files[i].path, {}, &KnownInput::path);
        if (before != known.end() && before->path == files[i].path) return before->digest;
        const auto bytes = inputs.read(FileId(i), most_bytes);
        return bytes ? digest_of(*bytes) : Digest{1, inputs.size(FileId(i))};
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
    if (in.get_number() != 0) last.head = in.get_text();
    last.report = in.get_text();
    for (std::uint64_t* into : {&last.pages, &last.languages, &last.files, &last.stale}) *into = in.get_number();
    in.get_list(last.later, [&] {
        emit::Artifact artifact{std::string(in.get_text()), in.get_number(), in.get<Digest>(), {}};
        const auto number = in.get_number();
        if (number < emit::emitters().size()) artifact.emitter = emit::emitters()[number]->name;
        return artifact;
    });
    return in.is_at_end() ? std::optional(last) : std::nullopt;
}

void write_last_build(const std::string& folder, const LastBuild& last) {
    BinaryWriter out;
    out.put(last.inputs);
    out.put(last.manifest);
    out.put_number(last.head ? 1 : 0);
    if (last.head) out.put_text(*last.head);
    out.put_text(last.report);
    for (const std::uint64_t number : {last.pages, last.languages, last.files, last.stale}) out.put_number(number);
    out.put_list(last.later, [&](const emit::Artifact& artifact) {
        out.put_text(artifact.path);
        out.put_number(artifact.size);
        out.put(artifact.digest);
        const auto& emitters = emit::emitters();
        out.put_number(static_cast<std::uint64_t>(std::ranges::find(emitters, artifact.emitter, &emit::Emitter::name) - emitters.begin()));
    });
    files::write_sealed(folder + "/bank.last", head, out.bytes);
}

}  // namespace praxis::commands
