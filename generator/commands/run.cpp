#include <csignal>
#include <exception>
#include <unistd.h>

#include "commands/commands.h"
#include "commands/load.h"

namespace praxis::commands {

auto run(int count, char** arguments, std::shared_ptr<void>& remains) -> int {
    // Publishing holds against a kill at any time, so an interrupt needs no clearing up.
    std::signal(SIGINT, [](int) { ::_exit(exit_interrupted); });
    const Parsed parsed = parse_options(count, arguments);
    if (parsed.exit_code) return *parsed.exit_code;
    try {
        switch (parsed.options.command) {
            case Options::Command::build: return build(parsed.options, remains);
            case Options::Command::check: return check(parsed.options);
            case Options::Command::explain: return explain(parsed.options);
            case Options::Command::translate: return translate(parsed.options);
            case Options::Command::search: return search(parsed.options);
            case Options::Command::status: return status(parsed.options);
            case Options::Command::create: return create(parsed.options);
            case Options::Command::receive: return receive(parsed.options);
            case Options::Command::schema: return schema(parsed.options);
            case Options::Command::serve: return serve(parsed.options);
            case Options::Command::none: break;
        }
    } catch (const std::exception& problem) {
        remains.reset();           // with it goes the progress line
        complain(problem.what());  // out of memory, out of threads
        return exit_environment;
    }
    return exit_usage;
}

}  // namespace praxis::commands
