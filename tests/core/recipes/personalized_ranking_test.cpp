// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/sequence_recipe.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/recipes/planted_world.h"

namespace foretaste::recipes {
namespace {

using tests::messageOf;
using tests::says;
using tests::TemporaryFolder;

std::unique_ptr<Model> trainedRanking(const dataset::TrainingData& data) {
    const TrainingRequest request{data, everyUser(data), {{"hidden_dimension", "32"}}, 1, 1, {},
                                  {}};
    return SequenceRecipe("aws-personalized-ranking").train(request, {}).model;
}

TEST(PersonalizedRanking, IsTheNetworkOfUserPersonalization) {
    const auto data = PlantedWorld{}.data();
    const auto model = trainedRanking(data);
    EXPECT_EQ(model->facts().name, "aws-personalized-ranking");
    const std::vector<std::string> history{"i2", "i6", "i10"};
    EXPECT_EQ(scoresAfter(*model, history), scoresAfter(*trained(data), history));
}

TEST(PersonalizedRanking, ASavedModelAnswersAsTheOneThatWasSavedAndKeepsItsRecipe) {
    const auto model = trainedRanking(PlantedWorld{.steps = 8}.data());
    TemporaryFolder folder;
    model->save(folder / "model");
    const auto loaded = SequenceRecipe("aws-personalized-ranking").load(folder / "model");
    EXPECT_EQ(scoresAfter(*loaded, {"i1", "i5"}), scoresAfter(*model, {"i1", "i5"}));
    EXPECT_TRUE(says(messageOf<base::IoError>(
                         [&] { findRecipe("aws-user-personalization")->load(folder / "model"); }),
                     {"aws-personalized-ranking", "aws-user-personalization"}));
}

TEST(PersonalizedRanking, StopsAndHasNoUpdate) {
    const auto data = PlantedWorld{.steps = 8}.data();
    base::StopToken stop;
    stop.requestStop();
    const TrainingRequest request{data, everyUser(data), {}, 1, 1, {}, {}};
    EXPECT_THROW(
        SequenceRecipe("aws-personalized-ranking").train(request, base::JobContext(stop, {})),
        base::Stopped);
    EXPECT_FALSE(SequenceRecipe("aws-personalized-ranking").facts().updates);
    EXPECT_TRUE(
        says(messageOf<base::ServiceError>([&] {
                 SequenceRecipe("aws-personalized-ranking").update(*trained(data), data, {});
             }),
             {"no training mode UPDATE"}));
}

TEST(PredictedItems, AreWhatAnUpdateWouldMakeOfThem) {
    const PlantedWorld world;
    const auto data = world.data();
    const auto model = trained(data);
    auto grown = world;
    grown.newcomers = 1;
    const auto records = grown.records();
    std::vector<std::int64_t> rows;
    for (int genre = 0; genre < PlantedWorld::kGenres; ++genre)
        rows.push_back(world.items() + genre);
    const auto predicted = model->predict(dataset::catalogueOf(records, rows, data.newest));
    const auto updated = findRecipe("aws-user-personalization")->update(*model, grown.data(), {});
    const auto table = updated->items();
    const auto first = static_cast<std::size_t>(world.items());
    EXPECT_TRUE(std::equal(predicted.vectors.begin(), predicted.vectors.end(),
                           table.vectors.begin() + static_cast<std::ptrdiff_t>(first * table.dim),
                           table.vectors.end()));
    EXPECT_TRUE(std::equal(predicted.bias.begin(), predicted.bias.end(),
                           table.bias.begin() + static_cast<std::ptrdiff_t>(first),
                           table.bias.end()));
}

}  // namespace
}  // namespace foretaste::recipes
