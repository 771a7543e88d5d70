// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "core/service/codec.h"
#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

/// Users of the workspace keep to the genre of their number.
class BatchSegment : public testing::Test {
protected:
    static void SetUpTestSuite() {
        world_ = new Workspace();
        group_ = world_->makeFilledGroup();
        for (const char* recipe : {"aws-item-affinity", "aws-item-attribute-affinity"})
            versions_[recipe] = world_->train(world_->makeSolution(group_, recipe, recipe));
    }
    static void TearDownTestSuite() { delete world_; }
    static Service& service() { return *world_->service; }

    static std::vector<Json> run(const std::string& recipe, const std::string& name,
                                 const std::string& text, std::int64_t users = 5) {
        const auto bucket = service().workspace() / "buckets" / "segments";
        std::filesystem::create_directories(bucket);
        std::ofstream(bucket / (name + ".json"), std::ios::binary) << text;
        CreateBatchSegmentJobRequest request;
        request.jobName = name;
        request.solutionVersionArn = versions_.at(recipe);
        request.numResults = users;
        request.jobInput.s3DataSource.path = "s3://segments/" + name + ".json";
        request.jobOutput.s3DataDestination.path = "s3://segments/out";
        const auto arn = service().createBatchSegmentJob(request);
        world_->settle();
        const auto job = service().describeBatchSegmentJob(arn);
        EXPECT_EQ(job.status, Status::Active) << job.failureReason;
        std::vector<Json> lines;
        std::ifstream in(bucket / "out" / (name + ".json.out"));
        for (std::string line; std::getline(in, line);) lines.push_back(parseJson(line));
        return lines;
    }
    static int genreOf(const std::string& user) { return std::stoi(user.substr(1)) % 6; }

    static inline Workspace* world_ = nullptr;
    static inline std::string group_;
    static inline std::map<std::string, std::string> versions_;
};

TEST_F(BatchSegment, PicksTheUsersOfAnItem) {
    const auto lines = run("aws-item-affinity", "items",
                           "{\"itemId\":\"i8\"}\n{\"itemId\":\"nothing\"}\n{\"userId\":\"u1\"}\n"
                           "{\"itemId\":\"i9\"}\n");
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0]["output"]["recommendedUsers"].size(), 5U);
    for (const std::string user : lines[0]["output"]["recommendedUsers"])
        EXPECT_EQ(genreOf(user), 2) << user;
    for (const std::string user : lines[3]["output"]["recommendedUsers"])
        EXPECT_EQ(genreOf(user), 3) << user;
    EXPECT_TRUE(lines[0]["error"].is_null());
    for (const int wrong : {1, 2}) {
        EXPECT_TRUE(lines[static_cast<std::size_t>(wrong)]["error"].is_string());
        EXPECT_TRUE(lines[static_cast<std::size_t>(wrong)]["output"]["recommendedUsers"].empty());
    }
}

TEST_F(BatchSegment, PicksTheUsersOfItemsOfAKind) {
    const auto lines =
        run("aws-item-attribute-affinity", "kinds",
            R"({"itemAttributes":"ITEMS.genres = \"Genre4\""})"
            "\n"
            R"({"itemAttributes":"ITEMS.GENRES = \"Genre1\" and Items.TITLE = \"Film 7\""})"
            "\n"
            R"({"itemAttributes":"ITEMS.GENRES = \"Genre1\" AND ITEMS.GENRES = \"Genre2\""})"
            "\n"
            R"({"itemAttributes":"ITEMS.YEAR = 1999"})"
            "\n"
            R"({"itemAttributes":"GENRES > 3"})"
            "\n");
    ASSERT_EQ(lines.size(), 5U);
    ASSERT_EQ(lines[0]["output"]["recommendedUsers"].size(), 5U) << lines[0];
    for (const std::string user : lines[0]["output"]["recommendedUsers"])
        EXPECT_EQ(genreOf(user), 4) << user;
    for (const std::string user : lines[1]["output"]["recommendedUsers"])
        EXPECT_EQ(genreOf(user), 1) << user;
    const auto says = [&](std::size_t line, const char* part) {
        EXPECT_NE(lines[line]["error"].get<std::string>().find(part), std::string::npos)
            << lines[line];
    };
    says(2, "no item");
    says(3, "YEAR");
    says(4, "of the form");
}

TEST_F(BatchSegment, MetricsAreThoseOfSegments) {
    const auto metrics = service().getSolutionMetrics(versions_.at("aws-item-affinity")).metrics;
    EXPECT_EQ(metrics.size(), 3U);
    EXPECT_TRUE(metrics.contains("recall_at_1_percent"));
}

TEST_F(BatchSegment, EachKindOfRecipeHasItsKindOfJob) {
    std::filesystem::create_directories(service().workspace() / "buckets" / "segments");
    std::ofstream(service().workspace() / "buckets" / "segments" / "x.json") << "{}\n";
    const auto popular = world_->train(world_->makeSolution(group_, "aws-popularity-count", "p"));
    CreateBatchSegmentJobRequest segment;
    segment.jobName = "no";
    segment.solutionVersionArn = popular;
    segment.jobInput.s3DataSource.path = "s3://segments/x.json";
    segment.jobOutput.s3DataDestination.path = "s3://segments/out";
    EXPECT_EQ(errorOf([&] { service().createBatchSegmentJob(segment); }).code(),
              base::ErrorCode::InvalidInput);
    CreateBatchInferenceJobRequest inference;
    inference.jobName = "no";
    inference.solutionVersionArn = versions_.at("aws-item-affinity");
    inference.jobInput = segment.jobInput;
    inference.jobOutput = segment.jobOutput;
    EXPECT_EQ(errorOf([&] { service().createBatchInferenceJob(inference); }).code(),
              base::ErrorCode::InvalidInput);
    EXPECT_EQ(errorOf([&] {
                  service().createCampaign(
                      {.name = "no", .solutionVersionArn = inference.solutionVersionArn});
              }).code(),
              base::ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace foretaste::service
