// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <array>
#include <fstream>

#include "core/service/codec.h"
#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

class BatchInference : public testing::Test {
protected:
    static void SetUpTestSuite() {
        world_ = new Workspace();
        group_ = world_->makeFilledGroup();
        for (const char* recipe : {"aws-user-personalization", "aws-sims", "aws-popularity-count",
                                   "aws-personalized-ranking"})
            versions_[recipe] = world_->train(world_->makeSolution(group_, recipe, recipe));
    }
    static void TearDownTestSuite() { delete world_; }

    static Service& service() { return *world_->service; }

    static std::filesystem::path bucket() { return service().workspace() / "buckets" / "batch"; }
    static void put(const std::string& key, const std::string& text) {
        const auto path = bucket() / key;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    CreateBatchInferenceJobRequest request(const std::string& recipe) const {
        const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
        CreateBatchInferenceJobRequest request;
        request.jobName = base::concat(name, '-', recipe);
        request.solutionVersionArn = versions_.at(recipe);
        request.jobInput.s3DataSource.path = base::concat("s3://batch/", name, "/in.json");
        request.jobOutput.s3DataDestination.path = base::concat("s3://batch/", name, "-out/");
        return request;
    }
    /// Runs a job over the text of one file; the lines that it wrote.
    std::vector<Json> run(const CreateBatchInferenceJobRequest& request, const std::string& text) {
        put(request.jobInput.s3DataSource.path.substr(std::string("s3://batch/").size()), text);
        const auto arn = service().createBatchInferenceJob(request);
        world_->settle();
        const auto job = service().describeBatchInferenceJob(arn);
        EXPECT_EQ(job.status, Status::Active) << job.failureReason;
        return linesOf(service().locate(request.jobOutput.s3DataDestination.path) / "in.json.out");
    }
    static std::vector<Json> linesOf(const std::filesystem::path& file) {
        std::vector<Json> lines;
        std::ifstream in(file);
        EXPECT_TRUE(in) << file;
        for (std::string line; std::getline(in, line);) lines.push_back(parseJson(line));
        return lines;
    }

    static inline Workspace* world_ = nullptr;
    static inline std::string group_;
    static inline std::map<std::string, std::string> versions_;
};

TEST_F(BatchInference, AnswersEveryLineAsTheCampaignWould) {
    auto asked = request("aws-user-personalization");
    asked.numResults = 5;
    asked.batchInferenceJobConfig = BatchInferenceJobConfig{{{"explorationWeight", "0"}}, {}};
    const auto lines = run(asked, "{\"userId\": \"u3\"}\n\n  {\"userId\": \"u4\"}\r\n");
    const auto campaign = world_->deploy(asked.solutionVersionArn, "the-same", "0");
    ASSERT_EQ(lines.size(), 2U);
    for (const auto& line : lines) {
        EXPECT_TRUE(line.at("error").is_null());
        const auto answer = service().getRecommendations(
            {.campaignArn = campaign, .userId = line.at("input").at("userId"), .numResults = 5});
        ASSERT_EQ(line.at("output").at("recommendedItems").size(), 5U);
        for (std::size_t i = 0; i < 5; ++i) {
            EXPECT_EQ(line["output"]["recommendedItems"][i], answer.itemList[i].itemId);
            EXPECT_DOUBLE_EQ(line["output"]["scores"][i], answer.itemList[i].score.value());
        }
    }
}

TEST_F(BatchInference, WritesWhatIsWrongWithALineIntoIt) {
    const auto lines = run(request("aws-user-personalization"),
                           "{\"userId\":\"u1\"}\n"
                           "{\"itemId\":\"i1\"}\n"
                           "not JSON\n"
                           "{\"userId\":7}\n"
                           "{\"userId\":\"u1\",\"filterValues\":{\"GENRE\":\"\\\"Genre1\\\"\"}}\n");
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_TRUE(lines[0]["error"].is_null());
    EXPECT_EQ(lines[1]["output"].dump(), R"({"recommendedItems":[]})");
    const std::array<const char*, 5> parts{"", "userId is missing", "line", "userId", "filterArn"};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string error = lines[i].at("error");
        EXPECT_TRUE(error.starts_with("User error: ")) << error;
        EXPECT_NE(error.find(parts[i]), std::string::npos) << error;
    }
    EXPECT_EQ(lines[2]["input"], "not JSON");
}

TEST_F(BatchInference, FiltersByTheValuesOfTheLine) {
    auto asked = request("aws-user-personalization");
    asked.filterArn = service().createFilter(
        {.name = "of-genre",
         .datasetGroupArn = group_,
         .filterExpression = "INCLUDE ItemID WHERE Items.GENRES IN ($GENRE)"});
    const auto lines = run(asked, R"({"userId":"u1","filterValues":{"GENRE":"\"Genre4\""}})");
    ASSERT_EQ(lines.size(), 1U);
    const auto& items = lines[0].at("output").at("recommendedItems");
    ASSERT_FALSE(items.empty());
    for (const std::string item : items) EXPECT_EQ(std::stoi(item.substr(1)) % 6, 4);
}

