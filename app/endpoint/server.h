// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>

#include "app/endpoint/responder.h"

namespace foretaste::endpoint {

/// How long a Server waits for a client.
struct Patience {
    std::chrono::milliseconds idle{60'000};      ///< for a next request
    std::chrono::milliseconds arriving{10'000};  ///< for all of a request once it has begun
};

/// Listens on 127.0.0.1 and hands what comes to a Responder. A thread reads each connection and
/// keeps it open; at most a few requests for each core are worked on at once. Everything is
/// limited: sizes (HttpReader), connections, the time that a request may take to arrive and an
/// answer to leave, the time that a connection may idle.
class Server {
public:
    /// Port 0 takes a free one. Throws base::IoError where the port is taken. The responder lives
    /// longer.
    Server(const Responder& responder, int port, Patience patience = {});
    /// Stops listening, lets the requests under way finish, and closes all connections.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    int port() const;

    /// One more is told that the server is busy.
    static constexpr int kConnections = 256;

private:
    class Listener;
    std::unique_ptr<Listener> listener_;
};

}  // namespace foretaste::endpoint
