// The last lines of a build: how many translations are older than their originals, and what was made.
#pragma once

#include <string>

#include "commands/last_build.h"
#include "console/sentences.h"
#include "publish/publish.h"

namespace praxis::commands {

struct Made {
    const LastBuild& build;
    const publish::Plan& plan;
    double seconds = 0;
    std::string output;  // the folder
    bool rehearsed = false;
};
void print_summary(const Made& made, const console::Sentences& sentences);

}  // namespace praxis::commands
