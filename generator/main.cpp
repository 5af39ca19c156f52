#include <cstdio>
#include <cstdlib>

#include "commands/commands.h"

auto main(int count, char** arguments) -> int {
    std::shared_ptr<void> remains;
    const int code = praxis::commands::run(count, arguments, remains);
    std::fflush(nullptr);
    if (remains) std::_Exit(code);
    return code;
}
