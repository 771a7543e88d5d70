// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/open_loop.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>
#include <deque>
#include <stdexcept>

#include "core/base/text.h"

namespace foretaste::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Nanoseconds = std::chrono::nanoseconds;

constexpr std::string_view kHeadEnd = "\r\n\r\n", kLength = "Content-Length: ";
/// How long the last answers may take.
constexpr double kMostWaitSeconds = 30;

[[noreturn]] void broken(const char* what) {
    throw std::runtime_error(
        base::concat(std::string_view(what), ": ", std::string_view(std::strerror(errno))));
}

double cpuSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// One open connection with at most one request under way.
class Client {
public:
    explicit Client(int port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (socket_ < 0 ||
            connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            broken("cannot connect");
        const int yes = 1;
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    }
    ~Client() { close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    int descriptor() const { return socket_; }

    void send(const std::string& request, Clock::time_point due) {
        due_ = due;
        if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(request.size()))
            broken("cannot send");
    }

    /// Reads what has come; the status where the answer is whole, else 0.
    int receive() {
        std::array<char, 65536> buffer;
        const auto bytes = recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (bytes < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
        if (bytes <= 0) broken("the server closed a connection");
        answer_.append(buffer.data(), static_cast<std::size_t>(bytes));
        const auto head = answer_.find(kHeadEnd);
        if (head == std::string::npos) return 0;
        const auto length = answer_.find(kLength);
        if (length > head) throw std::runtime_error("an answer without Content-Length");
        const auto body = std::stoul(answer_.substr(length + kLength.size()));
        if (answer_.size() < head + kHeadEnd.size() + body) return 0;
        const int status = std::stoi(answer_.substr(answer_.find(' ')));
        answer_.clear();
        return status;
    }

    Clock::time_point due() const { return due_; }

private:
    int socket_;
    Clock::time_point due_;
    std::string answer_;
};

}  // namespace

double LoadResult::percentile(double percent) const {
    if (milliseconds.empty()) return 0;
    const auto rank = std::ceil(percent / 100 * static_cast<double>(milliseconds.size()));
    return milliseconds[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

LoadResult runOpenLoop(const LoadOptions& options,
                       const std::function<std::string(std::int64_t number)>& requestAt) {
    std::deque<Client> clients;
    std::vector<pollfd> waits;
    std::deque<std::size_t> idle;
    for (int i = 0; i < options.connections; ++i) {
        clients.emplace_back(options.port);
        waits.push_back({clients.back().descriptor(), POLLIN, 0});
        idle.push_back(clients.size() - 1);
    }
    LoadResult result;
    const auto total = static_cast<std::int64_t>(options.rate * options.seconds);
    const auto begun = Clock::now();
    const double cpuBefore = cpuSeconds();
    const auto dueOf = [&](std::int64_t number) {
        return begun + std::chrono::duration_cast<Nanoseconds>(std::chrono::duration<double>(
                           static_cast<double>(number) / options.rate));
    };
    const auto end = begun + std::chrono::duration_cast<Nanoseconds>(
                                 std::chrono::duration<double>(options.seconds + kMostWaitSeconds));
    while (static_cast<std::int64_t>(result.milliseconds.size()) < total) {
        auto now = Clock::now();
        if (now > end) throw std::runtime_error("answers are missing");
        while (result.sent < total && dueOf(result.sent) <= now && !idle.empty()) {
            // The connection that has rested longest: all of them stay in use.
            auto& client = clients[idle.front()];
            idle.pop_front();
            client.send(requestAt(result.sent), dueOf(result.sent));
            ++result.sent;
            now = Clock::now();
        }
        auto pause = Nanoseconds(std::chrono::milliseconds(100));
        if (result.sent < total && !idle.empty())
            pause = std::clamp<Nanoseconds>(dueOf(result.sent) - now, Nanoseconds(0), pause);
        const timespec timeout{0, static_cast<long>(pause.count())};
        int ready = ppoll(waits.data(), waits.size(), &timeout, nullptr);
        for (std::size_t i = 0; i < clients.size() && ready > 0; ++i) {
            if (waits[i].revents == 0) continue;
            --ready;
            const int status = clients[i].receive();
            if (status == 0) continue;
            if (status != 200) ++result.failed;
            const auto latency = Clock::now() - clients[i].due();
            result.milliseconds.push_back(
                std::chrono::duration<double, std::milli>(latency).count());
            idle.push_back(i);
        }
    }
    result.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    result.ownCpuShare = (cpuSeconds() - cpuBefore) / result.seconds;
    std::sort(result.milliseconds.begin(), result.milliseconds.end());
    return result;
}

}  // namespace foretaste::bench
