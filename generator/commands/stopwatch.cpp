#include "commands/stopwatch.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include "writers/json.h"

namespace praxis::commands {
namespace {

auto usage() -> rusage {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used;
}

auto processor_seconds(const rusage& used) -> double {
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

}  // namespace

Stopwatch::Stopwatch() : start_(std::chrono::steady_clock::now()), last_(start_), last_processor_(processor_seconds(usage())) {}

void Stopwatch::lap(std::string_view stage) {
    const auto now = std::chrono::steady_clock::now();
    const rusage used = usage();
    const double processor = processor_seconds(used);
    laps_.push_back({std::string(stage), std::chrono::duration<double>(now - last_).count(), processor - last_processor_, used.ru_maxrss});
    last_ = now;
    last_processor_ = processor;
}

auto Stopwatch::seconds() const -> double {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

auto Stopwatch::text() const -> std::string {
    std::string out = fmt::format("{:<12} {:>9} {:>9} {:>10}\n", "stage", "wall s", "cpu s", "peak MB");
    for (const Lap& lap : laps_)
        out += fmt::format("{:<12} {:>9.3f} {:>9.3f} {:>10.1f}\n", lap.stage, lap.wall, lap.processor,
                           static_cast<double>(lap.peak_kilobytes) / 1024);
    return out;
}

auto Stopwatch::json() const -> std::string {
    writers::Json json;
    json.open_object().key("stages").open_list();
    for (const Lap& lap : laps_) {
        json.open_object()
            .member("stage", std::string_view(lap.stage))
            .member("wall_seconds", lap.wall)
            .member("processor_seconds", lap.processor);
        json.member("peak_kilobytes", static_cast<std::int64_t>(lap.peak_kilobytes)).close_object();
    }
    json.close_list().close_object();
    return json.text() + "\n";
}

}  // namespace praxis::commands
