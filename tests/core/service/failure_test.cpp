// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/core/service/workspace.h"
#include "tests/core/store/form_one.h"

// What goes wrong in everyday use: each gives a clear error that says where and what to do, and
// nothing is lost by it.

namespace foretaste::service {
namespace {

testing::AssertionResult says(const std::string& text, std::initializer_list<const char*> parts) {
    for (const char* part : parts)
        if (text.find(part) == std::string::npos)
            return testing::AssertionFailure() << "'" << part << "' is missing in: " << text;
    return testing::AssertionSuccess();
}

TEST(Failures, BadNamesAreRefusedWithTheRule) {
    Workspace workspace;
    for (const char* name : {"with space", "-dash-first", "ümlaut", "a/b"}) {
        const auto error = errorOf([&] { workspace.service->createDatasetGroup({.name = name}); });
        EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
        EXPECT_TRUE(says(error.what(), {"name", name, "letters, digits"}));
    }
    EXPECT_TRUE(says(errorOf([&] { workspace.makeGroup(std::string(64, 'a')); }).what(),
                     {"name", "at most 63", "64"}));
    EXPECT_TRUE(says(errorOf([&] { workspace.makeGroup(""); }).what(), {"name is missing"}));
}

TEST(Failures, DuplicateNamesAreRefused) {
    Workspace workspace;
    workspace.makeGroup("film-club");
    const auto error = errorOf([&] { workspace.makeGroup("film-club"); });
    EXPECT_EQ(error.code(), base::ErrorCode::ResourceAlreadyExists);
    EXPECT_TRUE(says(error.what(), {"film-club", "choose another name"}));
}

TEST(Failures, UnknownArnsAreNotFound) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto arn = base::makeArn("campaign/none");
    EXPECT_EQ(errorOf([&] { service.describeCampaign(arn); }).code(),
              base::ErrorCode::ResourceNotFound);
    EXPECT_EQ(
        errorOf([&] { service.getRecommendations({.campaignArn = arn, .userId = "u1"}); }).code(),
        base::ErrorCode::ResourceNotFound);
    const Event event{.eventType = "watch", .itemId = "i1", .sentAt = {1000}};
    EXPECT_EQ(errorOf([&] {
                  service.putEvents({.trackingId = "none", .sessionId = "s", .eventList = {event}});
              }).code(),
              base::ErrorCode::InvalidInput);
    EXPECT_EQ(errorOf([&] { service.listDatasetGroups({.nextToken = "nonsense"}); }).code(),
              base::ErrorCode::InvalidNextToken);
}

class Imports : public testing::Test {
protected:
    void SetUp() override {
        dataset = workspace.makeDataset(workspace.makeGroup(), "Interactions", kInteractionsSchema);
        workspace.import(dataset, workspace.write("good.csv", Workspace::interactionsCsv()),
                         "good");
    }
    /// Imports `text` over good data and returns why that failed; the good data must survive.
    std::string reasonFor(const std::string& text) {
        const auto before = workspace.service->datasetStatistics(dataset).bulkRows;
        EXPECT_GT(before, 0);
        const auto job = workspace.import(dataset, workspace.write("bad.csv", text), "bad");
        const auto described = workspace.service->describeDatasetImportJob(job);
        EXPECT_EQ(described.status, Status::CreateFailed);
        EXPECT_EQ(workspace.service->datasetStatistics(dataset).bulkRows, before);
        return described.failureReason;
    }
    Workspace workspace;
    std::string dataset;
};

TEST_F(Imports, AnEmptyFileIsRefused) {
    EXPECT_TRUE(says(reasonFor(""), {"bad.csv", "empty"}));
}

TEST_F(Imports, AMissingColumnIsNamed) {
    EXPECT_TRUE(says(reasonFor("USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,IMPRESSION\nu,i,w,1,i\n"),
                     {"TIMESTAMP"}));
}

TEST_F(Imports, AWrongHeaderIsNamed) {
    EXPECT_TRUE(says(reasonFor("userId;movieId;timestamp\n1;2;3\n"), {"USER_ID"}));
}

TEST_F(Imports, WrongTypesThroughoutFailTheLoadWithTheFirstPlace) {
    EXPECT_TRUE(says(reasonFor("USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION\n"
                               "u1,i1,w,1,yesterday,i1\nu1,i2,w,1,today,i1\n"),
                     {"TIMESTAMP", "2"}));
}

TEST_F(Imports, AMissingFileIsToldAtOnce) {
    const auto error = errorOf([&] {
        workspace.service->createDatasetImportJob(
            {.jobName = "none", .datasetArn = dataset, .dataSource = {"s3://bucket/none.csv"}});
    });
    EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
    EXPECT_TRUE(says(error.what(), {"s3://bucket/none.csv", "buckets"}));
}

TEST_F(Imports, AFewBadRowsDoNotAbortTheLoad) {
    const auto csv =
        Workspace::interactionsCsv() + "u1,i1,watch,1,not-a-time,i1\nu1,,watch,1,1600000000,i1\n";
    const auto job = workspace.import(dataset, workspace.write("some.csv", csv), "some");
    ASSERT_EQ(workspace.service->describeDatasetImportJob(job).status, Status::Active);
    const auto report = workspace.service->importReport(job);
    EXPECT_EQ(report.rowsRejected, 2);
    ASSERT_EQ(report.samples.size(), 2u);
    EXPECT_EQ(report.samples[0].column, "TIMESTAMP");
    EXPECT_EQ(report.samples[0].value, "not-a-time");
    EXPECT_TRUE(std::filesystem::exists(report.rejectFile));
}

TEST_F(Imports, IncrementalNeedsAFullImportFirst) {
    const auto other =
        workspace.makeDataset(workspace.makeGroup("other"), "Interactions", kInteractionsSchema);
    const auto file = workspace.write("a.csv", Workspace::interactionsCsv());
    EXPECT_TRUE(
        says(errorOf([&] { workspace.import(other, file, "add", ImportMode::Incremental); }).what(),
             {"INCREMENTAL", "FULL"}));
}

TEST(Failures, AWorkspaceOpenedTwiceIsToldSo) {
    Workspace workspace;
    ThreadExecutor executor;
    const auto error = errorOf([&] { Service second(workspace.service->workspace(), executor); });
    EXPECT_EQ(error.code(), base::ErrorCode::ResourceInUse);
    EXPECT_TRUE(says(error.what(), {"open in another program", "choose another folder"}));
}

TEST(Failures, CompatibleModeRefusesWhatTheServiceRefuses) {
    Workspace workspace({.compatible = true, .threads = 1});
    const auto dataset =
        workspace.makeDataset(workspace.makeGroup(), "Interactions", kInteractionsSchema);
    const auto job = workspace.import(
        dataset,
        workspace.write("few.csv",
                        "USER_ID,ITEM_ID,EVENT_TYPE,EVENT_VALUE,TIMESTAMP,IMPRESSION\n"
                        "u1,i1,watch,1,1600000000,i1\n"),
        "few");
    EXPECT_TRUE(says(workspace.service->describeDatasetImportJob(job).failureReason, {"1,000"}));
}

TEST(Failures, WhatIsNotBuiltSaysSo) {
    Workspace workspace;
    const auto group = workspace.makeGroup();
    for (const char* recipe : {"aws-semantic-similarity", "aws-next-best-action"})
        EXPECT_TRUE(says(errorOf([&] { workspace.makeSolution(group, recipe, "later"); }).what(),
                         {recipe, "not available in Foretaste yet"}));
    EXPECT_TRUE(says(errorOf([&] {
                         workspace.service->createSolution(
                             {.name = "hpo",
                              .performHPO = true,
                              .recipeArn = base::makeServiceArn("recipe/aws-user-personalization"),
                              .datasetGroupArn = group});
                     }).what(),
                     {"not available in Foretaste yet"}));
}

TEST(Failures, HyperparametersOutOfRangeNameTheRange) {
    Workspace workspace;
    const auto group = workspace.makeGroup();
    const auto error = errorOf([&] {
        workspace.service->createSolution(
            {.name = "wide",
             .recipeArn = base::makeServiceArn("recipe/aws-user-personalization"),
             .datasetGroupArn = group,
             .solutionConfig =
                 SolutionConfig{.algorithmHyperParameters = {{"hidden_dimension", "9999"}}}});
    });
    EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
    EXPECT_TRUE(says(error.what(), {"hidden_dimension", "9999", "32", "256"}));
}

TEST(Failures, CampaignsNeedAnActiveVersionAndSoundValues) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto solution = workspace.makeSolution(group, "aws-user-personalization", "taste");
    const auto stopped = service.createSolutionVersion({.solutionArn = solution});
    service.stopSolutionVersionCreation(stopped);
    workspace.settle();
    EXPECT_EQ(errorOf([&] { workspace.deploy(stopped, "row"); }).code(),
              base::ErrorCode::ResourceInUse);
    const auto version = workspace.train(solution);
    for (const char* weight : {"1.5", "-0.1", "much"})
        EXPECT_TRUE(says(errorOf([&] { workspace.deploy(version, "row", weight); }).what(),
                         {"explorationWeight", weight}));
    const auto campaign = workspace.deploy(version, "row");
    EXPECT_TRUE(says(errorOf([&] { service.getRecommendations({.campaignArn = campaign}); }).what(),
                     {"userId is missing"}));
    EXPECT_TRUE(says(errorOf([&] {
                         service.getRecommendations(
                             {.campaignArn = campaign, .userId = "u1", .numResults = 501});
                     }).what(),
                     {"numResults", "500"}));
}

