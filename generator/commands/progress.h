// One line on a terminal that says what a long command is at, from the first second on, and is gone when
// the command ends. In a pipe, and with --quiet, there is nothing of it.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace praxis::commands {

class Progress {
public:
    explicit Progress(bool shown);
    Progress(const Progress&) = delete;
    auto operator=(const Progress&) -> Progress& = delete;
    ~Progress();

    // What is being done now, in the reader's words; counting begins anew.
    void stage(std::string words);
    // One more is done. Safe to call from many threads.
    void one_more() { ++done_; }
    // Takes the line away, before something else is printed.
    void end();

private:
    void draw();

    std::chrono::steady_clock::time_point start_;
    std::mutex guard_;
    std::condition_variable_any ended_;
    std::string words_;
    std::atomic<std::size_t> done_ = 0;
    bool drawn_ = false;
    std::jthread thread_;  // last: it uses all the others
};

}  // namespace praxis::commands
