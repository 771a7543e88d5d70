// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

int genreOf(const std::string& id) {
    return std::stoi(id.substr(1)) % 6;
}

TEST(RelatedItems, ACampaignRecommendsWhatGoesWithAnItem) {
    Workspace workspace;
    auto& service = *workspace.service;
    const auto group = workspace.makeFilledGroup();
    const auto version = workspace.train(workspace.makeSolution(group, "aws-sims", "with"));
    ASSERT_EQ(service.describeSolutionVersion(version).status, Status::Active)
        << service.describeSolutionVersion(version).failureReason;
    const auto campaign = workspace.deploy(version, "with");

    GetRecommendationsRequest request{.campaignArn = campaign, .itemId = "i3", .numResults = 8};
    auto items = service.getRecommendations(request).itemList;
    ASSERT_EQ(items.size(), 8U);
    for (const auto& item : items) {
        EXPECT_EQ(genreOf(item.itemId), 3);
        EXPECT_FALSE(item.score) << "the service returns none for this recipe";
        EXPECT_TRUE(item.reason.empty());
    }

    request.numResults = 500;
    items = service.getRecommendations(request).itemList;
    EXPECT_EQ(items.size(), std::size_t{Workspace::kItems} - 1) << "all but the item itself";
    EXPECT_TRUE(std::none_of(items.begin(), items.end(),
                             [](const auto& item) { return item.itemId == "i3"; }));
    ASSERT_EQ(items.back().reason.size(), 1U);
    EXPECT_TRUE(items.back().reason.front().starts_with("Popular item"));

    request = {.campaignArn = campaign, .itemId = "nothing", .numResults = 3};
    for (const auto& item : service.getRecommendations(request).itemList)
        EXPECT_FALSE(item.reason.empty()) << "a fallback says that it is one";

    request = {
        .campaignArn = campaign,
        .itemId = "i3",
        .numResults = 5,
        .filterArn = service.createFilter(
            {.name = "other",
             .datasetGroupArn = group,
             .filterExpression = "EXCLUDE ItemID WHERE Items.GENRES IN (CurrentItem.GENRES)"})};
    for (const auto& item : service.getRecommendations(request).itemList)
        EXPECT_NE(genreOf(item.itemId), 3);

    const auto error =
        errorOf([&] { service.getRecommendations({.campaignArn = campaign, .userId = "u3"}); });
    EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
    EXPECT_NE(std::string(error.what()).find("itemId is missing"), std::string::npos);
}

}  // namespace
}  // namespace foretaste::service