TEST(Failures, RowsOfAnEarlierVersionAreUpgradedWhenTheWorkspaceIsOpened) {
    Workspace workspace;
    const auto group = workspace.makeGroup();
    const auto dataset = workspace.makeDataset(group, "Interactions", kInteractionsSchema);
    workspace.import(dataset, workspace.write("in.csv", Workspace::interactionsCsv()), "first");
    workspace.service.reset();
    std::vector<std::filesystem::path> generations;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(workspace.folder()))
        if (entry.path().parent_path().parent_path().filename() == "data")
            generations.push_back(entry.path());
    ASSERT_EQ(generations.size(), 1U);
    store::writeFormOne(generations[0]);

    workspace.open();
    ASSERT_EQ(workspace.service->startupNotes().size(), 1U);
    EXPECT_TRUE(says(workspace.service->startupNotes()[0], {"film-club-interactions", "new form"}));
    EXPECT_EQ(workspace.service->datasetStatistics(dataset).bulkRows, 4);
    EXPECT_EQ(workspace.service->userHistory(group, "anna", 10).size(), 3U);
    EXPECT_EQ(workspace.service->datasetRows(dataset, 0, 10, {.itemId = "film"}).total, 3);
    workspace.import(dataset, workspace.write("more.csv", Workspace::interactionsCsv()), "second",
                     ImportMode::Incremental);
    EXPECT_EQ(workspace.service->datasetStatistics(dataset).bulkRows, 4 + 1601);

    // Rows that cannot be read take nothing else with them.
    workspace.service.reset();
    for (const auto& entry : std::filesystem::directory_iterator(generations[0].parent_path()))
        std::ofstream(entry.path(), std::ios::binary) << "rubbish";
    workspace.open();
    ASSERT_EQ(workspace.service->startupNotes().size(), 1U);
    EXPECT_TRUE(says(workspace.service->startupNotes()[0], {"cannot be used"}));
    EXPECT_EQ(workspace.service->describeDataset(dataset).status, Status::Active);
}

TEST(Failures, ClosingDuringATrainingLeavesAWorkspaceThatSaysWhatHappened) {
    Workspace workspace;
    const auto group = workspace.makeFilledGroup();
    const auto solution = workspace.makeSolution(group, "aws-user-personalization", "taste");
    const auto arn = workspace.service->createSolutionVersion({.solutionArn = solution});
    workspace.service.reset();
    workspace.open();
    const auto version = workspace.service->describeSolutionVersion(arn);
    EXPECT_EQ(version.status, Status::CreateFailed);
    EXPECT_TRUE(says(version.failureReason, {"closed"}));
    EXPECT_EQ(workspace.service->describeSolutionVersion(workspace.train(solution)).status,
              Status::Active);
}

}  // namespace
}  // namespace foretaste::service
