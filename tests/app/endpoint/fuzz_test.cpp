// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand requests that are nearly right: whatever comes, there is an answer that clients can
// read, and it is never an internal failure. FORETASTE_FUZZ_REQUESTS and FORETASTE_FUZZ_SEED make
// it more and other ones, for hours under the sanitizers.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "app/endpoint/http_wire.h"
#include "app/endpoint/operations.h"
#include "app/endpoint/responder.h"
#include "core/base/random.h"
#include "tests/app/endpoint/requests.h"
#include "tests/core/service/workspace.h"

namespace foretaste::endpoint {
namespace {

using service::Json;

std::uint32_t sizeOf(const auto& container) {
    return static_cast<std::uint32_t>(container.size());
}

/// Makes requests from a right one for every operation by damaging some part of it.
class Damager {
public:
    Damager(std::uint64_t seed, std::map<std::string, std::string> arns)
        : random_(seed), arns_(std::move(arns)) {}

    HttpRequest next() {
        const auto& operation = anyOperation();
        Json body = rightBody();
        for (auto damages = random_.below(3); damages > 0; --damages) damage(body);
        auto text = body.dump(-1, ' ', false, Json::error_handler_t::replace);
        if (random_.below(3) == 0) damage(text);
        auto request = operation.path == "/" ? controlRequest(operation.name, text)
                                             : pathRequest(operation.path, text);
        if (random_.below(8) == 0) {
            auto& [name, value] = request.headers[random_.below(sizeOf(request.headers))];
            damage(random_.below(2) == 0 ? name : value);
        }
        if (random_.below(20) == 0) damage(request.method);
        if (random_.below(20) == 0) damage(request.target);
        if (random_.below(16) != 0) request = signedAt(request, base::nowMs() / 1000);
        if (random_.below(8) == 0) damage(request.headers.back().second);
        return request;
    }

    void damage(std::string& text) {
        const auto at = text.empty() ? 0 : random_.below(sizeOf(text));
        const auto sign = static_cast<char>(random_.below(256));
        switch (random_.below(5)) {
            case 0: text.resize(at); break;
            case 1: text.insert(at, 1 + random_.below(200), sign); break;
            case 2: text.insert(at, text.substr(at, random_.below(50))); break;
            case 3: text.erase(at, 1 + random_.below(5)); break;
            default:
                if (!text.empty()) text[at] = sign;
        }
    }

private:
    const Operation& anyOperation() {
        for (;;) {
            const auto& operation = operations()[random_.below(sizeOf(operations()))];
            // What is deleted can no longer be asked for.
            if (!operation.name.starts_with("Delete") || random_.below(20) == 0) return operation;
        }
    }

