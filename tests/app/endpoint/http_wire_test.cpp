// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/http_wire.h"

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace foretaste::endpoint {
namespace {

constexpr std::string_view kStart = "POST / HTTP/1.1\r\nHost: localhost\r\n";

std::string requestOf(std::string_view headers, std::string_view body = {}) {
    return base::concat(kStart, headers, "\r\n", body);
}

/// What reading all of `bytes` comes to: "METHOD target body" of every request, then the status
/// that the rest is refused with, if it is.
std::vector<std::string> readingOf(std::string_view bytes, std::size_t pieces = 1,
                                   std::uint64_t seed = 0) {
    base::Random random(seed);
    HttpReader reader;
    std::vector<std::string> reading;
    try {
        while (!bytes.empty()) {
            const auto most = static_cast<std::uint32_t>(bytes.size());
            const auto size = pieces == 1 ? bytes.size() : 1 + random.below(most);
            reader.take(bytes.substr(0, size));
            bytes.remove_prefix(size);
            while (const auto request = reader.next())
                reading.push_back(
                    base::concat(request->method, ' ', request->target, ' ', request->body));
        }
    } catch (const Refused& refused) {
        reading.push_back(base::concat(refused.status()));
    }
    return reading;
}

using Reading = std::vector<std::string>;

TEST(HttpReader, ReadsHeadersAndBody) {
    HttpReader reader;
    EXPECT_TRUE(reader.isIdle());
    reader.take("POST /events?a=b HTTP/1.1\r\nhost:localhost\r\nX-Two:  a  b \r\n");
    EXPECT_FALSE(reader.isIdle());
    EXPECT_FALSE(reader.next());
    reader.take("Content-Length: 4\r\n\r\n{\r\n");
    EXPECT_FALSE(reader.next());
    EXPECT_FALSE(reader.isIdle());
    reader.take("}");
    const auto request = reader.next();
    ASSERT_TRUE(request);
    EXPECT_EQ(request->method, "POST");
    EXPECT_EQ(request->target, "/events?a=b");
    EXPECT_EQ(request->header("HOST"), "localhost");
    EXPECT_EQ(request->header("x-two"), "a  b");
    EXPECT_EQ(request->body, "{\r\n}");
    EXPECT_FALSE(request->isLast);
    EXPECT_TRUE(reader.isIdle());
}

TEST(HttpReader, ReadsRequestsThatComeTogether) {
    const auto both = requestOf("Content-Length: 2\r\n", "{}") + requestOf("");
    EXPECT_EQ(readingOf(both), (Reading{"POST / {}", "POST / "}));
}

TEST(HttpReader, KnowsTheLastRequestOfAConnection) {
    const auto isLast = [](const std::string& bytes) {
        HttpReader reader;
        reader.take(bytes);
        return reader.next()->isLast;
    };
    EXPECT_FALSE(isLast(requestOf("Connection: keep-alive\r\n")));
    EXPECT_TRUE(isLast(requestOf("connection: Keep-Alive, CLOSE\r\n")));
    EXPECT_TRUE(isLast("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n"));
}

TEST(HttpReader, TellsOnceWhoWaitsToContinue) {
    HttpReader reader;
    reader.take(requestOf("Content-Length: 2\r\nExpect: 100-continue\r\n"));
    EXPECT_FALSE(reader.asksToContinue());
    EXPECT_FALSE(reader.next());
    EXPECT_TRUE(reader.asksToContinue());
    EXPECT_FALSE(reader.asksToContinue());
    reader.take("{}");
    EXPECT_EQ(reader.next()->body, "{}");
    reader.take(requestOf("Content-Length: 2\r\nExpect: 100-continue\r\n", "{}"));
    EXPECT_TRUE(reader.next());
    EXPECT_FALSE(reader.asksToContinue());
}

TEST(HttpReader, RefusesWhatIsNoRequest) {
    const auto control = [](char c) { return requestOf(base::concat("A: b", c, "c\r\n")); };
    const std::pair<std::string, const char*> cases[] = {
        {"\x16\x03\x01", "400"},  // TLS, at its first byte
        {"\r\n", "400"},
        {"hello\r\n\r\n", "400"},
        {"POST /\r\n\r\n", "400"},
        {"POST  HTTP/1.1\r\n\r\n", "400"},
        {"POST http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"POST / x HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"PO/ST / HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"POST / FTP/1.1\r\nHost: localhost\r\n\r\n", "400"},
        {"POST / HTTP/2.0\r\nHost: localhost\r\n\r\n", "505"},
        {"POST / HTTP/1.1\r\n\r\n", "400"},
        {requestOf("Host: localhost\r\n"), "400"},
        {requestOf("Name : value\r\n"), "400"},
        {requestOf(" folded: line\r\n"), "400"},
        {requestOf("no colon\r\n"), "400"},
        {requestOf(": no name\r\n"), "400"},
        {control('\0'), "400"},
        {control('\n'), "400"},
        {control('\r'), "400"},
        {control('\x7f'), "400"},
    };
    for (const auto& [bytes, status] : cases) EXPECT_EQ(readingOf(bytes), Reading{status}) << bytes;
}

TEST(HttpReader, RefusesWhatCanBeReadInTwoWays) {
    const auto smuggled = requestOf("Content-Length: 2\r\n", "{}");
    const std::pair<const char*, const char*> cases[] = {
        {"Transfer-Encoding: chunked\r\n", "411"},
        {"transfer-encoding: identity\r\nContent-Length: 0\r\n", "411"},
        {"Content-Length: 0\r\nContent-Length: 0\r\n", "400"},
        {"Content-Length: 0, 5\r\n", "400"},
        {"Content-Length: -1\r\n", "400"},
        {"Content-Length: +1\r\n", "400"},
        {"Content-Length: 0x10\r\n", "400"},
        {"Content-Length: \r\n", "400"},
        {"Content-Length: 1.5\r\n", "400"},
        {"Content-Length: 99999999999999999999\r\n", "400"},
        {"Content-Encoding: gzip\r\nContent-Length: 3\r\n", "415"},
    };
    for (const auto& [headers, status] : cases)
        EXPECT_EQ(readingOf(requestOf(headers) + smuggled), Reading{status}) << headers;
}

TEST(HttpReader, LimitsEverySize) {
    const auto length = [](std::size_t bytes) {
        return requestOf(base::concat("Content-Length: ", bytes, "\r\n"));
    };
    EXPECT_EQ(readingOf(length(HttpReader::kMostBodyBytes)), Reading{});
    EXPECT_EQ(readingOf(length(HttpReader::kMostBodyBytes + 1)), Reading{"413"});

    const auto padded = [](std::size_t bytes) {
        return requestOf(base::concat("A: ", std::string(bytes, 'a'), "\r\n"));
    };
    EXPECT_EQ(readingOf(padded(HttpReader::kMostHeadBytes - 100)), Reading{"POST / "});
    EXPECT_EQ(readingOf(padded(HttpReader::kMostHeadBytes)), Reading{"431"});
    EXPECT_EQ(readingOf(std::string(HttpReader::kMostHeadBytes + 1, 'A')), Reading{"431"});

    std::string many;
    for (int i = 0; i < 99; ++i) many += "A: b\r\n";
    EXPECT_EQ(readingOf(requestOf(many)), Reading{"POST / "});
    EXPECT_EQ(readingOf(requestOf(many + "A: b\r\n")), Reading{"431"});
}

TEST(HttpReader, ReadsDamagedBytesAlikeHoweverTheyCome) {
    const std::string good = requestOf("Content-Length: 2\r\nA: b\r\n", "{}");
    base::Random random(3);
    constexpr std::string_view kSigns =
        "\r\n :;,\t\0\x80"
        "09azAZ{}";
    int refused = 0;
    for (std::uint64_t round = 0; round < 5000; ++round) {
        auto bytes = good + good + good;
        for (auto damages = 1 + random.below(4); damages > 0; --damages) {
            const auto at = random.below(static_cast<std::uint32_t>(bytes.size()));
            const char sign = kSigns[random.below(static_cast<std::uint32_t>(kSigns.size()))];
            switch (random.below(3)) {
                case 0: bytes[at] = sign; break;
                case 1: bytes.insert(at, 1, sign); break;
                default: bytes.erase(at, 1 + random.below(8)); break;
            }
        }
        const auto whole = readingOf(bytes);
        EXPECT_EQ(readingOf(bytes, 2, round), whole) << bytes;
        if (!whole.empty() && whole.back().size() == 3) ++refused;
    }
    EXPECT_GT(refused, 2000);
}

TEST(WireForm, NamesLengthTypeAndEnd) {
    EXPECT_EQ(wireForm({200, "application/json", "{}", {{"Date", "today"}}}, false),
              "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: application/json\r\n"
              "Date: today\r\nConnection: keep-alive\r\n\r\n{}");
    EXPECT_EQ(wireForm({413, {}, {}, {}}, true),
              "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}

}  // namespace
}  // namespace foretaste::endpoint
