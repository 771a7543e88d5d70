// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/segments.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/recipes/planted_world.h"

namespace foretaste::recipes {
namespace {

std::unique_ptr<Model> trainedAffinity(const dataset::TrainingData& data) {
    const TrainingRequest request{data, everyUser(data), {{"hidden_dimension", "32"}}, 1, 1, {},
                                  {}};
    return findRecipe("aws-item-affinity")->train(request, {}).model;
}

class Segments : public testing::Test {
protected:
    static void SetUpTestSuite() {
        data_ = new dataset::TrainingData(PlantedWorld{}.data());
        model_ = trainedAffinity(*data_).release();
    }
    static void TearDownTestSuite() {
        delete model_;
        delete data_;
    }

    static std::vector<float> statesOfAll(base::Team& team) {
        const auto users = everyUser(*data_);
        std::vector<std::uint32_t> lengths;
        for (const auto user : users)
            lengths.push_back(
                static_cast<std::uint32_t>(data_->offsets[user + 1] - data_->offsets[user]));
        return statesAfter(*model_, *data_, users, lengths, team, {});
    }
    static std::int32_t numberOf(const std::string& id) {
        const auto& ids = model_->itemIds();
        return static_cast<std::int32_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    }

    static inline dataset::TrainingData* data_ = nullptr;
    static inline Model* model_ = nullptr;
};

TEST_F(Segments, TheLikeliestUsersOfAnItemKeepToItsGenre) {
    base::Team team(1);
    const auto users = data_->userCount();
    const auto scores = segmentScores(*model_, statesOfAll(team), {{numberOf("i6")}}, team, {});
    ASSERT_EQ(scores.size(), users);
    std::vector<std::size_t> order(users);
    for (std::size_t i = 0; i < users; ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return scores[a] > scores[b]; });
    for (std::size_t place = 0; place < 5; ++place)
        EXPECT_EQ(std::stoi(data_->users[order[place]].substr(1)) % PlantedWorld::kGenres, 2);
}

TEST_F(Segments, ScoresAreLogarithmsOfSharesOfOne) {
    base::Team team(1);
    ItemSet all;
    for (std::size_t i = 0; i < model_->itemIds().size(); ++i)
        all.push_back(static_cast<std::int32_t>(i));
    const auto users = data_->userCount();
    const auto scores = segmentScores(*model_, statesOfAll(team),
                                      {all, {all[0], all[1]}, {all[0]}, {all[1]}, {}}, team, {});
    for (std::size_t user = 0; user < users; ++user) {
        EXPECT_NEAR(scores[user], 0, 1e-5);
        EXPECT_NEAR(std::exp(scores[users + user]),
                    std::exp(scores[2 * users + user]) + std::exp(scores[3 * users + user]), 1e-5);
        EXPECT_TRUE(std::isinf(scores[4 * users + user]));
    }
}

TEST_F(Segments, DoNotDependOnTheNumberOfThreads) {
    base::Team one(1), three(3);
    const std::vector<ItemSet> sets{{0}, {1, 2}};
    EXPECT_EQ(segmentScores(*model_, statesOfAll(one), sets, one, {}),
              segmentScores(*model_, statesOfAll(three), sets, three, {}));
}

TEST_F(Segments, FindTheTakersOfItemsBetterThanChance) {
    base::Team team(1);
    const auto holdOut = dataset::splitUsers(*data_, 42, 0.5, 0.1);
    const auto metrics = evaluateSegments(*model_, *data_, holdOut, team, {}).metrics;
    ASSERT_EQ(metrics.size(), 3U);
    // One user of eighty is a hundredth; an item has about five takers, so chance finds 1 in 16.
    EXPECT_GT(metrics.at("hits_at_1_percent").value, 0.3);
    EXPECT_GT(metrics.at("recall_at_1_percent").value, 0.05);
    EXPECT_GT(metrics.at("coverage").value, 0.1);
    EXPECT_GT(metrics.at("hits_at_1_percent").halfWidth, 0);
}

TEST_F(Segments, ASavedModelIsOfItsRecipe) {
    tests::TemporaryFolder folder;
    model_->save(folder / "model");
    const auto* recipe = findRecipe("aws-item-affinity");
    EXPECT_EQ(recipe->load(folder / "model")->facts().name, "aws-item-affinity");
    EXPECT_THROW(recipe->update(*model_, *data_, {}), base::ServiceError);
    EXPECT_THROW(findRecipe("aws-item-attribute-affinity")->load(folder / "model"), base::IoError);
}

}  // namespace
}  // namespace foretaste::recipes
