// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

constexpr const char* kPersonal = "aws-user-personalization";
constexpr const char* kPopularity = "aws-popularity-count";

std::vector<std::string> idsOf(const GetRecommendationsResponse& response) {
    std::vector<std::string> ids;
    for (const auto& item : response.itemList) ids.push_back(item.itemId);
    return ids;
}

TEST(Workflow, FromCsvToRecommendations) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto version = workspace.train(workspace.makeSolution(group, kPersonal, "taste"));
    const auto described = service.describeSolutionVersion(version);
    ASSERT_EQ(described.status, Status::Active) << described.failureReason;
    EXPECT_GT(*described.trainingHours, 0);

    EXPECT_EQ(service.getSolutionMetrics(version).metrics.size(), 8u);
    const auto report = service.trainingReport(version);
    const char* ndcg = "normalized_discounted_cumulative_gain_at_10";
    EXPECT_GT(report.metrics.at(ndcg).value, 1.5 * report.baseline.at(ndcg).value);
    EXPECT_EQ(report.items, Workspace::kItems);
    EXPECT_EQ(report.coldItems, Workspace::kCold);
    EXPECT_FALSE(report.curve.empty());

    const auto campaign = workspace.deploy(version, "home-row", "0");
    const GetRecommendationsRequest request{
        .campaignArn = campaign, .userId = "u3", .numResults = 10};
    const auto first = service.getRecommendations(request);
    ASSERT_EQ(first.itemList.size(), 10u);
    EXPECT_EQ(idsOf(first), idsOf(service.getRecommendations(request)));
    for (std::size_t i = 1; i < first.itemList.size(); ++i)
        EXPECT_GE(*first.itemList[i - 1].score, *first.itemList[i].score);
    EXPECT_TRUE(first.recommendationId.starts_with("RID-"));

    double total = 0;
    const auto all =
        service.getRecommendations({.campaignArn = campaign, .userId = "u3", .numResults = 500});
    EXPECT_EQ(all.itemList.size(), std::size_t{Workspace::kItems});
    for (const auto& item : all.itemList) total += *item.score;
    EXPECT_NEAR(total, 1, 1e-3);
}

TEST(Workflow, AnEventChangesTheNextList) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto version = workspace.train(workspace.makeSolution(group, kPersonal, "taste"));
    const auto campaign = workspace.deploy(version, "home-row", "0");
    const auto tracker = service.createEventTracker({.name = "tracker", .datasetGroupArn = group});

    const GetRecommendationsRequest known{.campaignArn = campaign, .userId = "u3"};
    const GetRecommendationsRequest stranger{.campaignArn = campaign, .userId = "nobody-yet"};
    const auto before = idsOf(service.getRecommendations(known));
    const auto strange = service.getRecommendations(stranger);
    EXPECT_FALSE(strange.itemList.front().reason.empty()) << "a fallback says that it is one";

    for (const char* user : {"u3", "nobody-yet"})
        service.putEvents({.trackingId = tracker.trackingId,
                           .userId = user,
                           .sessionId = "s1",
                           .eventList = {{.eventType = "watch",
                                          .itemId = "i4",
                                          .sentAt = {(Workspace::kEnd + 60) * 1000}}}});
    EXPECT_NE(before, idsOf(service.getRecommendations(known)));
    const auto after = service.getRecommendations(stranger);
    EXPECT_NE(idsOf(strange), idsOf(after));
    EXPECT_TRUE(after.itemList.front().reason.empty());
    EXPECT_EQ(service.userHistory(group, "nobody-yet", 10).size(), 1u);
}

TEST(Workflow, ExplorationBringsColdItemsIntoTheLists) {
    Workspace workspace;
    const auto group = workspace.makeFilledGroup();
    const auto version = workspace.train(workspace.makeSolution(group, kPersonal, "taste"));
    const auto campaign = workspace.deploy(version, "home-row", "1");
    const auto report = workspace.service->explorationReport(campaign);
    EXPECT_EQ(report.eligibleItems, Workspace::kCold);
    EXPECT_GT(report.points.back().coldShare, report.points.front().coldShare);
    EXPECT_DOUBLE_EQ(report.points.front().relevanceKept, 1);
    EXPECT_LT(report.points.back().relevanceKept, 1);
}

TEST(Workflow, APreviewExploresWithoutShowingAnything) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto version = workspace.train(workspace.makeSolution(group, kPersonal, "taste"));
    const auto campaign = workspace.deploy(version, "home-row", "0");
    const GetRecommendationsRequest request{.campaignArn = campaign, .userId = "u3"};
    const auto own = idsOf(service.getRecommendations(request));
    const auto preview = [&](double weight) {
        return service.previewRecommendations(request, {weight, 30});
    };
    EXPECT_EQ(idsOf(preview(0)), own);
    EXPECT_NE(idsOf(preview(1)), own);
    EXPECT_EQ(idsOf(preview(1)), idsOf(preview(1)));
    EXPECT_TRUE(preview(1).recommendationId.empty());
    EXPECT_EQ(service.latencyReport(campaign).requests, 1);
    const std::string wrongWeight = errorOf([&] { preview(1.5); }).what();
    EXPECT_NE(wrongWeight.find("explorationWeight: 1.5"), std::string::npos) << wrongWeight;
    const std::string wrongAge = errorOf([&] {
                                     service.previewRecommendations(request, {0.3, 0});
                                 }).what();
    EXPECT_NE(wrongAge.find("explorationItemAgeCutOff"), std::string::npos) << wrongAge;
}

