#include "serve/board.h"

#include <fmt/format.h>

#include "writers/json.h"

namespace praxis::serve {

auto message_of(const State& state) -> std::string {
    static constexpr std::string_view kinds[] = {"none", "warnings", "errors"};
    writers::Json json;
    json.open_object()
        .member("version", std::string_view(state.version))
        .member("rest", std::to_string(state.rest))
        .member("kind", kinds[static_cast<std::size_t>(state.notice.kind)])
        .member("title", std::string_view(state.notice.title))
        .member("text", std::string_view(state.notice.text))
        .member("language", std::string_view(state.notice.language))
        .close_object();
    return json.text();
}

Board::Board() : start_(fmt::format("{:x}", std::chrono::system_clock::now().time_since_epoch().count())) {}

void Board::tell(Notice notice) {
    const std::scoped_lock lock(guard_);
    state_.notice = std::move(notice);
    ++state_.number;
    changed_.notify_all();
}

void Board::tell_of_site(Notice notice, std::string base_url) {
    const std::scoped_lock lock(guard_);
    state_.version = fmt::format("{}-{}", start_, ++sites_);
    state_.base_url = std::move(base_url);
    state_.notice = std::move(notice);
    ++state_.number;
    changed_.notify_all();
}

void Board::tell_of_rest() {
    const std::scoped_lock lock(guard_);
    ++state_.rest;
    ++state_.number;
    changed_.notify_all();
}

auto Board::state() const -> State {
    const std::scoped_lock lock(guard_);
    return state_;
}

auto Board::next_after(std::uint64_t number, std::chrono::milliseconds patience) const -> State {
    std::unique_lock lock(guard_);
    changed_.wait_for(lock, patience, [&] { return closed_ || state_.number != number; });
    return state_;
}

void Board::close() {
    const std::scoped_lock lock(guard_);
    closed_ = true;
    changed_.notify_all();
}

auto Board::is_closed() const -> bool {
    const std::scoped_lock lock(guard_);
    return closed_;
}

}  // namespace praxis::serve
