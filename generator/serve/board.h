// What every open page is told: which site is served, and what stands against a newer one.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>

namespace praxis::serve {

struct Notice {
    enum class Kind : std::uint8_t { none, warnings, errors } kind = Kind::none;
    std::string title, text;  // plain text
    std::string language;     // of both
};

struct State {
    std::uint64_t number = 0;  // of the telling
    std::string version;       // of the site; empty: there is none yet
    std::uint64_t rest = 0;    // how often the search has followed
    Notice notice;
    std::string base_url;
};
// As JSON on one line.
auto message_of(const State& state) -> std::string;

// Safe to use from many threads.
class Board {
public:
    Board();
    // How the last build ended; the site is what it was.
    void tell(Notice notice);
    // The same, and the files of the site are others now: open pages load again.
    void tell_of_site(Notice notice, std::string base_url);
    // The search has followed: pages that have asked it load again.
    void tell_of_rest();
    auto state() const -> State;
    // The state once it is another than `number`, or the same after `patience`.
    auto next_after(std::uint64_t number, std::chrono::milliseconds patience) const -> State;
    // Nobody waits any longer.
    void close();
    auto is_closed() const -> bool;

private:
    mutable std::mutex guard_;
    mutable std::condition_variable changed_;
    std::string start_;  // no two runs share a version
    State state_;
    std::uint64_t sites_ = 0;
    bool closed_ = false;
};

}  // namespace praxis::serve