TEST(Workflow, UpdateBringsNewItemsIn) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto solution = workspace.makeSolution(group, kPersonal, "taste");
    const auto full = workspace.train(solution);
    const auto campaign = workspace.deploy(full, "home-row", "0");

    const auto items = service.listDatasets(group).entries.at(1);
    ASSERT_EQ(items.datasetType, "ITEMS");
    workspace.import(items.datasetArn,
                     workspace.write("new.csv", base::concat("ITEM_ID,GENRES,TITLE,"
                                                             "CREATION_TIMESTAMP\nbrand-new,"
                                                             "Genre3,Brand new,",
                                                             Workspace::kEnd, "\n")),
                     "items-2", ImportMode::Incremental);
    const auto updated = workspace.train(solution, TrainingMode::Update);
    ASSERT_EQ(service.describeSolutionVersion(updated).status, Status::Active)
        << service.describeSolutionVersion(updated).failureReason;
    EXPECT_EQ(service.trainingReport(updated).newItems, 1);
    EXPECT_EQ(service.getSolutionMetrics(updated).metrics,
              service.getSolutionMetrics(full).metrics);

    service.updateCampaign({.campaignArn = campaign, .solutionVersionArn = updated});
    workspace.settle();
    EXPECT_EQ(service.describeCampaign(campaign).solutionVersionArn, updated);
    const auto all = idsOf(
        service.getRecommendations({.campaignArn = campaign, .userId = "u3", .numResults = 500}));
    EXPECT_NE(std::find(all.begin(), all.end(), "brand-new"), all.end());
}

TEST(Workflow, ATrainingCanBeStopped) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto solution = workspace.makeSolution(group, kPersonal, "taste");
    const auto arn = service.createSolutionVersion({.solutionArn = solution});
    service.stopSolutionVersionCreation(arn);
    workspace.settle();
    EXPECT_EQ(service.describeSolutionVersion(arn).status, Status::CreateStopped);
    EXPECT_EQ(errorOf([&] { service.stopSolutionVersionCreation(arn); }).code(),
              base::ErrorCode::ResourceInUse);
    EXPECT_EQ(service.describeSolutionVersion(workspace.train(solution)).status, Status::Active);
}

TEST(Workflow, DeletingFollowsTheOrderOfTheService) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto solution = workspace.makeSolution(group, kPopularity, "popular");
    const auto campaign = workspace.deploy(workspace.train(solution), "row");

    const auto refused = errorOf([&] { service.deleteDatasetGroup(group); });
    EXPECT_EQ(refused.code(), base::ErrorCode::ResourceInUse);
    EXPECT_NE(std::string(refused.what()).find("1 solution, 2 datasets"), std::string::npos)
        << refused.what();
    EXPECT_EQ(errorOf([&] { service.deleteSolution(solution); }).code(),
              base::ErrorCode::ResourceInUse);

    service.deleteCampaign(campaign);
    service.deleteSolution(solution);
    for (const auto& dataset : service.listDatasets(group).entries) {
        EXPECT_EQ(errorOf([&] { service.deleteSchema(dataset.schemaArn); }).code(),
                  base::ErrorCode::ResourceInUse);
        service.deleteDataset(dataset.datasetArn);
        service.deleteSchema(dataset.schemaArn);
    }
    service.deleteDatasetGroup(group);
    EXPECT_TRUE(service.listDatasetGroups().entries.empty());
    EXPECT_TRUE(std::filesystem::is_empty(service.workspace() / "data"));
    EXPECT_TRUE(std::filesystem::is_empty(service.workspace() / "models"));
}

TEST(Workflow, ACampaignFollowsTheLatestVersionWhereAsked) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto solution = workspace.makeSolution(group, kPopularity, "popular");
    workspace.train(solution);
    const auto campaign = service.createCampaign(
        {.name = "row",
         .solutionVersionArn = solution + "/$LATEST",
         .campaignConfig = CampaignConfig{.syncWithLatestSolutionVersion = true}});
    workspace.settle();
    const auto second = workspace.train(solution);
    EXPECT_EQ(service.describeCampaign(campaign).solutionVersionArn, second);
}

TEST(Workflow, ListsComeInPages) {
    Workspace workspace;
    for (int i = 0; i < 5; ++i) workspace.makeGroup(base::concat("group-", i));
    std::vector<std::string> names;
    Page page{.maxResults = 2};
    do {
        const auto listing = workspace.service->listDatasetGroups(page);
        EXPECT_LE(listing.entries.size(), 2u);
        for (const auto& group : listing.entries) names.push_back(group.name);
        page.nextToken = listing.nextToken;
    } while (!page.nextToken.empty());
    EXPECT_EQ(names,
              (std::vector<std::string>{"group-0", "group-1", "group-2", "group-3", "group-4"}));
}

TEST(Workflow, EverythingIsThereAfterReopening) {
    Workspace workspace;
    const auto group = workspace.makeFilledGroup();
    const auto version = workspace.train(workspace.makeSolution(group, kPersonal, "taste"));
    const auto campaign = workspace.deploy(version, "home-row", "0");
    const GetRecommendationsRequest request{.campaignArn = campaign, .userId = "u3"};
    const auto before = idsOf(workspace.service->getRecommendations(request));
    const auto metrics = workspace.service->getSolutionMetrics(version).metrics;

    workspace.service.reset();
    workspace.open();
    EXPECT_TRUE(workspace.service->startupNotes().empty());
    EXPECT_EQ(workspace.service->getSolutionMetrics(version).metrics, metrics);
    EXPECT_EQ(idsOf(workspace.service->getRecommendations(request)), before);
}

}  // namespace
}  // namespace foretaste::service
