// The server of a built site, for this computer alone: it listens on 127.0.0.1, answers GET and HEAD with
// its own Host header, and reads nothing outside the folder. cpp-httplib is used in one file.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "serve/board.h"

namespace praxis::serve {

class Server {
public:
    Server(std::string folder, const Board& board);
    Server(const Server&) = delete;
    auto operator=(const Server&) -> Server& = delete;
    ~Server();

    // Takes the port or the next free one, and says which; 0 takes any.
    auto take_port(int wanted) -> std::optional<int>;
    // Serves until `stop`, which another thread calls when it has begun this.
    void run();
    void stop();

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace praxis::serve
