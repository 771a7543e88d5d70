// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/responder.h"

#include <gtest/gtest.h>

#include "app/endpoint/operations.h"
#include "tests/app/endpoint/requests.h"
#include "tests/core/service/workspace.h"

namespace foretaste::endpoint {
namespace {

using service::Json;
using service::Workspace;

class ResponderTest : public testing::Test {
protected:
    HttpResponse askText(std::string_view operation, std::string body) const {
        return responder.answer(controlRequest(operation, std::move(body)));
    }
    HttpResponse ask(std::string_view operation, const Json& body = Json::object()) const {
        return askText(operation, body.dump());
    }
    HttpResponse askPath(const std::string& path, const Json& body) const {
        return responder.answer(pathRequest(path, body.dump()));
    }
    /// The body of an answer that is no error.
    static Json bodyOf(const HttpResponse& response) {
        EXPECT_EQ(response.status, 200) << response.body;
        return response.body.empty() ? Json() : service::parseJson(response.body);
    }

    Workspace workspace;
    Responder responder{*workspace.service, {}};
};

TEST_F(ResponderTest, FindsOperationsByTheTargetHeader) {
    const auto recipes = ask("ListRecipes");
    EXPECT_EQ(recipes.contentType, "application/x-amz-json-1.1");
    EXPECT_GT(bodyOf(recipes).at("recipes").size(), 1u);
    // Some clients send no body where there are no members.
    EXPECT_EQ(bodyOf(askText("ListRecipes", "")), bodyOf(recipes));

    for (const char* wrong : {"listRecipes", "ListRecipes2", "", "GetRecommendations"}) {
        const auto refused = ask(wrong);
        EXPECT_EQ(refused.status, 400) << wrong;
        EXPECT_EQ(errorOf(refused), "UnknownOperationException") << wrong;
    }
    auto noTarget = controlRequest("ListRecipes", "{}");
    noTarget.headers.erase(noTarget.headers.begin() + 1);
    EXPECT_EQ(errorOf(responder.answer(noTarget)), "UnknownOperationException");
    auto otherService = controlRequest("ListRecipes", "{}");
    setHeader(otherService, "X-Amz-Target", "DynamoDB_20120810.ListTables");
    EXPECT_EQ(errorOf(responder.answer(otherService)), "UnknownOperationException");
}

TEST_F(ResponderTest, FindsOperationsByPath) {
    const auto events = askPath("/events", {{"trackingId", "none"}});
    EXPECT_EQ(events.contentType, "application/json");
    EXPECT_EQ(errorOf(events), "InvalidInputException");
    const auto nowhere = askPath("/nowhere", Json::object());
    EXPECT_EQ(nowhere.status, 404);
    EXPECT_EQ(errorOf(nowhere), "UnknownOperationException");
}

TEST_F(ResponderTest, TakesPostsAlone) {
    for (const char* method : {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "post"}) {
        auto request = controlRequest("ListRecipes", "{}");
        request.method = method;
        EXPECT_EQ(responder.answer(request).status, 405) << method;
    }
}

TEST_F(ResponderTest, EachServiceHasItsStatusCodes) {
    const std::string none = "arn:aws:personalize:us-east-1:000000000000:campaign/none";
    const auto described = ask("DescribeCampaign", Json{{"campaignArn", none}});
    EXPECT_EQ(described.status, 400);
    EXPECT_EQ(errorOf(described), "ResourceNotFoundException");
    EXPECT_EQ(headerOf(described, "x-amzn-ErrorType"), "ResourceNotFoundException");

    const auto asked = askPath("/recommendations", {{"campaignArn", none}, {"userId", "u1"}});
    EXPECT_EQ(asked.status, 404);
    EXPECT_EQ(errorOf(asked), "ResourceNotFoundException");
    EXPECT_EQ(headerOf(asked, "x-amzn-ErrorType"), "ResourceNotFoundException");
    EXPECT_EQ(askPath("/recommendations", Json::object()).status, 400);

    EXPECT_EQ(ask("CreateDatasetGroup", Json{{"name", "films"}}).status, 200);
    const auto again = ask("CreateDatasetGroup", Json{{"name", "films"}});
    EXPECT_EQ(again.status, 400);
    EXPECT_EQ(errorOf(again), "ResourceAlreadyExistsException");
}

TEST_F(ResponderTest, ErrorsCarryAMessage) {
    const auto refused = ask("CreateDatasetGroup", Json{{"name", "not a name"}});
    const auto message = service::parseJson(refused.body).at("message").get<std::string>();
    EXPECT_NE(message.find("name: 'not a name'"), std::string::npos) << message;
}

TEST_F(ResponderTest, AnswersWithoutMembersHaveNoBody) {
    const auto created =
        bodyOf(ask("CreateSchema", Json{{"name", "films"}, {"schema", service::kItemsSchema}}));
    const auto deleted = ask("DeleteSchema", Json{{"schemaArn", created.at("schemaArn")}});
    EXPECT_EQ(deleted.status, 200);
    EXPECT_EQ(deleted.body, "");
}

TEST_F(ResponderTest, RefusesWhatIsNoJson) {
    const std::string whole = R"({"name": "films", "tags": [{"tagKey": "a", "tagValue": "b"}]})";
    for (std::size_t size = 1; size < whole.size(); ++size)
        EXPECT_EQ(errorOf(askText("CreateDatasetGroup", whole.substr(0, size))),
                  "InvalidInputException")
            << size;
    const std::string nested(100000, '['), objects = [] {
        std::string text;
        for (int i = 0; i < 50000; ++i) text += "{\"a\":";
        return text;
    }();
    for (const std::string& body :
         {nested, objects, nested + std::string(nested.size(), ']'), std::string("null"),
          std::string("[]"), std::string("\"text\""), std::string("7"), std::string(10, '\0'),
          std::string("{\"name\": \"\xff\xfe\"}"), std::string("{\"name\": \"\xc3\"}"),
          std::string("{\"name\": \"\\ud800\"}"), std::string("{\"name\": 1e999}"),
          std::string("{\"name\": ") + std::string(100000, '9') + "}", std::string("{'a': 1}"),
          std::string("{} {}"), std::string("{\"name\": \"a\",}"),
          std::string("{\"name\": NaN}")}) {
        const auto refused = askText("CreateDatasetGroup", body);
        EXPECT_EQ(refused.status, 400) << body.substr(0, 40);
        EXPECT_EQ(errorOf(refused), "InvalidInputException") << body.substr(0, 40);
    }
    EXPECT_EQ(bodyOf(ask("ListDatasetGroups")).at("datasetGroups").size(), 0u);
}

TEST_F(ResponderTest, IgnoresUnknownMembers) {
    const Json request{{"name", "films"}, {"fromTheFuture", {{"a", {1, 2, nullptr}}}}};
    EXPECT_EQ(ask("CreateDatasetGroup", request).status, 200);
}

TEST_F(ResponderTest, TimesAreSecondsWithAFraction) {
    const auto before = static_cast<double>(base::nowMs()) / 1000;
    const auto group = workspace.makeGroup();
    const auto described = bodyOf(ask("DescribeDatasetGroup", Json{{"datasetGroupArn", group}}));
    const auto& created = described.at("datasetGroup").at("creationDateTime");
    ASSERT_TRUE(created.is_number());
    EXPECT_GE(created.get<double>(), before - 1);
    EXPECT_LE(created.get<double>(), before + 60);
}

TEST_F(ResponderTest, ReadsTimesHoweverClientsWriteThem) {
    const auto group = workspace.makeGroup();
    workspace.makeDataset(group, "Interactions", service::kInteractionsSchema);
    const auto tracker =
        workspace.service->createEventTracker({.name = "clicks", .datasetGroupArn = group});
    const auto put = [&](const Json& sentAt) {
        return askPath(
            "/events",
            {{"trackingId", tracker.trackingId},
             {"userId", "u1"},
             {"sessionId", "s1"},
             {"eventList", {{{"eventType", "watch"}, {"itemId", "i1"}, {"sentAt", sentAt}}}}});
    };
    for (const Json& sentAt : {Json(1700000000), Json(1700000000.25), Json("1700000000"),
                               Json("2023-11-14T22:13:20Z"), Json("2023-11-14T23:13:20+01:00")}) {
        const auto answer = put(sentAt);
        EXPECT_EQ(answer.status, 200) << answer.body;
        EXPECT_EQ(answer.body, "");
    }
    for (const auto& event : workspace.service->userHistory(group, "u1", 10))
        EXPECT_EQ(event.timestamp, 1700000000);
    for (const Json& sentAt : {Json(1700000000000), Json("yesterday"), Json(true), Json(),
                               Json::array(), Json("nan"), Json("2023-13-14")}) {
        const auto answer = put(sentAt);
        EXPECT_EQ(errorOf(answer), "InvalidInputException") << sentAt;
    }
}

TEST_F(ResponderTest, PagesFollowEachOther) {
    for (const char* name : {"one", "two", "three"}) workspace.makeGroup(name);
    std::set<std::string> names;
    Json request{{"maxResults", 2}};
    for (int page = 0; page < 2; ++page) {
        const auto answer = bodyOf(ask("ListDatasetGroups", request));
        EXPECT_EQ(answer.contains("nextToken"), page == 0);
        for (const auto& group : answer.at("datasetGroups")) names.insert(group.at("name"));
        request["nextToken"] = answer.value("nextToken", "");
    }
    EXPECT_EQ(names, (std::set<std::string>{"one", "two", "three"}));

    for (const char* token : {"nonsense", "-1", "\u00fc", "1;DROP TABLE dataset_group"})
        EXPECT_EQ(errorOf(ask("ListDatasetGroups", Json{{"nextToken", token}})),
                  "InvalidNextTokenException")
            << token;
    EXPECT_EQ(errorOf(ask("ListDatasetGroups", Json{{"nextToken", std::string(1501, 'a')}})),
              "InvalidInputException");
    for (const Json& size :
         {Json(0), Json(101), Json(-1), Json(1.5), Json("10"), Json(18446744073709551615ULL)})
        EXPECT_EQ(errorOf(ask("ListDatasetGroups", Json{{"maxResults", size}})),
                  "InvalidInputException")
            << size;
}

TEST_F(ResponderTest, KeepsWebPagesOut) {
    for (const char* host :
         {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "evil.example:8765",
          "", "[::2]:80", "::1", "127.0.0.2", "localhost:evil.example", "0.0.0.0:8765"}) {
        auto request = controlRequest("ListRecipes", "{}");
        setHeader(request, "Host", host);
        const auto refused = responder.answer(request);
        EXPECT_EQ(refused.status, 403) << host;
        EXPECT_EQ(errorOf(refused), "AccessDeniedException") << host;
    }
    for (const char* host :
         {"localhost", "localhost:8765", "LocalHost:1", "127.0.0.1", "[::1]:8765", "[::1]"}) {
        auto request = controlRequest("ListRecipes", "{}");
        setHeader(request, "Host", host);
        EXPECT_EQ(responder.answer(request).status, 200) << host;
    }
    auto posted = pathRequest("/events", "{}");
    posted.headers.emplace_back("Origin", "https://evil.example");
    EXPECT_EQ(responder.answer(posted).status, 403);
}

TEST_F(ResponderTest, AsksForSignaturesWhereThereAreKeys) {
    const Responder guarded(*workspace.service, {.secretOf = secretOf, .log = {}});
    const auto request = controlRequest("ListRecipes", "{}");
    EXPECT_EQ(errorOf(guarded.answer(request)), "MissingAuthenticationToken");
    const auto now = base::nowMs() / 1000;
    EXPECT_EQ(guarded.answer(signedAt(request, now)).status, 200);
    EXPECT_EQ(errorOf(guarded.answer(signedAt(request, now, "guessed"))),
              "InvalidSignatureException");
    EXPECT_EQ(errorOf(guarded.answer(signedAt(request, now - 16 * 60))), "RequestExpired");
    // Who is not let in does not learn what there is.
    EXPECT_EQ(errorOf(guarded.answer(controlRequest("Nothing", "{}"))),
              "MissingAuthenticationToken");
}

TEST_F(ResponderTest, TellsTheLogEveryCall) {
    std::vector<Call> calls;
    const Responder logging(*workspace.service, {.secretOf = {}, .log = [&](const Call& call) {
                                                     calls.push_back(call);
                                                 }});
    logging.answer(controlRequest("CreateDatasetGroup", R"({"name": "films"})"));
    logging.answer(controlRequest("CreateDatasetGroup", std::string(100000, ' ')));
    logging.answer(controlRequest("Nothing", "{}"));
    logging.refuse(Refused(413, "MalformedRequest", "too long"));
    ASSERT_EQ(calls.size(), 4u);
    EXPECT_EQ(calls[0].operation, "CreateDatasetGroup");
    EXPECT_EQ(calls[0].status, 200);
    EXPECT_EQ(calls[0].request, R"({"name": "films"})");
    EXPECT_NE(calls[0].response.find("dataset-group/films"), std::string::npos);
    EXPECT_GT(calls[0].atMs, 0);
    EXPECT_EQ(calls[1].request.size(), 16384u);
    EXPECT_EQ(calls[2].operation, "");
    EXPECT_EQ(calls[2].status, 400);
    EXPECT_EQ(calls[3].status, 413);
}

TEST_F(ResponderTest, AnswersCanBeToldApart) {
    const auto first = ask("ListRecipes"), second = ask("ListRecipes");
    EXPECT_NE(headerOf(first, "x-amzn-RequestId"), headerOf(second, "x-amzn-RequestId"));
    EXPECT_TRUE(headerOf(first, "Date").ends_with(" GMT"));
}

TEST_F(ResponderTest, EveryOperationAnswersAnEmptyRequest) {
    for (const auto& operation : operations()) {
        const auto answer =
            operation.path == "/" ? ask(operation.name) : askPath(operation.path, Json::object());
        if (operation.name.starts_with("List") && answer.status == 200) continue;
        EXPECT_EQ(answer.status, 400) << operation.name;
        EXPECT_EQ(errorOf(answer), "InvalidInputException") << operation.name;
    }
}

}  // namespace
}  // namespace foretaste::endpoint
