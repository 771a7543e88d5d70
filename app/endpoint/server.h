// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/endpoint/responder.h"

namespace foretaste::endpoint {

/// Listens on 127.0.0.1 and hands what comes to a Responder. Connections are kept open; a thread
/// reads each, and at most as many requests as there are cores are worked on at once.
class Server {
public:
    /// Port 0 takes a free one. Throws base::IoError where the port is taken. The responder lives
    /// longer.
    Server(const Responder& responder, int port);
    /// Stops listening and waits for the requests under way.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    int port() const;

    static constexpr std::size_t kMostBodyBytes = 1U << 20U;
    static constexpr int kConnections = 256;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace foretaste::endpoint
