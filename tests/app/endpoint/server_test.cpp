// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <deque>
#include <thread>

#include "app/endpoint/http_wire.h"
#include "core/base/error.h"
#include "tests/app/endpoint/wire_client.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/service/workspace.h"

namespace foretaste::endpoint {
namespace {

std::string requestOf(std::string_view headers, std::string_view body) {
    return base::concat("POST / HTTP/1.1\r\nHost: localhost\r\n",
                        "X-Amz-Target: AmazonPersonalize.ListRecipes\r\n", headers,
                        "Content-Length: ", body.size(), "\r\n\r\n", body);
}

const std::string kRequest = requestOf("", "{}");

class ServerTest : public testing::Test {
protected:
    /// A new client's request is answered.
    void expectAlive() const {
        WireClient client(server->port());
        ASSERT_TRUE(client.send(kRequest));
        EXPECT_TRUE(isStatus(client.receive(), 200));
    }

    service::Workspace workspace;
    Responder responder{*workspace.service, {}};
    std::unique_ptr<Server> server = std::make_unique<Server>(responder, 0);
};

TEST_F(ServerTest, KeepsAConnectionOpen) {
    WireClient client(server->port());
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(client.send(kRequest));
        const auto answer = client.receive();
        EXPECT_TRUE(isStatus(answer, 200));
        EXPECT_NE(answer.find("\"recipes\""), std::string::npos);
    }
    ASSERT_TRUE(client.send(requestOf("Connection: close\r\n", "{}")));
    EXPECT_TRUE(isStatus(client.receive(), 200));
    EXPECT_TRUE(client.isClosed());
}

TEST_F(ServerTest, AnswersRequestsThatComeTogetherOrInPieces) {
    WireClient client(server->port());
    ASSERT_TRUE(client.send(kRequest + kRequest + kRequest.substr(0, 30)));
    EXPECT_TRUE(isStatus(client.receive(), 200));
    EXPECT_TRUE(isStatus(client.receive(), 200));
    ASSERT_TRUE(client.send(kRequest.substr(30)));
    EXPECT_TRUE(isStatus(client.receive(), 200));
}

TEST_F(ServerTest, LetsClientsContinueThatWaitForIt) {
    WireClient client(server->port());
    const auto request = requestOf("Expect: 100-continue\r\n", "{}");
    ASSERT_TRUE(client.send(request.substr(0, request.size() - 2)));
    EXPECT_TRUE(isStatus(client.receive(), 100));
    ASSERT_TRUE(client.send("{}"));
    EXPECT_TRUE(isStatus(client.receive(), 200));
}

TEST_F(ServerTest, RefusesABodyThatIsTooLong) {
    WireClient client(server->port());
    // The client may notice while it still sends; the answer is there all the same.
    client.send(requestOf("", std::string(2 * HttpReader::kMostBodyBytes, ' ')));
    EXPECT_TRUE(isStatus(client.receive(), 413));
    EXPECT_TRUE(client.isClosed());
    expectAlive();

    WireClient longest(server->port());
    ASSERT_TRUE(
        longest.send(requestOf("", "{}" + std::string(HttpReader::kMostBodyBytes - 2, ' '))));
    EXPECT_TRUE(isStatus(longest.receive(), 200));
}

TEST_F(ServerTest, SurvivesWhatIsNoHttp) {
    for (const std::string& bytes :
         {std::string("hello\r\n\r\n"), std::string("\x16\x03\x01\x02\x00", 5),
          std::string(100, '\0'), std::string(100'000, 'A'), std::string("GET\r\n\r\n"),
          std::string("POST / HTTP/9.9\r\nHost: localhost\r\n\r\n"),
          requestOf("Transfer-Encoding: chunked\r\n", "zz\r\n")}) {
        WireClient client(server->port());
        client.send(bytes);
        EXPECT_TRUE(client.receive().starts_with("HTTP/1.1 ")) << bytes.substr(0, 40);
        EXPECT_TRUE(client.isClosed()) << bytes.substr(0, 40);
    }
    WireClient(server->port()).send(kRequest.substr(0, 40));  // and is gone
    WireClient(server->port()).send(kRequest);                // does not wait for the answer
    expectAlive();
}

TEST_F(ServerTest, NothingIsReadAfterABrokenRequest) {
    WireClient client(server->port());
    client.send(requestOf("Transfer-Encoding: chunked\r\n", "zz\r\n") + kRequest);
    EXPECT_TRUE(isStatus(client.receive(), 411));
    EXPECT_TRUE(client.isClosed());
}

TEST_F(ServerTest, LosesPatienceWithSlowClients) {
    using std::chrono::milliseconds;
    server = std::make_unique<Server>(
        responder, 0, Patience{.idle = milliseconds(50), .arriving = milliseconds(300)});
    WireClient idle(server->port());
    EXPECT_TRUE(idle.isClosed());
    // A byte now and then keeps no connection open.
    WireClient dripping(server->port());
    const base::Stopwatch watch;
    for (const char c : kRequest) {
        if (!dripping.send({&c, 1})) break;
        std::this_thread::sleep_for(milliseconds(10));
    }
    EXPECT_LT(watch.seconds(), 10);
    EXPECT_TRUE(dripping.isClosed());
    expectAlive();
}

TEST_F(ServerTest, HoldsTwoHundredConnectionsAtOnce) {
    std::deque<WireClient> clients;
    for (int i = 0; i < 200; ++i) clients.emplace_back(server->port());
    for (int round = 0; round < 2; ++round) {
        for (auto& client : clients) ASSERT_TRUE(client.send(kRequest));
        for (auto& client : clients) ASSERT_TRUE(isStatus(client.receive(), 200));
    }
}

TEST_F(ServerTest, TellsOneTooManyThatItIsBusy) {
    std::deque<WireClient> clients;
    for (int i = 0; i < Server::kConnections; ++i) {
        clients.emplace_back(server->port());
        ASSERT_TRUE(clients.back().send(kRequest));
        ASSERT_TRUE(isStatus(clients.back().receive(), 200));
    }
    WireClient oneMore(server->port());
    EXPECT_TRUE(isStatus(oneMore.receive(), 503));
    EXPECT_TRUE(oneMore.isClosed());
}

TEST_F(ServerTest, StopsWhileRequestsRun) {
    std::deque<WireClient> idle;
    for (int i = 0; i < 50; ++i) idle.emplace_back(server->port());
    std::atomic<int> answered{0}, broken{0};
    std::vector<std::thread> busy;
    for (int i = 0; i < 8; ++i)
        busy.emplace_back([&, port = server->port()] {
            WireClient client(port);
            while (client.send(kRequest)) {
                const auto answer = client.receive();
                if (answer.empty()) return;
                isStatus(answer, 200) ? ++answered : ++broken;
            }
        });
    while (answered < 100) std::this_thread::yield();
    const base::Stopwatch watch;
    server.reset();
    for (auto& thread : busy) thread.join();
    // Idle connections are not waited for: they would last a minute.
    EXPECT_LT(watch.seconds(), 10);
    EXPECT_EQ(broken, 0);
    EXPECT_TRUE(idle.front().isClosed());
}

TEST_F(ServerTest, SaysThatAPortIsTaken) {
    const auto message =
        tests::messageOf<base::IoError>([&] { const Server second(responder, server->port()); });
    EXPECT_TRUE(tests::says(message, {base::concat(server->port()), "--port"})) << message;
    expectAlive();
    const auto port = server->port();
    server.reset();
    server = std::make_unique<Server>(responder, port);  // free again at once
    expectAlive();
}

}  // namespace
}  // namespace foretaste::endpoint
