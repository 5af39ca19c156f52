// In place of `serve`, where its library is not installed.
#include "commands/commands.h"
#include "commands/load.h"

namespace praxis::commands {

auto serve(const Options& options) -> int {
    complain(open_workplace(options).sentences.word("serve_absent"));
    return exit_environment;
}

}  // namespace praxis::commands
