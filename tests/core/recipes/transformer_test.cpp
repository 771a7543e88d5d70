// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/recipes/evaluation.h"
#include "core/recipes/sequence_recipe.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/recipes/planted_world.h"

namespace foretaste::recipes {
namespace {

using tests::TemporaryFolder;

constexpr const char* kRecipe = "aws-user-personalization-v2";

/// One world and one model of it for all tests that only look.
struct Shared {
    PlantedWorld world{.newcomers = 1};
    dataset::TrainingData data = world.data();
    std::unique_ptr<Model> model = trained(data, 1, 1, {}, kRecipe);
};
const Shared& shared() {
    static const Shared made;
    return made;
}

std::vector<std::string> walk(const PlantedWorld& world, int genre, int from, int steps) {
    std::vector<std::string> history;
    for (int step = from; step < from + steps; ++step) history.push_back(world.itemId(genre, step));
    return history;
}

TEST(Transformer, FindsWhatFollowsWhat) {
    const auto& [world, data, model] = shared();
    int right = 0;
    for (int genre = 0; genre < PlantedWorld::kGenres; ++genre)
        for (int from = 0; from < world.inGenre; ++from)
            right += bestOf(*model, scoresAfter(*model, walk(world, genre, from, 10))) ==
                     world.itemId(genre, from + 10);
    EXPECT_GE(right, 0.9 * world.items());
}

TEST(Transformer, ReadsHistoriesLongerThanItWasMadeFor) {
    const auto& [world, data, model] = shared();
    EXPECT_EQ(bestOf(*model, scoresAfter(*model, walk(world, 2, 0, 450))), world.itemId(2, 450));
}

TEST(Transformer, EqualSeedsGiveEqualModelsBitForBit) {
    const auto data = PlantedWorld{.steps = 8}.data();
    TemporaryFolder folder;
    const auto bytes = [&](std::uint64_t seed, int threads) {
        trained(data, seed, threads, {}, kRecipe)->save(folder / "model");
        return base::readFile(folder / "model");
    };
    EXPECT_EQ(bytes(1, 2), bytes(1, 2));
    EXPECT_NE(bytes(1, 2), bytes(2, 2));
}

TEST(Transformer, ASavedModelAnswersAsTheOneThatWasSaved) {
    const auto& [world, data, model] = shared();
    TemporaryFolder folder;
    model->save(folder / "model");
    const auto loaded = findRecipe(kRecipe)->load(folder / "model");
    EXPECT_EQ(loaded->facts().name, kRecipe);
    for (int steps = 0; steps < 4; ++steps)
        EXPECT_EQ(scoresAfter(*loaded, walk(world, 2, 1, steps)),
                  scoresAfter(*model, walk(world, 2, 1, steps)));
}

TEST(Transformer, AnItemThatNobodyMetScoresByItsMetadata) {
    const auto& [world, data, model] = shared();
    for (int genre = 0; genre < PlantedWorld::kGenres; ++genre) {
        const auto scores = scoresAfter(*model, walk(world, genre, 0, 6));
        for (int other = 0; other < PlantedWorld::kGenres; ++other)
            if (other != genre) {
                EXPECT_GT(scoreOf(*model, scores, world.newcomerId(genre)),
                          scoreOf(*model, scores, world.newcomerId(other)));
            }
    }
}

TEST(Transformer, UpdateBringsNewItemsWithoutRetraining) {
    const auto& [world, data, model] = shared();
    auto grown = world;
    grown.newcomers = 2;
    const auto updated = findRecipe(kRecipe)->update(*model, grown.data(), {});
    const auto history = walk(world, 1, 0, 6);
    const auto before = scoresAfter(*model, history), after = scoresAfter(*updated, history);
    for (const auto& id : model->itemIds())
        EXPECT_EQ(scoreOf(*updated, after, id), scoreOf(*model, before, id)) << id;
    EXPECT_EQ(scoreOf(*updated, after, grown.newcomerId(1, 1)),
              scoreOf(*updated, after, grown.newcomerId(1, 0)));
}

TEST(Transformer, RankingIsTheSameNetwork) {
    const auto data = PlantedWorld{.steps = 8}.data();
    const std::vector<std::string> history{"i2", "i6", "i10"};
    const auto ranking = trained(data, 1, 1, {}, "aws-personalized-ranking-v2");
    EXPECT_EQ(scoresAfter(*ranking, history),
              scoresAfter(*trained(data, 1, 1, {}, kRecipe), history));
    EXPECT_FALSE(ranking->facts().updates);
}

TEST(Transformer, SaysWhatItChose) {
    const auto data = PlantedWorld{.steps = 4}.data();
    const TrainingRequest request{
        data, everyUser(data), {{"apply_recency_bias", "false"}}, 1, 1, {}, {}};
    const auto chosen = findRecipe(kRecipe)->train(request, {}).chosen;
    EXPECT_EQ(chosen.at("encoder"), "transformer");
    EXPECT_EQ(chosen.at("apply_recency_bias"), "false");
    EXPECT_FALSE(chosen.contains("recency_mask"));
}

}  // namespace
}  // namespace foretaste::recipes
