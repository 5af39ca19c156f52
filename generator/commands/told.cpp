#include "commands/told.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace praxis::commands {
namespace {

// Nothing takes as long as the search, and no page shows the map of the site.
auto may_come_later(const emit::Artifact& artifact) -> bool {
    return artifact.emitter == "search" || artifact.emitter == "sitemap";
}

}  // namespace

auto compare_inputs(Told& told, const input::InputSet& inputs, unsigned jobs) -> std::vector<Digest> {
    if (!told.hasty) told.inputs.clear();
    std::erase_if(told.inputs, [&](const KnownInput& known) { return told.changes.touch(known.path); });
    auto digests = digests_of_inputs(inputs, jobs, told.inputs);
    told.inputs.clear();
    for (std::size_t i = 0; i < digests.size(); ++i) told.inputs.push_back({inputs.all()[i].path, digests[i]});
    told.changes = {};
    return digests;
}

void tell_of_files(Told& told, const emit::Output& output, const publish::Plan& plan, LastBuild& last) {
    told.put_off = told.hasty && !told.later.empty();
    std::ranges::copy_if(output.tree, std::back_inserter(last.later), may_come_later);
    std::set<std::string_view> waiting;
    for (const auto* artifacts : {&told.later, &last.later}) {
        for (const emit::Artifact& artifact : *artifacts) waiting.insert(artifact.path);
    }
    for (const auto* paths : {&plan.create, &plan.replace, &plan.remove}) {
        for (const std::string& path : *paths) ++(waiting.contains(path) ? told.changed_later : told.changed);
    }
    told.later = last.later;
}

}  // namespace praxis::commands
