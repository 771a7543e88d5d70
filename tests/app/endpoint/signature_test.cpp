// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/signature.h"

#include <gtest/gtest.h>

#include "tests/app/endpoint/requests.h"

namespace foretaste::endpoint {
namespace {

constexpr std::int64_t kNow = 1'795'593'600;  // 2026-11-25 08:00:00 UTC
constexpr std::int64_t kMinute = 60;

HttpRequest goodRequest() {
    return signedAt(controlRequest("ListRecipes", R"({"maxResults":5})"), kNow);
}

/// The code that a request is refused with; "passes" where it is not.
std::string verdictOn(const HttpRequest& request, std::int64_t now = kNow) {
    try {
        verifySignature(request, secretOf, now);
        return "passes";
    } catch (const Refused& refused) {
        EXPECT_STRNE(refused.what(), "");
        return refused.code();
    }
}

std::string authorization(std::string_view region, std::string_view headers,
                          std::string_view signature) {
    return base::concat("AWS4-HMAC-SHA256 Credential=", kKeyId, "/20261125/", region,
                        "/personalize/aws4_request, SignedHeaders=", headers,
                        ", Signature=", signature);
}

TEST(Signature, SigningTimesAreWrittenInUtc) {
    EXPECT_EQ(amazonDate(kNow), "20261125T080000Z");
    EXPECT_EQ(amazonDate(0), "19700101T000000Z");
}

TEST(Signature, AgreesWithBotocore) {
    // Signed by botocore.auth.SigV4Auth of botocore 1.29.
    auto request = controlRequest("ListRecipes", R"({"maxResults":5})");
    request.headers.emplace_back("X-Amz-Date", "20261125T080000Z");
    const auto expected =
        authorization("us-east-1", "content-type;host;x-amz-date;x-amz-target",
                      "e9bf3b5e3acdaf459246d87ea00249ef43f535ec1839b7f4a29cc481b0ca830c");
    EXPECT_EQ(signatureHeader(request, kKeyId, kSecret, "us-east-1"), expected);
    request.headers.emplace_back("Authorization", expected);
    request.headers.emplace_back("User-Agent", "not signed");
    EXPECT_EQ(verdictOn(request), "passes");
}

TEST(Signature, AgreesWithBotocoreOnQueriesAndSpaces) {
    HttpRequest request{"POST",
                        "/recommendations?b=2&a=1&empty",
                        {{"host", "127.0.0.1:8765"},
                         {"content-type", "  application/json;   charset=utf-8 "},
                         {"x-amz-date", "20261125T080000Z"}},
                        "{\"userId\":\"caf\u00e9\"}"};
    request.headers.emplace_back(
        "authorization",
        authorization("eu-west-1", "content-type;host;x-amz-date",
                      "04d2fedb3c427a0740e37f1c9892f5c2364cf79080e62ea10b4645182af507eb"));
    EXPECT_EQ(verdictOn(request), "passes");
}

TEST(Signature, EqualRequestsMayComeTwice) {
    const auto request = goodRequest();
    EXPECT_EQ(verdictOn(request), "passes");
    EXPECT_EQ(verdictOn(request), "passes");
}

TEST(Signature, RefusesWhatWasAltered) {
    const struct {
        const char* what;
        void (*alter)(HttpRequest&);
    } alterations[] = {
        {"body", [](HttpRequest& request) { request.body = R"({"maxResults":6})"; }},
        {"header",
         [](HttpRequest& request) {
             setHeader(request, "X-Amz-Target", "AmazonPersonalize.ListSchemas");
         }},
        {"path", [](HttpRequest& request) { request.target = "/events"; }},
        {"query", [](HttpRequest& request) { request.target = "/?a=1"; }},
        {"method", [](HttpRequest& request) { request.method = "PUT"; }},
        {"host", [](HttpRequest& request) { setHeader(request, "Host", "localhost:8765"); }},
        {"date",
         [](HttpRequest& request) { setHeader(request, "X-Amz-Date", amazonDate(kNow + 1)); }},
        {"second value",
         [](HttpRequest& request) { request.headers.emplace_back("Content-Type", "text/plain"); }},
        {"signature",
         [](HttpRequest& request) {
             auto header = std::string(request.header("Authorization"));
             header.back() = header.back() == '0' ? '1' : '0';
             setHeader(request, "Authorization", header);
         }},
    };
    for (const auto& [what, alter] : alterations) {
        auto request = goodRequest();
        alter(request);
        EXPECT_EQ(verdictOn(request), "InvalidSignatureException") << what;
    }
}

TEST(Signature, RefusesAnotherKey) {
    const auto request = signedAt(controlRequest("ListRecipes", "{}"), kNow, "some other secret");
    EXPECT_EQ(verdictOn(request), "InvalidSignatureException");

    auto unknown = goodRequest();
    auto header = std::string(unknown.header("Authorization"));
    header.replace(header.find(kKeyId), kKeyId.size(), "FTKBBBBBBBBBBBBBBBBB");
    setHeader(unknown, "Authorization", header);
    EXPECT_EQ(verdictOn(unknown), "InvalidClientTokenId");
}

TEST(Signature, AllowsAQuarterOfAnHour) {
    const auto request = goodRequest();
    EXPECT_EQ(verdictOn(request, kNow + 15 * kMinute), "passes");
    EXPECT_EQ(verdictOn(request, kNow - 15 * kMinute), "passes");
    EXPECT_EQ(verdictOn(request, kNow + 16 * kMinute), "RequestExpired");
    EXPECT_EQ(verdictOn(request, kNow - 16 * kMinute), "RequestExpired");
}

TEST(Signature, EverythingThatDecidesMustBeSigned) {
    auto request = goodRequest();
    request.headers.emplace_back("X-Amz-Extra", "not signed");
    EXPECT_EQ(verdictOn(request), "IncompleteSignature");

    auto target = controlRequest("DeleteCampaign", "{}");
    const auto targetHeader = target.headers[1];
    target.headers.erase(target.headers.begin() + 1);
    target = signedAt(target, kNow);
    target.headers.push_back(targetHeader);
    EXPECT_EQ(verdictOn(target), "IncompleteSignature");

    auto host = controlRequest("ListRecipes", "{}");
    host.headers.erase(host.headers.begin());
    host = signedAt(host, kNow);
    host.headers.emplace_back("Host", "127.0.0.1:8765");
    EXPECT_EQ(verdictOn(host), "IncompleteSignature");
}

TEST(Signature, RefusesWhatIsIncomplete) {
    auto unsignedRequest = controlRequest("ListRecipes", "{}");
    EXPECT_EQ(verdictOn(unsignedRequest), "MissingAuthenticationToken");

    const auto good = std::string(goodRequest().header("Authorization"));
    const auto without = [&](std::string_view part) {
        auto header = good;
        const auto at = header.find(part);
        EXPECT_NE(at, std::string::npos);
        return header.erase(at, part.size());
    };
    for (const auto& header :
         {std::string("Basic dXNlcjpwYXNz"), std::string("AWS4-HMAC-SHA256"),
          std::string("AWS4-HMAC-SHA256 Credential=,SignedHeaders=,Signature="),
          without("Credential="), without("SignedHeaders="), without("Signature="),
          without("/aws4_request"), without("/20261125"), std::string(10000, ','),
          std::string("AWS4-HMAC-SHA256 Credential=////, SignedHeaders=;;;, Signature=x")}) {
        auto request = goodRequest();
        setHeader(request, "Authorization", header);
        EXPECT_EQ(verdictOn(request), "IncompleteSignature") << header.substr(0, 100);
    }
    for (const char* date : {"", "20261125", "20261399T080000Z", "20261125T256161Z", "today",
                             "20261125T080000", "2026-11-25T08:00:00Z"}) {
        auto request = goodRequest();
        setHeader(request, "X-Amz-Date", date);
        EXPECT_EQ(verdictOn(request), "IncompleteSignature") << date;
    }
}

TEST(Signature, CountsForThisServiceAlone) {
    auto request = goodRequest();
    auto header = std::string(request.header("Authorization"));
    header.replace(header.find("/personalize/"), 13, "/s3/");
    setHeader(request, "Authorization", header);
    EXPECT_EQ(verdictOn(request), "IncompleteSignature");
}

}  // namespace
}  // namespace foretaste::endpoint
