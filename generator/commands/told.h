// What a build has to say to a command that builds again and again in one process, and what it hands on to
// the next: `serve`.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "commands/last_build.h"
#include "emit/emitter.h"
#include "publish/publish.h"
#include "serve/watch.h"

namespace praxis::commands {

struct Told {
    std::string text;  // as it would have been printed
    // Files of the site, and among those that may come later.
    std::size_t changed = 0, changed_later = 0;
    std::string base_url;  // of the settings, where they could be read
    // A hasty build leaves what may come later as the build before it made it, where it can, and takes
    // what has not changed on the word of the watch. Another build does all.
    bool hasty = false, put_off = false;
    std::vector<emit::Artifact> later;  // the search and the map of the site for search engines
    serve::Changes changes;             // since the inputs were last compared
    std::vector<KnownInput> inputs;     // as they were then, by path
    std::shared_ptr<void> remains;      // of the build, to be dropped when there is time
};

// The digests of the inputs; those of what cannot have changed are the ones that were told.
auto compare_inputs(Told& told, const input::InputSet& inputs, unsigned jobs) -> std::vector<Digest>;
// Counts what was published, and says what of it may come later: to `told`, and to `last` for the next start.
void tell_of_files(Told& told, const emit::Output& output, const publish::Plan& plan, LastBuild& last);

}  // namespace praxis::commands
