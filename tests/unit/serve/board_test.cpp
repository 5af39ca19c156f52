#include "serve/board.h"

#include <thread>

#include "support/catch.h"

namespace praxis::serve {
namespace {

using std::chrono::milliseconds;

auto notice(Notice::Kind kind, std::string text) -> Notice {
    return {kind, "title", std::move(text), "en"};
}

}  // namespace

TEST_CASE("what pages are told is one line of JSON", "[unit]") {
    State state;
    state.version = "1f-2";
    state.rest = 3;
    state.notice = notice(Notice::Kind::errors, "line\n</script>");
    CHECK(message_of(state) ==
          R"({"version":"1f-2","rest":"3","kind":"errors","title":"title","text":"line\n\u003c/script\u003e","language":"en"})");
}

TEST_CASE("only another site is another version", "[unit]") {
    Board board;
    CHECK(board.state().version.empty());
    board.tell_of_site(notice(Notice::Kind::none, ""), "https://b.example/");
    const State first = board.state();
    CHECK(first.version.ends_with("-1"));
    CHECK(first.base_url == "https://b.example/");
    board.tell(notice(Notice::Kind::errors, "no"));
    board.tell_of_rest();
    const State second = board.state();
    CHECK(second.version == first.version);
    CHECK(second.rest == 1);
    CHECK(second.notice.text == "no");
    CHECK(second.number == first.number + 2);
    board.tell_of_site(notice(Notice::Kind::none, ""), "");
    CHECK(board.state().version.ends_with("-2"));
}

TEST_CASE("who waits is told at once, or let go", "[unit]") {
    Board board;
    CHECK(board.next_after(0, milliseconds(1)).number == 0);
    std::jthread teller([&] { board.tell(notice(Notice::Kind::warnings, "soon")); });
    CHECK(board.next_after(0, milliseconds(60'000)).notice.text == "soon");
    std::jthread closer([&] { board.close(); });
    CHECK(board.next_after(1, milliseconds(60'000)).number == 1);
    CHECK(board.is_closed());
}

}  // namespace praxis::serve
