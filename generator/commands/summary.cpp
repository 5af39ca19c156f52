#include "commands/summary.h"

#include <fmt/format.h>

#include "language/message.h"

namespace praxis::commands {

void print_summary(const Made& made, const console::Sentences& sentences) {
    if (made.build.stale > 0) fmt::print("{}\n", sentences.counted("stale_translations", made.build.stale));
    const auto message = language::parse_message(sentences.word(made.rehearsed ? "would_build" : "built"));
    std::string line;
    const std::string seconds = fmt::format("{:.2f}", made.seconds);
    const std::string pages = std::to_string(made.build.pages), languages = std::to_string(made.build.languages),
                      files = std::to_string(made.build.files), created = std::to_string(made.plan.create.size()),
                      replaced = std::to_string(made.plan.replace.size()), removed = std::to_string(made.plan.remove.size());
    if (message) {
        message->append_to(line,
                           {{"pages", pages},
                            {"languages", languages, static_cast<double>(made.build.languages)},
                            {"files", files},
                            {"created", created},
                            {"replaced", replaced},
                            {"removed", removed},
                            {"seconds", seconds},
                            {"file", made.output + "/index.html"}},
                           language::Plurals(sentences.language()));
    }
    fmt::print("{}\n", line);
}

}  // namespace praxis::commands
