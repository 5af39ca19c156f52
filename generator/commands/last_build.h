// What the last build was made of and what it said, in `bank.last` beside the cache. Where nothing has
// changed since, neither in what goes in nor in what came out, there is nothing to do but to say it again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "emit/emitter.h"
#include "input/input_set.h"

namespace praxis::commands {

struct LastBuild {
    Digest inputs;                    // of all that goes in, and of what the command line asks for
    Digest manifest;                  // of what the output folder's manifest says
    std::optional<std::string> head;  // the commit it looked back from, where it asked the history
    std::string report;               // its diagnostics, as they were printed
    std::uint64_t pages = 0, languages = 0, files = 0, stale = 0;
    std::vector<emit::Artifact> later;  // of its output, what `serve` may leave for later
};

struct KnownInput {
    std::string path;
    Digest digest;
};

// The digest of every input, by its number. Those of `known`, sorted by path, are taken as they are.
auto digests_of_inputs(const input::InputSet& inputs, unsigned jobs, const std::vector<KnownInput>& known = {}) -> std::vector<Digest>;
// All of them in one, under `identity` for what is no such input.
auto digest_of_inputs(const input::InputSet& inputs, const std::vector<Digest>& digests, const Digest& identity) -> Digest;

auto read_last_build(const std::string& folder) -> std::optional<LastBuild>;
void write_last_build(const std::string& folder, const LastBuild& last);

}  // namespace praxis::commands
