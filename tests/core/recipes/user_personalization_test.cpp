// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/sequence_recipe.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/recipes/evaluation.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/recipes/planted_world.h"

namespace foretaste::recipes {
namespace {

using tests::messageOf;
using tests::says;
using tests::TemporaryFolder;

constexpr const char* kNdcg = "normalized_discounted_cumulative_gain_at_10";

/// One world and one model of it for all tests that only look.
struct Shared {
    PlantedWorld world{.newcomers = 1};
    dataset::TrainingData data = world.data();
    std::unique_ptr<Model> model = trained(data);
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

TEST(UserPersonalization, FindsWhatFollowsWhat) {
    const auto& [world, data, model] = shared();
    int right = 0;
    for (int genre = 0; genre < PlantedWorld::kGenres; ++genre)
        for (int from = 0; from < world.inGenre; ++from)
            right += bestOf(*model, scoresAfter(*model, walk(world, genre, from, 10))) ==
                     world.itemId(genre, from + 10);
    EXPECT_GE(right, 0.9 * world.items());
}

TEST(UserPersonalization, BeatsPopularityOnUsersItNeverSaw) {
    const auto data = PlantedWorld{}.data();
    const auto holdOut = dataset::splitUsers(data, 3);
    const TrainingRequest request{data, holdOut.trainUsers, {{"hidden_dimension", "32"}}, 1, 2, {},
                                  {}};
    base::Team team(2);
    const auto ndcg = [&](const char* recipe) {
        const auto result = findRecipe(recipe)->train(request, {});
        return evaluateHoldOut(*result.model, data, holdOut, team, {}).metrics.at(kNdcg).value;
    };
    EXPECT_GT(ndcg("aws-user-personalization"), 3 * ndcg("aws-popularity-count"));
}

TEST(UserPersonalization, SaysWhatMetadataAdd) {
    const auto& [world, data, model] = shared();
    const auto state = stateAfter(*model, walk(world, 2, 0, 6));
    std::vector<float> query(model->items().dim);
    model->query(state, query);
    const auto scores = scoresOf(*model, state);
    const auto records = world.records();
    // Newcomers have nothing but their genre: their scores differ by what it adds, and by no more.
    std::vector<double> parts, own;
    for (int genre = 0; genre < PlantedWorld::kGenres; ++genre) {
        const auto id = world.newcomerId(genre);
        const auto row = std::find(records.ids.begin(), records.ids.end(), id);
        const auto catalogue =
            dataset::catalogueOf(records, {row - records.ids.begin()}, PlantedWorld::kStart);
        const auto said = model->metadataParts(catalogue, query);
        ASSERT_EQ(said.size(), 1u);
        EXPECT_EQ(said[0].column, "GENRE");
        EXPECT_EQ(said[0].category, base::concat("Genre", genre));
        parts.push_back(said[0].score);
        own.push_back(static_cast<double>(scoreOf(*model, scores, id)));
    }
    for (std::size_t genre = 1; genre < parts.size(); ++genre)
        EXPECT_NEAR(parts[genre] - parts[0], own[genre] - own[0], 1e-3);
    EXPECT_NEAR(std::accumulate(parts.begin(), parts.end(), 0.0), 0, 1e-6);
    EXPECT_EQ(std::max_element(parts.begin(), parts.end()) - parts.begin(), 2);
    EXPECT_TRUE(findRecipe("aws-popularity-count")
                    ->train({data, everyUser(data), {}, 1, 1, {}, {}}, {})
                    .model->metadataParts({}, {})
                    .empty());
}

TEST(UserPersonalization, EqualSeedsGiveEqualModelsBitForBit) {
    const auto data = PlantedWorld{.steps = 8}.data();
    TemporaryFolder folder;
    const auto bytes = [&](std::uint64_t seed, int threads) {
        trained(data, seed, threads)->save(folder / "model");
        return base::readFile(folder / "model");
    };
    const auto first = bytes(1, 1);
    EXPECT_EQ(first, bytes(1, 1));
    EXPECT_NE(first, bytes(2, 1));
    EXPECT_EQ(bytes(1, 3), bytes(1, 3));
}

TEST(UserPersonalization, AStopStopsWithinTheEpoch) {
    const auto data = PlantedWorld{}.data();
    base::StopToken stop;
    int reports = 0;
    const base::JobContext job(stop, [&](const base::Progress&) {
        if (++reports == 3) stop.requestStop();
    });
    const TrainingRequest request{data, everyUser(data), {}, 1, 2, {}, {}};
    EXPECT_THROW(SequenceRecipe("aws-user-personalization").train(request, job), base::Stopped);
    EXPECT_EQ(reports, 3);
}

TEST(UserPersonalization, TellsHowItGoesOn) {
    const auto data = PlantedWorld{.steps = 8}.data();
    double before = 0;
    const base::JobContext job({}, [&](const base::Progress& progress) {
        EXPECT_GE(progress.fraction, before);
        EXPECT_LE(progress.fraction, 1);
        before = progress.fraction;
    });
    std::vector<TrainingPoint> points;
    const TrainingRequest request{
        data, everyUser(data), {}, 1, 1, [&](const TrainingPoint& p) { points.push_back(p); }, {}};
    const auto result = SequenceRecipe("aws-user-personalization").train(request, job);
    EXPECT_GT(before, 0);
    ASSERT_EQ(points.size(), result.curve.size());
    ASSERT_GE(result.bestEpoch, 1);
    double best = 0;
    for (const auto& point : points) best = std::max(best, point.validationNdcg);
    EXPECT_EQ(points[static_cast<std::size_t>(result.bestEpoch) - 1].validationNdcg, best);
    EXPECT_LT(points.back().loss, points.front().loss);
    EXPECT_EQ(result.chosen.at("encoder"), "gru");
}

TEST(UserPersonalization, ASavedModelAnswersAsTheOneThatWasSaved) {
    const auto& [world, data, model] = shared();
    TemporaryFolder folder;
    model->save(folder / "model.safetensors");
    const auto loaded =
        SequenceRecipe("aws-user-personalization").load(folder / "model.safetensors");
    EXPECT_EQ(loaded->itemIds(), model->itemIds());
    EXPECT_EQ(loaded->facts().name, model->facts().name);
    EXPECT_TRUE(std::equal(loaded->evidence().begin(), loaded->evidence().end(),
                           model->evidence().begin(), model->evidence().end()));
    EXPECT_TRUE(std::equal(loaded->priorVariance().begin(), loaded->priorVariance().end(),
                           model->priorVariance().begin(), model->priorVariance().end()));
    for (int steps = 0; steps < 4; ++steps)
        EXPECT_EQ(scoresAfter(*loaded, walk(world, 2, 1, steps)),
                  scoresAfter(*model, walk(world, 2, 1, steps)));
}

TEST(UserPersonalization, ADamagedModelFileIsRefused) {
    TemporaryFolder folder;
    shared().model->save(folder / "sound");
    const auto sound = base::readFile(folder / "sound");
    const auto refusal = [&](const std::string& bytes) {
        const auto file = folder.write("damaged", bytes);
        return messageOf<base::IoError>(
            [&] { SequenceRecipe("aws-user-personalization").load(file); });
    };
    EXPECT_EQ(refusal(sound), "");
    for (const auto place : {sound.size() / 2, sound.size() - 1, std::size_t{40}}) {
        auto flipped = sound;
        flipped[place] = static_cast<char>(flipped[place] ^ 1);
        EXPECT_TRUE(says(refusal(flipped), {"damaged"})) << "byte " << place;
    }
    for (const auto length : {std::size_t{0}, std::size_t{5}, sound.size() / 2, sound.size() - 1})
        EXPECT_NE(refusal(sound.substr(0, length)), "") << "cut at " << length;
    EXPECT_NE(messageOf<base::IoError>(
                  [&] { SequenceRecipe("aws-user-personalization").load(folder / "none"); }),
              "");
    EXPECT_TRUE(says(messageOf<base::IoError>(
                         [&] { findRecipe("aws-popularity-count")->load(folder / "sound"); }),
                     {"aws-user-personalization", "aws-popularity-count"}));
}

TEST(UserPersonalization, AnItemThatNobodyMetScoresByItsMetadata) {
    const auto& [world, data, model] = shared();
    for (int genre = 0; genre < PlantedWorld::kGenres; ++genre) {
        const auto scores = scoresAfter(*model, walk(world, genre, 0, 6));
        for (int other = 0; other < PlantedWorld::kGenres; ++other) {
            if (other == genre) continue;
            EXPECT_GT(scoreOf(*model, scores, world.newcomerId(genre)),
                      scoreOf(*model, scores, world.newcomerId(other)));
        }
    }
}

TEST(UserPersonalization, UpdateBringsNewItemsWithoutRetraining) {
    const auto& [world, data, model] = shared();
    auto grown = world;
    grown.newcomers = 2;
    const auto newer = grown.data();
    const auto updated = SequenceRecipe("aws-user-personalization").update(*model, newer, {});
    EXPECT_EQ(updated->itemIds().size(), model->itemIds().size() + PlantedWorld::kGenres);
    const auto history = walk(world, 1, 0, 6);
    const auto before = scoresAfter(*model, history), after = scoresAfter(*updated, history);
    for (const auto& id : model->itemIds())
        EXPECT_EQ(scoreOf(*updated, after, id), scoreOf(*model, before, id)) << id;
    // What is new looks like what has the same metadata.
    EXPECT_EQ(scoreOf(*updated, after, grown.newcomerId(1, 1)),
              scoreOf(*updated, after, grown.newcomerId(1, 0)));
    EXPECT_EQ(updated->evidence().back(), 0);
    EXPECT_EQ(updated->evidence().front(), newer.items.interactions.front());
}

TEST(UserPersonalization, UpdateOfAnotherRecipesModelIsRefused) {
    const auto& data = shared().data;
    const TrainingRequest request{data, everyUser(data), {}, 1, 1, {}, {}};
    const auto counted = findRecipe("aws-popularity-count")->train(request, {});
    EXPECT_TRUE(
        says(messageOf<base::ServiceError>([&] {
                 SequenceRecipe("aws-user-personalization").update(*counted.model, data, {});
             }),
             {"aws-popularity-count", "aws-user-personalization"}));
}

TEST(UserPersonalization, FindsOutWhetherPeopleComeBackToAnItem) {
    const auto change = [](const PlantedWorld& world) {
        // The same events in the state or not: what addHistory makes of the third last item.
        const auto model = trained(world.data());
        std::vector<float> state(model->stateSize());
        model->start(state);
        for (std::int32_t item = 0; item < 3; ++item)
            model->advance(state, {item, 1'600'100'000 + item * 3600, -1, store::kNoValue});
        std::vector<float> scores(model->items().items, 0.0F);
        model->addHistory(state, scores);
        EXPECT_EQ(std::count_if(scores.begin(), scores.end(), [](float s) { return s != 0; }), 3);
        return scores[0];
    };
    const float never = change({.inGenre = 24}), often = change({.inGenre = 3});
    EXPECT_LT(never, -0.5F);
    EXPECT_GT(often, never + 1);
}

TEST(UserPersonalization, TakesAnItemItDoesNotKnowWithoutLosingTheUser) {
    const auto& [world, data, model] = shared();
    auto history = walk(world, 0, 0, 4);
    history.push_back("somewhere-else");
    for (const auto score : scoresAfter(*model, history)) EXPECT_TRUE(std::isfinite(score));
}

TEST(UserPersonalization, HistoryPercentilesThatLeaveNobodyAreRefused) {
    auto world = PlantedWorld{}.interactions();
    world.users.push_back("long");
    for (int i = 0; i < 50; ++i) {
        world.user.push_back(static_cast<std::int32_t>(world.users.size()) - 1);
        world.item.push_back(i % 8);
        world.timestamp.push_back(1'600'000'000 + i);
    }
    const auto data = dataset::buildTrainingData(world, nullptr, nullptr, {});
    EXPECT_TRUE(says(messageOf<base::ServiceError>([&] {
                         trained(data, 1, 1,
                                 {{"min_user_history_length_percentile", "1"},
                                  {"max_user_history_length_percentile", "0"}});
                     }),
                     {"min_user_history_length_percentile", "max_user_history_length_percentile"}));
}

}  // namespace
}  // namespace foretaste::recipes
