// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/server.h"

#include <httplib.h>

#include <limits>
#include <semaphore>
#include <thread>

#include "core/base/error.h"
#include "core/base/parallel.h"

namespace foretaste::endpoint {
namespace {

constexpr const char* kAddress = "127.0.0.1";
constexpr int kReadSeconds = 10, kWriteSeconds = 10, kIdleSeconds = 60;

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

HttpRequest read(const httplib::Request& request) {
    HttpRequest read{request.method, request.target, {}, request.body};
    for (const auto& [name, value] : request.headers)
        // What the server library adds of its own was not sent.
        if (name != "REMOTE_ADDR" && name != "REMOTE_PORT" && name != "LOCAL_ADDR" &&
            name != "LOCAL_PORT")
            read.headers.emplace_back(name, value);
    return read;
}

void write(const HttpResponse& from, httplib::Response& to) {
    to.status = from.status;
    for (const auto& [name, value] : from.headers) to.set_header(name, value);
    to.set_content(from.body, from.contentType);
}

}  // namespace

struct Server::State {
    explicit State(const Responder& answering)
        : responder(answering), working(std::max(1, base::defaultThreads())) {}

    const Responder& responder;
    std::counting_semaphore<> working;
    httplib::Server server;
    std::thread listener;
    int port = 0;
};

Server::Server(const Responder& responder, int port) : state_(std::make_unique<State>(responder)) {
    auto& server = state_->server;
    server.new_task_queue = [] { return new httplib::ThreadPool(kConnections); };
    server.set_socket_options(keepPortToItself);
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(std::numeric_limits<std::size_t>::max());
    server.set_keep_alive_timeout(kIdleSeconds);
    server.set_read_timeout(kReadSeconds);
    server.set_write_timeout(kWriteSeconds);
    server.set_payload_max_length(kMostBodyBytes);
    const auto handle = [state = state_.get()](const httplib::Request& from,
                                               httplib::Response& to) {
        const auto request = read(from);
        state->working.acquire();
        const auto response = state->responder.answer(request);
        state->working.release();
        write(response, to);
    };
    server.Post(".*", handle);
    server.Get(".*", handle);
    server.Put(".*", handle);
    server.Delete(".*", handle);
    // What the library refuses by itself (a body that is too long, a line that is no HTTP).
    const httplib::Server::Handler refuse = [](const httplib::Request&, httplib::Response& to) {
        if (!to.body.empty()) return;
        const bool tooLong = to.status == 413;
        write(errorResponse(
                  to.status, tooLong ? "RequestEntityTooLarge" : "InvalidAction",
                  tooLong ? "the body is longer than 1 MiB" : "the request cannot be read", true),
              to);
    };
    server.set_error_handler(refuse);
    state_->port = port == 0 ? server.bind_to_any_port(kAddress)
                             : (server.bind_to_port(kAddress, port) ? port : -1);
    if (state_->port <= 0)
        throw base::IoError(base::concat("port ", port, " of ", std::string_view(kAddress),
                                         " cannot be listened on: another program may use it; "
                                         "choose another with --port"));
    state_->listener = std::thread([&server] { server.listen_after_bind(); });
    while (!server.is_running()) std::this_thread::yield();
}

Server::~Server() {
    state_->server.stop();
    state_->listener.join();
}

int Server::port() const {
    return state_->port;
}

}  // namespace foretaste::endpoint
