#include <cstdio>
#include <cstdlib>

#include "commands/commands.h"

// Read by jemalloc: memory that nobody uses goes back after a second, not after ten. Threads are kept
// for the whole of a run, and what one stage needed would count as taken in the next.
extern "C" const char* malloc_conf;
const char* malloc_conf = "dirty_decay_ms:1000";

auto main(int count, char** arguments) -> int {
    std::shared_ptr<void> remains;
    const int code = praxis::commands::run(count, arguments, remains);
    std::fflush(nullptr);
    if (remains) std::_Exit(code);
    return code;
}
