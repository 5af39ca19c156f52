#include <fmt/format.h>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <thread>
#include <utility>

#include "commands/commands.h"
#include "commands/load.h"
#include "commands/preview.h"
#include "commands/told.h"
#include "serve/server.h"
#include "serve/watch.h"

extern char** environ;

namespace praxis::commands {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// A save is taken up at once; where more is to be expected, a little later.
constexpr milliseconds quiet_for{8}, quiet_for_more{40}, longest_wait{400}, rest_after{300}, time_to_end{2000};
constexpr std::size_t many = 4;  // files at once: a checkout, not a save

// A number that one thread raises and others wait for.
class Bell {
public:
    Bell() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    Bell(const Bell&) = delete;
    auto operator=(const Bell&) -> Bell& = delete;
    ~Bell() { ::close(descriptor_); }
    void ring() const { ::eventfd_write(descriptor_, 1); }
    auto descriptor() const -> int { return descriptor_; }

private:
    int descriptor_;
};

// Which of two descriptors has something to read; -1 after `patience`, where there is one.
auto wait_for(int first, int second, milliseconds patience) -> int {
    pollfd both[] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
    while (::poll(both, 2, static_cast<int>(patience.count())) < 0) {
        if (errno != EINTR) return -1;
    }
    if (both[0].revents != 0) return first;
    return both[1].revents != 0 ? second : -1;
}

// What is drawn for a terminal, without its colours.
auto without_colour(const std::string& text) -> std::string {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.compare(at, 2, "\033[") == 0)
            at = std::min(text.find('m', at), text.size());
        else
            plain += text[at];
    }
    return plain;
}

// Signals come to one place; threads started later inherit that they are held back.
auto take_signals() -> int {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC);
}

void open_in_browser(const std::string& url) {
    std::signal(SIGCHLD, SIG_IGN);  // nobody waits for it
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    const char* arguments[] = {"xdg-open", url.c_str(), nullptr};
    pid_t child = 0;
    ::posix_spawnp(&child, "xdg-open", nullptr, &attributes, const_cast<char**>(arguments), environ);
    posix_spawnattr_destroy(&attributes);
}

// Builds, serves what was built, and builds again after every change: all in a thread of its own, so that
// the program ends when it is asked to.
class Preview {
public:
    Preview(const Options& options, std::string site)
        : options_(options), sentences_(open_workplace(options).sentences), server_(std::move(site), board_) {}

    // Until `end`, or the exit code of what stands against it.
    auto run() -> int {
        if (!std::filesystem::is_directory(options_.source)) {
            complain(sentences_.told("serve_no_folder", {{"path", options_.source}}));
            return exit_environment;
        }
        // Watched before the first build, or a change during it would be missed.
        auto watch = serve::Watch::open(options_.source, {"content", "locale", "themes"});
        if (!watch) complain(sentences_.told("serve_blind", {{"path", watch.error().path}, {"reason", watch.error().reason}}));
        if (rebuild(Why::start) == exit_environment) return exit_environment;
        options_.quiet = true;
        const auto port = server_.take_port(options_.port);
        if (!port) {
            complain(sentences_.told("serve_no_port", {{"port", std::to_string(options_.port)}}));
            return exit_environment;
        }
        const std::jthread serving([this] { server_.run(); });
        const std::string url = fmt::format("http://127.0.0.1:{}/", *port);
        fmt::print("{}\n", sentences_.told("serve_at", {{"url", url}}));
        std::fflush(stdout);
        if (options_.open) open_in_browser(url);
        if (watch)
            follow(*watch);
        else
            wait_for(ended_.descriptor(), ended_.descriptor(), milliseconds(-1));
        server_.stop();
        return exit_interrupted;
    }

    // From any thread.
    void end() {
        ended_.ring();
        board_.close();
    }

private:
    // Pages first; the search follows when nothing has changed for a while.
    void follow(serve::Watch& watch) {
        const int changes = watch.descriptor();
        for (;;) {
            const int what = wait_for(ended_.descriptor(), changes, told_.put_off ? rest_after : milliseconds(-1));
            if (what == ended_.descriptor()) return;
            const bool matters = what == changes && take_all(watch);
            if (matters) rebuild(Why::change);
            if (what != changes && told_.put_off) rebuild(Why::rest);
        }
    }

