#include "serve/server.h"

#include <httplib.h>

#include "serve/answers.h"

namespace praxis::serve {
namespace {

using httplib::Request;
using httplib::Response;

constexpr int ports_to_try = 100;
constexpr std::size_t threads = 64;  // every page that listens holds one
constexpr int most_listeners = 32;
constexpr std::chrono::milliseconds between_signs{1000}, between_looks{5};
constexpr int most_looks = 200;

constexpr int bad_method = 405, bad_host = 421, not_found = 404, found_elsewhere = 302, no_site_yet = 503;

void refuse(Response& response, int status, const char* why) {
    response.status = status;
    response.set_content(why, "text/plain; charset=utf-8");
}

// A page is loaded again with every save: its style sheet and scripts need not be.
void may_be_kept(Response& response) {
    response.set_header("Cache-Control", "max-age=86400, immutable");
}

auto is_plain(std::string_view path) -> bool {
    return path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string_view::npos;
}

// The library lets five connections wait, and more are lost.
class Listening : public httplib::Server {
public:
    void let_wait() { ::listen(svr_sock_, SOMAXCONN); }
};

}  // namespace

struct Server::Inner {
    std::string folder;
    const Board& board;
    Listening http;
    std::atomic<int> listeners = 0;
    int port = 0;

    void answer(const Request& request, Response& response) {
        if (!is_own_host(request.get_header_value("Host"), port) || request.get_header_value_count("Host") != 1)
            return refuse(response, bad_host, "This server answers only to its own name.\n");
        if (request.method != "GET" && request.method != "HEAD") {
            response.set_header("Allow", "GET, HEAD");
            return refuse(response, bad_method, "This server only shows pages.\n");
        }
        if (request.path == "/.praxis/events") return listen(response);
        if (request.path == reload_path()) {
            may_be_kept(response);
            return response.set_content(reload_script(), type_of(".js").data());
        }
        if (request.path == "/.praxis/overlay.css") return response.set_content(overlay_style(), type_of(".css").data());
        const State state = board.state();
        if (state.version.empty()) {
            response.status = no_site_yet;
            return page(response, page_without_site(state), state);
        }
        file(request.path, response, state);
    }

    static void page(Response& response, std::string html, const State& state) {
        response.set_content(with_reload(std::move(html), state.version), type_of(".html").data());
    }

    void file(const std::string& path, Response& response, const State& state) {
        const auto names = names_of(path);
        if (auto bytes = names ? read_below(folder, *names) : std::nullopt) {
            const std::string_view type = type_of(names->back());
            if (type == type_of(".html")) return page(response, std::move(*bytes), state);
            if (is_named_by_digest(names->back())) may_be_kept(response);
            return response.set_content(std::move(*bytes), std::string(type));
        }
        // A folder without its slash.
        if (const auto index = is_plain(path) ? names_of(path + "/") : std::nullopt; index && read_below(folder, *index)) {
            response.status = found_elsewhere;
            return response.set_header("Location", path + "/");
        }
        response.status = not_found;
        page(response, with_local_addresses(read_below(folder, {"404.html"}).value_or("404\n"), state.base_url), state);
    }

    // Server-Sent Events: the state now, and every other that follows.
    void listen(Response& response) {
        const bool crowded = ++listeners > most_listeners;
        const std::shared_ptr<void> one(nullptr, [this](void*) { --listeners; });
        auto told = std::make_shared<std::optional<std::uint64_t>>();
        response.set_chunked_content_provider("text/event-stream", [this, one, told, crowded](std::size_t, httplib::DataSink& sink) {
            const State state = *told ? board.next_after(**told, between_signs) : board.state();
            std::string text = ":\n\n";  // finds out whether anyone is there
            if (!*told || **told != state.number) text = "retry: 500\ndata: " + message_of(state) + "\n\n";
            *told = state.number;
            if (board.is_closed() || !sink.write(text.data(), text.size())) return false;
            if (crowded) sink.done();
            return true;
        });
    }
};

Server::Server(std::string folder, const Board& board) : inner_(new Inner{std::move(folder), board}) {
    httplib::Server& http = inner_->http;
    // Not SO_REUSEPORT, which would share a port that is taken.
    http.set_socket_options([](int socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    http.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    http.set_keep_alive_max_count(1);
    http.set_keep_alive_timeout(1);
    http.set_read_timeout(1);
    http.set_tcp_nodelay(true);
    http.set_default_headers(
        {{"X-Content-Type-Options", "nosniff"}, {"Cross-Origin-Resource-Policy", "same-origin"}, {"X-Frame-Options", "SAMEORIGIN"}});
    http.set_pre_routing_handler([inner = inner_.get()](const Request& request, Response& response) {
        inner->answer(request, response);
        if (!response.has_header("Cache-Control")) response.set_header("Cache-Control", "no-store");
        return httplib::Server::HandlerResponse::Handled;
    });
}

Server::~Server() = default;

auto Server::take_port(int wanted) -> std::optional<int> {
    if (wanted == 0) {
        inner_->port = inner_->http.bind_to_any_port("127.0.0.1");
        return inner_->port > 0 ? std::optional(inner_->port) : std::nullopt;
    }
    for (int port = wanted; port < wanted + ports_to_try && port <= 65535; ++port) {
        inner_->port = port;
        if (inner_->http.bind_to_port("127.0.0.1", port)) return port;
    }
    return std::nullopt;
}

void Server::run() {
    inner_->http.let_wait();
    inner_->http.listen_after_bind();
}

// Before it has begun to run there would be nothing to stop.
void Server::stop() {
    for (int i = 0; i < most_looks && !inner_->http.is_running(); ++i) std::this_thread::sleep_for(between_looks);
    inner_->http.stop();
}

}  // namespace praxis::serve
