#include "commands/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace praxis::commands {
namespace {

constexpr std::chrono::milliseconds first_after{1000}, then_every{150};

}  // namespace

Progress::Progress(bool shown) : start_(std::chrono::steady_clock::now()) {
    if (!shown || ::isatty(STDERR_FILENO) == 0) return;
    thread_ = std::jthread([this](const std::stop_token& stop) {
        std::unique_lock lock(guard_);
        for (auto pause = first_after; !ended_.wait_for(lock, stop, pause, [] { return false; }) && !stop.stop_requested();
             pause = then_every)
            draw();
    });
}

Progress::~Progress() {
    end();
}

void Progress::stage(std::string words) {
    const std::scoped_lock lock(guard_);
    words_ = std::move(words);
    done_ = 0;
}

void Progress::end() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
    if (drawn_) std::fputs("\r\033[K", stderr);
    drawn_ = false;
}

void Progress::draw() {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const std::size_t done = done_;
    fmt::print(stderr, "\r\033[K{} {}{:.0f} s", words_, done > 0 ? fmt::format("{} · ", done) : std::string(), seconds);
    std::fflush(stderr);
    drawn_ = true;
}

}  // namespace praxis::commands