    // What belongs together; whether any of it matters.
    auto take_all(serve::Watch& watch) -> bool {
        bool matters = watch.take(told_.changes);
        const auto until = Clock::now() + longest_wait;
        const auto patience = [&] {
            return told_.changes.unfinished.empty() && told_.changes.paths.size() < many ? quiet_for : quiet_for_more;
        };
        while (Clock::now() < until && wait_for(ended_.descriptor(), watch.descriptor(), patience()) == watch.descriptor()) {
            if (watch.take(told_.changes)) matters = true;
        }
        return matters;
    }

    // Settings, words and looks change what the search is made of and linked by.
    auto is_of_records() const -> bool {
        return !told_.changes.everywhere && std::ranges::all_of(told_.changes.paths, [](const std::string& path) {
            return path.starts_with("content/") && path != "content/bank.yaml";
        });
    }

    enum class Why : std::uint8_t { start, change, rest };
    auto rebuild(Why why) -> int {
        const auto start = Clock::now();
        told_.put_off = false;
        told_.text.clear();
        told_.changed = told_.changed_later = 0;
        told_.hasty = why == Why::change && is_of_records();
        int code = exit_environment;
        try {
            code = build(options_, told_);
        } catch (const std::exception& problem) {
            told_.text += fmt::format("praxis: {}\n", problem.what());
        }
        const bool failed = code != exit_clean;
        // The search alone is nothing to speak of.
        const bool is_first = !built_once_;
        if (why == Why::start && code == exit_environment) {
            std::fputs(told_.text.c_str(), stderr);
            return code;
        }
        if (why != Why::rest || failed || told_.changed != 0) {
            show(failed);  // pages wait for it
            say(failed, is_first, std::chrono::duration<double>(Clock::now() - start).count());
        }
        if (told_.changed_later != 0 && told_.changed == 0) board_.tell_of_rest();
        told_.remains.reset();
        return code;
    }

    auto title_of_failure() const -> std::string { return sentences_.word(built_once_ ? "serve_last_good" : "serve_nothing_yet"); }

    void say(bool failed, bool is_first, double seconds) {
        std::fputs(told_.text.c_str(), stderr);
        const std::string count = std::to_string(told_.changed), time = fmt::format("{:.2f}", seconds);
        if (failed)
            fmt::print(stderr, "{}\n", title_of_failure());
        else if (!is_first)
            fmt::print(stderr, "{}\n",
                       sentences_.told("serve_rebuilt", {{"count", count, static_cast<double>(told_.changed)}, {"seconds", time}}));
    }

    void show(bool failed) {
        using Kind = serve::Notice::Kind;
        serve::Notice notice{failed ? Kind::errors : Kind::warnings, {}, without_colour(told_.text), sentences_.language()};
        if (!failed && notice.text.empty()) notice.kind = Kind::none;
        notice.title = failed ? title_of_failure() : sentences_.word("serve_warnings");
        if (failed || (built_once_ && told_.changed == 0))
            board_.tell(std::move(notice));
        else
            board_.tell_of_site(std::move(notice), told_.base_url);
        if (!failed) built_once_ = true;
    }

    Options options_;
    console::Sentences sentences_;
    serve::Board board_;
    serve::Server server_;
    Bell ended_;
    Told told_;
    bool built_once_ = false;
};

}  // namespace

auto serve(const Options& given) -> int {
    const int signals = take_signals();
    Options options = given;
    auto folder = PreviewFolder::open(options);
    if (!folder) {
        complain(open_workplace(options).sentences.word("serve_no_temporary"));
        return exit_environment;
    }
    Preview preview(options, folder->site());
    const Bell done;
    int code = exit_environment;
    std::jthread work([&] {
        code = preview.run();
        done.ring();
    });
    if (wait_for(done.descriptor(), signals, milliseconds(-1)) == done.descriptor()) {
        work.join();
        return code;
    }
    preview.end();
    if (wait_for(done.descriptor(), done.descriptor(), time_to_end) == done.descriptor()) {
        work.join();
        return exit_interrupted;
    }
    // In the midst of a build: publishing holds against being stopped at any time.
    folder->remove_temporary();
    ::_exit(exit_interrupted);
}

}  // namespace praxis::commands
