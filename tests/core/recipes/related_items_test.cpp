// SPDX-License-Identifier: GPL-3.0-or-later
// The two recipes for related items, aws-sims and aws-similar-items.
#include <gtest/gtest.h>

#include <set>

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

constexpr const char *kSims = "aws-sims", *kSimilar = "aws-similar-items";

TrainingResult resultOf(const char* recipe, const dataset::TrainingData& data,
                        std::map<std::string, std::string> hyperparameters = {}, int threads = 1) {
    const TrainingRequest request{data, everyUser(data), std::move(hyperparameters), 1, threads, {},
                                  {}};
    return findRecipe(recipe)->train(request, {});
}

std::unique_ptr<Model> modelOf(const char* recipe, const dataset::TrainingData& data,
                               std::map<std::string, std::string> hyperparameters = {}) {
    return resultOf(recipe, data, std::move(hyperparameters)).model;
}

/// The best `count` items to go with one.
std::vector<std::string> relatedTo(const Model& model, const std::string& id, std::size_t count) {
    const auto scores = scoresAfter(model, {id});
    std::vector<std::string> order = model.itemIds();
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        return scoreOf(model, scores, a) > scoreOf(model, scores, b);
    });
    order.resize(count);
    return order;
}

/// Everybody meets "star"; a and b go together, c and d too, less often. Who meets what in turn.
dataset::TrainingData shop() {
    store::InteractionTable table;
    table.items = {"star", "a", "b", "c", "d"};
    const auto visit = [&](std::initializer_list<int> items) {
        const auto user = static_cast<std::int32_t>(table.users.size());
        table.users.push_back(base::concat("u", user));
        for (const int item : items) {
            table.user.push_back(user);
            table.item.push_back(item);
            table.timestamp.push_back(static_cast<std::int64_t>(table.user.size()));
        }
    };
    for (int i = 0; i < 6; ++i) visit({0, 1, 2});
    for (int i = 0; i < 3; ++i) visit({0, 3, 4});
    for (int i = 0; i < 30; ++i) visit({0});
    visit({1, 3});
    return dataset::buildTrainingData(table, nullptr, nullptr, {});
}

TEST(Sims, TheDiscountDecidesBetweenPopularAndCloselyRelated) {
    const auto data = shop();
    const auto first = [&](const char* discount) {
        return relatedTo(*modelOf(kSims, data,
                                  {{"popularity_discount_factor", discount},
                                   {"min_cointeraction_count", "1"}}),
                         "c", 1)
            .front();
    };
    EXPECT_EQ(first("0"), "star");  // shares three users as d does, and stands before it
    EXPECT_EQ(first("0.5"), "d");
}

TEST(Sims, APairNeedsItsCoInteractions) {
    const auto data = shop();
    const auto twoBest = [&](const char* least) {
        return relatedTo(
            *modelOf(kSims, data,
                     {{"popularity_discount_factor", "1"}, {"min_cointeraction_count", least}}),
            "a", 3);
    };
    EXPECT_EQ(twoBest("1"), (std::vector<std::string>{"b", "c", "star"}));
    // One user has met both c and a; with three needed that is not enough.
    const auto model = modelOf(kSims, data, {{"min_cointeraction_count", "3"}});
    const auto scores = scoresAfter(*model, {"a"});
    EXPECT_GT(scoreOf(*model, scores, "star"), scoreOf(*model, scores, "c") + 50);
}

TEST(Sims, PercentilesLeaveItemsOut) {
    const auto data = shop();
    const auto model = modelOf(kSims, data, {{"max_item_interaction_count_percentile", "0.9"}});
    const auto best = relatedTo(*model, "a", 1);
    EXPECT_EQ(best.front(), "b");
    const auto scores = scoresAfter(*model, {"a"});
    EXPECT_GT(scoreOf(*model, scores, "b"), scoreOf(*model, scores, "star") + 50);
    EXPECT_TRUE(says(messageOf<base::ServiceError>([&] {
                         modelOf(kSims, data,
                                 {{"min_user_history_length_percentile", "1"},
                                  {"max_user_history_length_percentile", "0"}});
                     }),
                     {"percentile", "left to train on"}));
}

TEST(Sims, SaysWhatItChose) {
    const auto data = PlantedWorld{}.data();
    const auto chosen = resultOf(kSims, data).chosen;
    EXPECT_TRUE(chosen.contains("popularity_discount_factor"));
    EXPECT_TRUE(chosen.contains("min_cointeraction_count"));
    EXPECT_EQ(resultOf(kSims, data, {{"popularity_discount_factor", "0.9"}})
                  .chosen.at("popularity_discount_factor"),
              "0.9");
}

class RelatedItems : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Both, RelatedItems, testing::Values(kSims, kSimilar),
                         [](const auto& each) {
                             return std::string(each.param == std::string(kSims) ? "Sims"
                                                                                 : "SimilarItems");
                         });

