#include "commands/commands.h"

auto main(int count, char** arguments) -> int {
    return praxis::commands::run(count, arguments);
}
