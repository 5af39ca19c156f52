// Time and memory of each stage, for --timings. Reads clocks, as commands may.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::commands {

class Stopwatch {
public:
    Stopwatch();
    void lap(std::string_view stage);  // ends the stage that runs
    auto seconds() const -> double;    // since the start
    auto text() const -> std::string;
    auto json() const -> std::string;

private:
    struct Lap {
        std::string stage;
        double wall = 0, processor = 0;
        long peak_kilobytes = 0;
    };
    std::vector<Lap> laps_;
    std::chrono::steady_clock::time_point start_, last_;
    double last_processor_ = 0;
};

}  // namespace praxis::commands
