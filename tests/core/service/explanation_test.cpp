// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/core/service/workspace.h"

namespace foretaste::service {
namespace {

/// One workspace with a campaign a recipe, for tests that only look.
struct Shared {
    Workspace workspace;
    std::string group = workspace.makeFilledGroup();
    std::string personal = deploy("aws-user-personalization", "taste", "0");
    std::string popular = deploy("aws-popularity-count", "popular");
    std::string related = deploy("aws-similar-items", "alike");

    std::string deploy(const std::string& recipe, const std::string& name,
                       const std::string& weight = {}) {
        return workspace.deploy(workspace.train(workspace.makeSolution(group, recipe, name)),
                                name + "-row", weight);
    }
};
Shared& shared() {
    static Shared made;
    return made;
}
Service& service() {
    return *shared().workspace.service;
}

TEST(Explanations, SayTheListsOwnPlaces) {
    const auto list =
        service().getRecommendations({.campaignArn = shared().personal, .userId = "u2"}).itemList;
    for (const std::size_t place : {0U, 3U, 24U}) {
        const auto why = service().explainRecommendation(
            {.campaignArn = shared().personal, .userId = "u2", .itemId = list[place].itemId});
        EXPECT_EQ(why.items, Workspace::kItems);
        EXPECT_EQ(why.place, static_cast<std::int64_t>(place) + 1);
        EXPECT_NEAR(why.relevance, *list[place].score, 1e-6);
        EXPECT_NEAR(why.feedback, 0, 1e-4);  // nobody has clicked yet
    }
}

TEST(Explanations, NameTheHistoryThatSpeaksForAnItem) {
    const auto first = service()
                           .getRecommendations({.campaignArn = shared().personal, .userId = "u2"})
                           .itemList[0]
                           .itemId;
    const auto why = service().explainRecommendation(
        {.campaignArn = shared().personal, .userId = "u2", .itemId = first});
    ASSERT_GT(why.history.size(), 3u);
    EXPECT_EQ(why.historyItems, static_cast<std::int64_t>(why.history.size()));
    for (std::size_t i = 1; i < why.history.size(); ++i)
        EXPECT_GE(std::abs(why.history[i - 1].effect), std::abs(why.history[i].effect));
    EXPECT_GT(std::abs(why.history[0].effect), 0.01);
    // u2 watches Genre2, and so does the list.
    ASSERT_EQ(why.metadata.size(), 1u);
    EXPECT_EQ(why.metadata[0].column, "GENRES");
    EXPECT_EQ(why.metadata[0].value, "Genre2");
    EXPECT_GT(why.metadata[0].effect, 0);
    EXPECT_TRUE(std::any_of(why.history.begin(), why.history.end(), [](const auto& reason) {
        return reason.inCommon == std::vector<std::string>{"Genre2"};
    }));
    EXPECT_GT(why.interactions, 0);
    EXPECT_GE(why.popularityPlace, 1);

    const auto fresh = service().explainRecommendation(
        {.campaignArn = shared().personal, .userId = "nobody", .itemId = "i59"});
    EXPECT_TRUE(fresh.history.empty());
    EXPECT_EQ(fresh.interactions, 0);
}

TEST(Explanations, ComeFromEveryRecipe) {
    const auto popular =
        service().getRecommendations({.campaignArn = shared().popular, .userId = "u2"}).itemList;
    const auto top = service().explainRecommendation(
        {.campaignArn = shared().popular, .userId = "u2", .itemId = popular[0].itemId});
    EXPECT_EQ(top.place, 1);
    EXPECT_EQ(top.popularityPlace, 1);
    EXPECT_TRUE(top.history.empty() && top.metadata.empty());

    const auto related =
        service().getRecommendations({.campaignArn = shared().related, .itemId = "i2"}).itemList;
    const auto why = service().explainRecommendation(
        {.campaignArn = shared().related, .itemId = related[0].itemId, .relatedTo = "i2"});
    ASSERT_EQ(why.history.size(), 1u);
    EXPECT_EQ(why.history[0].itemId, "i2");
    EXPECT_GT(why.history[0].effect, 0);
    EXPECT_GT(why.history[0].placeWithout, why.place);
}

TEST(Explanations, RefuseWhatTheyCannotExplain) {
    const auto says = [](const ExplanationRequest& request, const char* part) {
        const auto error = errorOf([&] { service().explainRecommendation(request); });
        EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
    };
    says({.campaignArn = shared().personal, .userId = "u1", .itemId = "none"}, "itemId");
    says({.campaignArn = shared().related, .itemId = "i1"}, "relatedTo");
    says({.campaignArn = base::makeArn("campaign/none"), .userId = "u1", .itemId = "i1"}, "none");
}

}  // namespace
}  // namespace foretaste::service