TEST_F(BatchInference, EachTypeOfRecipeHasItsInput) {
    auto lines = run(request("aws-sims"), "{\"itemId\":\"i8\"}\n{\"userId\":\"u1\"}\n");
    EXPECT_EQ(lines[0]["output"]["recommendedItems"].size(), 25U);
    EXPECT_FALSE(lines[0]["output"].contains("scores"));
    EXPECT_FALSE(lines[1]["error"].is_null());
    lines = run(request("aws-popularity-count"), "{\"userId\":\"u1\"}\n");
    EXPECT_EQ(lines[0]["output"]["recommendedItems"].size(), 25U);
    EXPECT_FALSE(lines[0]["output"].contains("scores"));
    lines = run(request("aws-personalized-ranking"),
                "{\"userId\":\"u1\",\"itemList\":[\"i1\",\"i2\",\"i7\"]}\n{\"userId\":\"u1\"}\n");
    EXPECT_EQ(lines[0]["output"]["recommendedItems"].size(), 3U);
    EXPECT_EQ(lines[0]["output"]["scores"].size(), 3U);
    EXPECT_FALSE(lines[1]["error"].is_null());
}

TEST_F(BatchInference, InputIsWhatPathsBeginWith) {
    put("prefix/in.json", "{\"userId\":\"u1\"}\n");
    put("prefix/in_2.json", "{\"userId\":\"u2\"}\n{\"userId\":\"u3\"}\n");
    put("prefix/in/deep.json", "{\"userId\":\"u4\"}\n");
    put("prefix/in.json.out", "an earlier job's\n");
    put("prefix/other.json", "{\"userId\":\"u5\"}\n");
    auto asked = request("aws-popularity-count");
    asked.jobInput.s3DataSource.path = "s3://batch/prefix/in";
    service().createBatchInferenceJob(asked);
    world_->settle();
    const auto out = service().locate(asked.jobOutput.s3DataDestination.path);
    EXPECT_EQ(linesOf(out / "in.json.out").size(), 1U);
    EXPECT_EQ(linesOf(out / "in_2.json.out").size(), 2U);
    EXPECT_EQ(linesOf(out / "in" / "deep.json.out").size(), 1U);
    EXPECT_FALSE(std::filesystem::exists(out / "other.json.out"));
    EXPECT_FALSE(std::filesystem::exists(out / "in.json.out.out"));
}

TEST_F(BatchInference, RefusesWhatCannotBeDone) {
    put("RefusesWhatCannotBeDone/in.json", "{}\n");
    const auto refused = [&](const std::string& part, auto change) {
        auto asked = request("aws-popularity-count");
        change(asked);
        const auto error = errorOf([&] { service().createBatchInferenceJob(asked); });
        EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
        EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
    };
    refused("jobInput", [](auto& asked) { asked.jobInput.s3DataSource.path = "s3://batch/no"; });
    refused("jobOutput", [](auto& asked) {
        asked.jobInput.s3DataSource.path = "s3://batch/RefusesWhatCannotBeDone/";
        asked.jobOutput.s3DataDestination.path = "s3://batch/RefusesWhatCannotBeDone";
    });
    refused("THEME_GENERATION", [](auto& asked) {
        asked.batchInferenceJobMode = BatchInferenceJobMode::ThemeGeneration;
    });
    refused("does not explore", [](auto& asked) {
        asked.batchInferenceJobConfig = BatchInferenceJobConfig{{{"explorationWeight", "1"}}, {}};
    });
    refused("numResults", [](auto& asked) { asked.numResults = -1; });
}

TEST_F(BatchInference, AStoppedJobLeavesNothingHalfWritten) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "{\"userId\":\"u1\"}\n";
    const auto asked = request("aws-user-personalization");
    put("AStoppedJobLeavesNothingHalfWritten/in.json", text);
    const auto arn = service().createBatchInferenceJob(asked);
    service().stopBatchInferenceJob(arn);
    world_->settle();
    const auto job = service().describeBatchInferenceJob(arn);
    EXPECT_EQ(job.status, Status::CreateFailed);
    EXPECT_EQ(job.failureReason, "stopped on request");
    const auto out = service().locate(asked.jobOutput.s3DataDestination.path);
    std::error_code none;
    EXPECT_TRUE(!std::filesystem::exists(out) || std::filesystem::is_empty(out, none));
    EXPECT_EQ(errorOf([&] { service().stopBatchInferenceJob(arn); }).code(),
              base::ErrorCode::ResourceInUse);
}

}  // namespace
}  // namespace foretaste::service