    /// One body that has the members of every operation.
    Json rightBody() {
        Json body{{"name", base::concat("name-", random_.below(1000))},
                  {"jobName", base::concat("job-", random_.below(1000))},
                  {"schema", service::kItemsSchema},
                  {"datasetType", "Items"},
                  {"recipeArn", "arn:aws:personalize:::recipe/aws-popularity-count"},
                  {"roleArn", "arn:aws:iam::123456789012:role/name"},
                  {"dataSource", {{"dataLocation", "s3://bucket/none.csv"}}},
                  {"jobInput", {{"s3DataSource", {{"path", "s3://bucket/in.json"}}}}},
                  {"jobOutput", {{"s3DataDestination", {{"path", "s3://bucket/out/"}}}}},
                  {"tags", {{{"tagKey", "a"}, {"tagValue", "b"}}}},
                  {"tagKeys", {"a"}},
                  {"resourceArn", arns_.at("datasetGroupArn")},
                  {"minProvisionedTPS", 1},
                  {"trainingMode", "FULL"},
                  {"performAutoTraining", false},
                  {"solutionConfig",
                   {{"algorithmHyperParameters", {{"hidden_dimension", "64"}}},
                    {"hpoConfig",
                     {{"algorithmHyperParameterRanges",
                       {{"integerHyperParameterRanges",
                         {{{"name", "bptt"}, {"minValue", 2}, {"maxValue", 32}}}}}}}},
                    {"trainingDataConfig", {{"excludedDatasetColumns", {{"ITEMS", {"TITLE"}}}}}},
                    {"eventsConfig",
                     {{"eventParametersList", {{{"eventType", "watch"}, {"weight", 0.5}}}}}}}},
                  {"solutionUpdateConfig",
                   {{"autoTrainingConfig", {{"schedulingExpression", "rate(3 days)"}}}}},
                  {"campaignConfig",
                   {{"itemExplorationConfig", {{"explorationWeight", "0.3"}}},
                    {"rankingInfluence", {{"POPULARITY", 0.5}}}}},
                  {"filterExpression", "EXCLUDE ItemID WHERE Items.GENRES IN (\"Genre1\")"},
                  {"maxResults", 10},
                  {"nextToken", ""},
                  {"trackingId", arns_.at("trackingId")},
                  {"userId", "u1"},
                  {"sessionId", "s1"},
                  {"itemId", "i1"},
                  {"numResults", 5},
                  {"inputList", {"i1", "i2"}},
                  {"metadataColumns", {{"ITEMS", {"TITLE"}}}},
                  {"context", {{"DEVICE", "tv"}}},
                  {"filterValues", {{"G", "\"Genre1\""}}},
                  {"items", {{{"itemId", "i1"}, {"properties", "{\"genres\":\"Genre2\"}"}}}},
                  {"users", {{{"userId", "u1"}, {"properties", "{}"}}}},
                  {"eventList",
                   {{{"eventType", "watch"},
                     {"itemId", "i1"},
                     {"sentAt", 1600000000},
                     {"eventValue", 0.5},
                     {"properties", "{\"device\":\"tv\"}"},
                     {"impression", {"i1", "i2"}}}}}};
        for (const auto& [name, value] : arns_) body[name] = value;
        // Fewer members, since some exclude each other.
        for (auto left = random_.below(sizeOf(body)); left > 0; --left)
            if (random_.below(3) == 0) body.erase(nameIn(body));
        return body;
    }

    std::string nameIn(const Json& object) {
        auto member = object.begin();
        std::advance(member, random_.below(sizeOf(object)));
        return member.key();
    }

    Json anyValue() {
        const Json values[] = {nullptr,
                               true,
                               0,
                               -1,
                               1e308,
                               18446744073709551615ULL,
                               std::numeric_limits<std::int64_t>::min(),
                               0.1,
                               "",
                               " ",
                               "text",
                               std::string(3000, 'x'),
                               std::string("zero\0zero", 9),
                               "../../../../etc/passwd",
                               "file:///dev/zero/none",
                               "arn:aws:personalize:us-east-1:000000000000:campaign/none",
                               "$LATEST",
                               "\u00e9\u4e2d\U0001F600",
                               "{\"type\":\"record\",\"fields\":[{}]}",
                               "INCLUDE ItemID WHERE (((",
                               "1600000000",
                               Json::array(),
                               Json::object(),
                               Json::array({nullptr, Json::array(), 1})};
        return values[random_.below(std::size(values))];
    }

    /// Replaces, removes or doubles something at any depth.
    void damage(Json& json) {
        if (json.is_object() && !json.empty()) {
            auto& member = json[nameIn(json)];
            if (random_.below(3) != 0) return damage(member);
            if (random_.below(4) == 0) {
                json.erase(nameIn(json));
                return;
            }
        } else if (json.is_array() && !json.empty()) {
            auto& entry = json[random_.below(sizeOf(json))];
            if (random_.below(3) != 0) return damage(entry);
            const Json copy = entry;
            for (auto copies = random_.below(30); copies > 0; --copies) json.push_back(copy);
            return;
        } else if (json.is_string() && random_.below(2) == 0) {
            auto text = json.get<std::string>();
            damage(text);
            json = text;
            return;
        }
        json = anyValue();
    }

