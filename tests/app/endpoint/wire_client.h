// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/base/text.h"

namespace foretaste::endpoint {

/// A client that sends whatever bytes it is told to, as no proper client would.
class WireClient {
public:
    explicit WireClient(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
    }
    ~WireClient() { close(socket_); }
    WireClient(const WireClient&) = delete;
    WireClient& operator=(const WireClient&) = delete;

    /// False where the server has closed the connection.
    bool send(std::string_view bytes) {
        return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(bytes.size());
    }

    /// The next answer whole; empty where the server closes before.
    std::string receive() {
        constexpr std::string_view kHeadEnd = "\r\n\r\n", kLength = "Content-Length: ";
        for (;;) {
            const auto head = come_.find(kHeadEnd);
            if (head != std::string::npos) {
                const auto length = come_.find(kLength);
                const auto body =
                    length < head ? std::stoul(come_.substr(length + kLength.size())) : 0;
                const auto size = head + kHeadEnd.size() + body;
                if (come_.size() >= size) {
                    const auto answer = come_.substr(0, size);
                    come_.erase(0, size);
                    return answer;
                }
            }
            if (!receiveSome()) return {};
        }
    }

    /// Whether the server closes the connection without sending more.
    bool isClosed() { return come_.empty() && !receiveSome(); }

private:
    bool receiveSome() {
        constexpr int kPatienceMs = 30'000;
        pollfd wait{socket_, POLLIN, 0};
        if (poll(&wait, 1, kPatienceMs) != 1) throw std::runtime_error("the server is silent");
        std::array<char, 65536> buffer;
        const auto bytes = recv(socket_, buffer.data(), buffer.size(), 0);
        if (bytes > 0) come_.append(buffer.data(), static_cast<std::size_t>(bytes));
        return bytes > 0;
    }

    int socket_;
    std::string come_;
};

inline bool isStatus(std::string_view answer, int status) {
    return answer.starts_with(base::concat("HTTP/1.1 ", status, ' '));
}

}  // namespace foretaste::endpoint
