// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

constexpr const char* kRanking = "aws-personalized-ranking";

std::vector<std::string> idsOf(const GetPersonalizedRankingResponse& response) {
    std::vector<std::string> ids;
    for (const auto& item : response.personalizedRanking) ids.push_back(item.itemId);
    return ids;
}

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(PersonalizedRanking, OrdersAGivenList) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto version = workspace.train(workspace.makeSolution(group, kRanking, "order"));
    ASSERT_EQ(service.describeSolutionVersion(version).status, Status::Active)
        << service.describeSolutionVersion(version).failureReason;
    const auto campaign = service.createCampaign(
        {.name = "order",
         .solutionVersionArn = version,
         .campaignConfig = CampaignConfig{.enableMetadataWithRecommendations = true}});
    workspace.settle();

    // u3 watches Genre3; i59 was never watched, i999 nobody knows.
    GetPersonalizedRankingRequest request{
        .campaignArn = campaign,
        .inputList = {"i999", "i0", "i3", "i59", "i1", "i9", "i2", "i0"},
        .userId = "u3"};
    const auto response = service.getPersonalizedRanking(request);
    const auto ids = idsOf(response);
    ASSERT_EQ(ids.size(), 7u) << "an item that is there twice is ordered once";
    EXPECT_EQ(std::vector(ids.end() - 2, ids.end()), (std::vector<std::string>{"i999", "i59"}));
    EXPECT_TRUE(ids[0] == "i3" || ids[0] == "i9") << ids[0];
    EXPECT_TRUE(response.recommendationId.starts_with("RID-"));
    double total = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto& item = response.personalizedRanking[i];
        ASSERT_EQ(item.score.has_value(), i < 5);
        if (!item.score) continue;
        total += *item.score;
        EXPECT_LE(*item.score, response.personalizedRanking[i == 0 ? 0 : i - 1].score);
    }
    EXPECT_NEAR(total, 1, 1e-6);
    EXPECT_EQ(idsOf(service.getPersonalizedRanking(request)), ids);

    request.filterArn =
        service.createFilter({.name = "three",
                              .datasetGroupArn = group,
                              .filterExpression = "INCLUDE ItemID WHERE Items.GENRES IN ($G)"});
    request.filterValues = {{"G", "\"Genre3\",\"Genre5\""}};
    request.metadataColumns = {{"ITEMS", {"TITLE"}}};
    const auto filtered = service.getPersonalizedRanking(request);
    ASSERT_EQ(filtered.personalizedRanking.size(), 3u) << "i3, i9 and, without score, i59";
    EXPECT_EQ(filtered.personalizedRanking[2].itemId, "i59");
    EXPECT_EQ(filtered.personalizedRanking[2].metadata.at("TITLE"), "Film 59");

    request.context = {{"EVENT_TYPE", "watch"}};
    EXPECT_EQ(idsOf(service.getPersonalizedRanking(request)), idsOf(filtered));
    request.context = {{"DEVICE", "tv"}};
    EXPECT_TRUE(says(errorOf([&] { service.getPersonalizedRanking(request); }).what(),
                     "context.DEVICE: the Interactions dataset has no metadata column"));
    request.context.clear();
    request.inputList.assign(51, "i1");
    EXPECT_TRUE(says(errorOf([&] { service.getPersonalizedRanking(request); }).what(),
                     "at most 50 items with metadataColumns"));
    request.metadataColumns.clear();
    request.inputList.assign(501, "i1");
    EXPECT_TRUE(
        says(errorOf([&] { service.getPersonalizedRanking(request); }).what(), "at most 500"));
    request.inputList.clear();
    EXPECT_TRUE(
        says(errorOf([&] { service.getPersonalizedRanking(request); }).what(), "inputList"));

    EXPECT_TRUE(says(errorOf([&] {
                         service.getRecommendations({.campaignArn = campaign, .userId = "u3"});
                     }).what(),
                     "GetPersonalizedRanking"));
    EXPECT_TRUE(says(errorOf([&] { workspace.deploy(version, "explores", "0.5"); }).what(),
                     "does not explore"));
}

TEST(PersonalizedRanking, IsForItsRecipesAlone) {
    Workspace workspace;
    const auto group = workspace.makeFilledGroup();
    const auto campaign = workspace.deploy(
        workspace.train(workspace.makeSolution(group, "aws-popularity-count", "popular")), "row");
    const auto error = errorOf([&] {
        workspace.service->getPersonalizedRanking(
            {.campaignArn = campaign, .inputList = {"i1"}, .userId = "u1"});
    });
    EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
    EXPECT_TRUE(says(error.what(), "aws-personalized-ranking")) << error.what();
}

}  // namespace
}  // namespace foretaste::service