    base::Random random_;
    std::map<std::string, std::string> arns_;
};

int numberFrom(const char* variable, int otherwise) {
    const char* text = std::getenv(variable);
    return text ? std::atoi(text) : otherwise;
}

std::uint64_t fuzzSeed() {
    return static_cast<std::uint64_t>(numberFrom("FORETASTE_FUZZ_SEED", 11));
}

/// Damaged bytes of several requests, in pieces as a network would bring them: each is read as a
/// request within the limits or refused with a status that is the client's fault.
TEST(Fuzz, WhateverBytesComeAreReadOrRefused) {
    Damager damager(fuzzSeed(), {{"trackingId", "t"}, {"datasetGroupArn", "arn:x"}});
    base::Random random(fuzzSeed(), 1);
    int read = 0, refused = 0;
    const int rounds = numberFrom("FORETASTE_FUZZ_REQUESTS", 10000) / 5;
    for (int round = 0; round < rounds; ++round) {
        std::string bytes;
        for (auto requests = 1 + random.below(3); requests > 0; --requests) {
            const auto request = damager.next();
            bytes += base::concat(request.method, ' ', request.target, " HTTP/1.1\r\n");
            for (const auto& [name, value] : request.headers)
                bytes += base::concat(name, ": ", value, "\r\n");
            bytes +=
                base::concat("Content-Length: ", request.body.size(), "\r\n\r\n", request.body);
        }
        for (auto damages = random.below(3); damages > 0; --damages) damager.damage(bytes);
        HttpReader reader;
        try {
            for (std::size_t at = 0; at < bytes.size();) {
                const auto piece = 1 + random.below(2000);
                reader.take(std::string_view(bytes).substr(at, piece));
                at += piece;
                while (const auto request = reader.next()) {
                    ++read;
                    ASSERT_LE(request->body.size(), HttpReader::kMostBodyBytes);
                    ASSERT_FALSE(request->method.empty());
                    ASSERT_TRUE(request->target.starts_with('/')) << request->target;
                }
            }
        } catch (const Refused& refusal) {
            ++refused;
            ASSERT_GE(refusal.status(), 400);
            ASSERT_FALSE(std::string(refusal.what()).empty());
        }
    }
    EXPECT_GT(read, rounds / 5);
    EXPECT_GT(refused, rounds / 10);
}

TEST(Fuzz, EveryRequestHasAnAnswerThatClientsCanRead) {
    service::Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto solution = workspace.makeSolution(group, "aws-popularity-count", "popular");
    const auto version = workspace.train(solution);
    const auto campaign = workspace.deploy(version, "home");
    const auto dataset = service.listDatasets(group).entries.at(0);
    const auto tracker = service.createEventTracker({.name = "clicks", .datasetGroupArn = group});

    const Responder responder(service, {.secretOf = secretOf, .log = [](const Call&) {}});
    Damager damager(fuzzSeed(), {{"datasetGroupArn", group},
                                 {"datasetArn", dataset.datasetArn},
                                 {"schemaArn", dataset.schemaArn},
                                 {"solutionArn", solution},
                                 {"solutionVersionArn", version},
                                 {"campaignArn", campaign},
                                 {"trackingId", tracker.trackingId},
                                 {"eventTrackerArn", tracker.eventTrackerArn}});
    std::map<int, int> answers;
    std::map<std::string, int> codes;
    const int kRequests = numberFrom("FORETASTE_FUZZ_REQUESTS", 10000);
    for (int i = 0; i < kRequests; ++i) {
        const auto request = damager.next();
        HttpResponse response;
        ASSERT_NO_THROW(response = responder.answer(request));
        ++answers[response.status];
        const auto shown = [&] {
            return base::concat("request ", i, ": ", request.target, ' ',
                                request.header("X-Amz-Target"), ' ', request.body,
                                "\nanswer: ", response.body);
        };
        ASSERT_NE(response.status, 500) << shown();
        if (response.body.empty()) {
            ASSERT_EQ(response.status, 200) << shown();
            continue;
        }
        Json body;
        ASSERT_NO_THROW(body = Json::parse(response.body)) << shown();
        ASSERT_TRUE(body.is_object()) << shown();
        if (response.status == 200) continue;
        ASSERT_EQ(errorOf(response), headerOf(response, "x-amzn-ErrorType")) << shown();
        ASSERT_FALSE(body.at("message").get<std::string>().empty()) << shown();
        ++codes[errorOf(response)];
    }
    // The damage is neither so small nor so large that only one kind of answer is tried.
    EXPECT_GT(answers[200], kRequests / 50);
    EXPECT_GT(answers[403], kRequests / 50);
    EXPECT_GT(codes["InvalidInputException"], kRequests / 5);
    EXPECT_GT(codes["ResourceNotFoundException"], 0);
    EXPECT_GT(codes["ResourceAlreadyExistsException"], 0);
}

}  // namespace
}  // namespace foretaste::endpoint
