// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/server.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <semaphore>
#include <thread>

#ifndef _WIN32
#include <poll.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "app/endpoint/http_wire.h"
#include "core/base/error.h"
#include "core/base/parallel.h"

namespace foretaste::endpoint {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds, std::chrono::seconds;

constexpr const char* kAddress = "127.0.0.1";
constexpr seconds kLeaving{10}, kLingering{1};
/// How soon a waiting thread sees that the server stops.
constexpr milliseconds kBetweenLooks{200};
/// Threads beyond the connections, which tell further clients that the server is busy.
constexpr int kSpareThreads = 4;
/// More than one: events wait for the disk, and are written together with those that wait along.
constexpr int kRequestsPerCore = 8;

/// The port is ours alone; the library's default would share it with a second server.
void keepPortToItself(socket_t socket) {
    const int yes = 1;
#ifdef _WIN32
    setsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, reinterpret_cast<const char*>(&yes),
               sizeof yes);
#else
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
#endif
}

/// glibc gives threads heaps of their own, up to eight a core; with a thread a connection each keeps
/// what it once needed. One a core is enough for those that work at once, and 10 MB less over time.
void shareHeaps() {
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, std::max(2, base::defaultThreads()));
#endif
}

/// Whether the socket can be read within `time`.
bool isReadable(socket_t socket, milliseconds time) {
    pollfd wait{socket, POLLIN, 0};
#ifdef _WIN32
    return WSAPoll(&wait, 1, static_cast<INT>(time.count())) > 0;
#else
    return poll(&wait, 1, static_cast<int>(time.count())) > 0;
#endif
}

/// One client's socket.
class Connection {
public:
    Connection(socket_t socket, const std::atomic<bool>& stopping)
        : socket_(socket), stopping_(stopping) {}
    ~Connection() {
#ifdef _WIN32
        closesocket(socket_);
#else
        close(socket_);
#endif
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// What has come; nothing where the other side is gone, time is over, or the server stops.
    std::string_view read(Clock::time_point deadline) {
        while (!stopping_ && Clock::now() < deadline) {
            const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now());
            if (!isReadable(socket_, std::clamp(left, milliseconds(0), kBetweenLooks))) continue;
            const auto bytes = recv(socket_, buffer_.data(), buffer_.size(), 0);
            return {buffer_.data(), bytes > 0 ? static_cast<std::size_t>(bytes) : 0};
        }
        return {};
    }

    bool write(std::string_view bytes) {
        const auto deadline = Clock::now() + kLeaving;
        while (!bytes.empty() && Clock::now() < deadline) {
            const auto sent = send(socket_, bytes.data(), bytes.size(), 0);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return bytes.empty();
    }

    /// Closing while the client still sends would take the last answer away from it.
    void letFinish() {
#ifdef _WIN32
        shutdown(socket_, SD_SEND);
#else
        shutdown(socket_, SHUT_WR);
#endif
        const auto deadline = Clock::now() + kLingering;
        while (!read(deadline).empty()) {
        }
    }

private:
    socket_t socket_;
    const std::atomic<bool>& stopping_;
    std::array<char, 16384> buffer_;
};

}  // namespace

/// The library binds, accepts and hands out threads; what it gives up is how a connection is read:
/// its own way has no deadline for a request, no limit for headers and chunks, takes the rest of a
/// broken request for a next one, and asks an idle socket a hundred times a second.
class Server::Listener : public httplib::Server {
public:
    Listener(const Responder& responder, int wantedPort, Patience patience)
        : responder_(responder), patience_(patience) {
        shareHeaps();
        new_task_queue = [] { return new httplib::ThreadPool(kConnections + kSpareThreads); };
        set_socket_options(keepPortToItself);
        set_tcp_nodelay(true);
        set_write_timeout(kLeaving);
        port = wantedPort == 0 ? bind_to_any_port(kAddress)
                               : (bind_to_port(kAddress, wantedPort) ? wantedPort : -1);
        if (port <= 0)
            throw base::IoError(base::concat("port ", wantedPort, " of ",
                                             std::string_view(kAddress),
                                             " cannot be listened on: another program may use it; "
                                             "choose another with --port"));
        // The library lets five clients wait, and the next one tries again after a second.
        ::listen(svr_sock_, kConnections);
        thread_ = std::thread([this] { listen_after_bind(); });
        while (!is_running()) std::this_thread::yield();
    }
    ~Listener() override {
        stopping_ = true;
        stop();
        thread_.join();
    }

    int port = 0;

private:
    bool process_and_close_socket(socket_t socket) override {
        const bool isOneTooMany = connections_.fetch_add(1) >= kConnections;
        try {
            Connection connection(socket, stopping_);
            if (isOneTooMany)
                refuse(connection,
                       Refused(503, "ServiceUnavailable",
                               base::concat("more than ", kConnections, " connections")));
            else
                serve(connection);
        } catch (const std::exception& error) {
            // Memory has run out: one connection is given up, not the program.
            std::fprintf(stderr, "endpoint: a connection was closed: %s\n", error.what());
        }
        connections_.fetch_sub(1);
        return true;
    }

    void serve(Connection& connection) {
        HttpReader reader;
        for (;;) {
            std::optional<HttpRequest> request;
            try {
                request = nextRequest(connection, reader);
            } catch (const Refused& refused) {
                refuse(connection, refused);
            }
            if (!request) return;
            const auto response = answer(*request);
            const bool isLast = request->isLast || stopping_;
            if (!connection.write(wireForm(response, isLast)) || isLast) return;
        }
    }

    HttpResponse answer(const HttpRequest& request) {
        struct Turn {
            explicit Turn(std::counting_semaphore<>& turns) : turns_(turns) { turns_.acquire(); }
            ~Turn() { turns_.release(); }
            std::counting_semaphore<>& turns_;
        } const turn(working_);
        return responder_.answer(request);
    }

    std::optional<HttpRequest> nextRequest(Connection& connection, HttpReader& reader) const {
        auto deadline = Clock::now() + (reader.isIdle() ? patience_.idle : patience_.arriving);
        for (;;) {
            if (auto request = reader.next()) return request;
            if (reader.asksToContinue()) connection.write("HTTP/1.1 100 Continue\r\n\r\n");
            const auto bytes = connection.read(deadline);
            if (bytes.empty()) return std::nullopt;
            if (reader.isIdle()) deadline = Clock::now() + patience_.arriving;
            reader.take(bytes);
        }
    }

    void refuse(Connection& connection, const Refused& refused) const {
        if (connection.write(wireForm(responder_.refuse(refused), true))) connection.letFinish();
    }

    const Responder& responder_;
    const Patience patience_;
    std::atomic<bool> stopping_{false};
    std::atomic<int> connections_{0};
    std::counting_semaphore<> working_{kRequestsPerCore * base::defaultThreads()};
    std::thread thread_;
};

Server::Server(const Responder& responder, int port, Patience patience)
    : listener_(std::make_unique<Listener>(responder, port, patience)) {}

Server::~Server() = default;

int Server::port() const {
    return listener_->port;
}

}  // namespace foretaste::endpoint