TEST_P(RelatedItems, FindTheItemsOfAGenreAndNeverTheItemItself) {
    const PlantedWorld world{.metadata = false};
    const auto model = modelOf(GetParam(), world.data());
    for (int genre = 0; genre < PlantedWorld::kGenres; ++genre) {
        const auto asked = world.itemId(genre, 0);
        std::set<std::string> expected;
        for (int step = 1; step < world.inGenre; ++step) expected.insert(world.itemId(genre, step));
        const auto found = relatedTo(*model, asked, expected.size());
        EXPECT_EQ(std::set<std::string>(found.begin(), found.end()), expected);
        EXPECT_EQ(relatedTo(*model, asked, model->itemIds().size()).back(), asked);
    }
}

TEST_P(RelatedItems, AnUnknownItemGetsThePopularOnes) {
    const auto data = shop();
    const auto model = modelOf(GetParam(), data);
    EXPECT_EQ(relatedTo(*model, "nothing", 2), (std::vector<std::string>{"star", "a"}));
}

TEST_P(RelatedItems, LookAtTheLastItemAlone) {
    const auto model = modelOf(GetParam(), PlantedWorld{}.data());
    EXPECT_EQ(scoresAfter(*model, {"i1", "i2", "i7"}), scoresAfter(*model, {"i7"}));
}

TEST_P(RelatedItems, BeatPopularityOnTheHeldOutUsers) {
    const auto data = PlantedWorld{}.data();
    const auto holdOut = dataset::splitUsers(data, 1);
    const auto ndcg = [&](const char* recipe) {
        const TrainingRequest request{data, holdOut.trainUsers, {}, 1, 1, {}, {}};
        base::Team team(2);
        return evaluateHoldOut(*findRecipe(recipe)->train(request, {}).model, data, holdOut, team,
                               {})
            .metrics.at("normalized_discounted_cumulative_gain_at_25")
            .value;
    };
    EXPECT_GT(ndcg(GetParam()), 1.5 * ndcg("aws-popularity-count"));
}

TEST_P(RelatedItems, AreTheSameForAnyNumberOfThreads) {
    const auto data = PlantedWorld{}.data();
    const auto one = resultOf(GetParam(), data).model,
               three = resultOf(GetParam(), data, {}, 3).model;
    for (const auto& id : one->itemIds())
        EXPECT_EQ(scoresAfter(*one, {id}), scoresAfter(*three, {id}));
}

TEST_P(RelatedItems, ASavedModelAnswersAsTheOneThatWasSaved) {
    const auto model = modelOf(GetParam(), PlantedWorld{.newcomers = 1}.data());
    TemporaryFolder folder;
    model->save(folder / "model");
    const auto loaded = findRecipe(GetParam())->load(folder / "model");
    for (const auto& id : model->itemIds())
        EXPECT_EQ(scoresAfter(*loaded, {id}), scoresAfter(*model, {id}));
    auto bytes = base::readFile(folder / "model");
    bytes[bytes.size() - 9] = static_cast<char>(bytes[bytes.size() - 9] ^ 4);
    EXPECT_TRUE(says(messageOf<base::IoError>(
                         [&] { findRecipe(GetParam())->load(folder.write("damaged", bytes)); }),
                     {"damaged"}));
}

TEST_P(RelatedItems, AStopStopsAndThereIsNoUpdate) {
    const auto data = PlantedWorld{}.data();
    const TrainingRequest request{data, everyUser(data), {}, 1, 1, {}, {}};
    const base::StopToken stop;
    stop.requestStop();
    EXPECT_THROW(findRecipe(GetParam())->train(request, base::JobContext(stop, {})), base::Stopped);
    const auto model = modelOf(GetParam(), data);
    EXPECT_TRUE(says(
        messageOf<base::ServiceError>([&] { findRecipe(GetParam())->update(*model, data, {}); }),
        {GetParam(), "UPDATE", "FULL"}));
}

TEST_P(RelatedItems, TakeTheSmallestData) {
    store::InteractionTable table;
    table.users = {"u"};
    table.items = {"i"};
    table.user = table.item = {0};
    table.timestamp = {1};
    const auto model = modelOf(GetParam(), dataset::buildTrainingData(table, nullptr, nullptr, {}));
    EXPECT_EQ(scoresAfter(*model, {"i"}).size(), 1U);
}

TEST(SimilarItems, ItemsThatNobodyMetAreFoundByTheirMetadata) {
    const PlantedWorld world{.newcomers = 1};
    const auto model = modelOf(kSimilar, world.data());
    const auto genreOf = [](const std::string& id) { return std::stoi(id.substr(1)) % 4; };
    for (int genre = 0; genre < PlantedWorld::kGenres; ++genre) {
        const auto newcomer = world.newcomerId(genre);
        for (const auto& id : relatedTo(*model, newcomer, 5)) EXPECT_EQ(genreOf(id), genre);
        // And found: before newcomers of other genres, which are merely popular to none.
        const auto scores = scoresAfter(*model, {world.itemId(genre, 0)});
        for (int other = 0; other < PlantedWorld::kGenres; ++other) {
            if (other == genre) continue;
            EXPECT_GT(scoreOf(*model, scores, newcomer),
                      scoreOf(*model, scores, world.newcomerId(other)) + 50);
        }
    }
}

}  // namespace
}  // namespace foretaste::recipes
