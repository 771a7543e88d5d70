// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/trending_now.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/recipes/planted_world.h"

namespace foretaste::recipes {
namespace {

constexpr std::int64_t kHour = 3600, kNow = 100 * kHour;

/// "steady" has three interactions an hour, "rising" one and then four, "falling" four and then
/// one; "old" was met by most people, long ago.
dataset::TrainingData trends() {
    store::InteractionTable table;
    table.items = {"steady", "rising", "falling", "old"};
    const auto add = [&](int item, int count, std::int64_t time) {
        for (int i = 0; i < count; ++i) {
            table.user.push_back(static_cast<std::int32_t>(table.users.size()));
            table.users.push_back(base::concat("u", table.users.size()));
            table.item.push_back(item);
            table.timestamp.push_back(time);
        }
    };
    add(3, 20, kHour);
    for (const auto& [item, before, after] : {std::tuple{0, 3, 3}, {1, 1, 4}, {2, 4, 1}}) {
        add(item, before, kNow - kHour);
        add(item, after, kNow);
    }
    return dataset::buildTrainingData(table, nullptr, nullptr, {});
}

std::vector<std::string> ranked(const Model& model) {
    const auto scores = scoresAfter(model, {});
    auto ids = model.itemIds();
    std::sort(ids.begin(), ids.end(), [&](const auto& a, const auto& b) {
        return scoreOf(model, scores, a) > scoreOf(model, scores, b);
    });
    return ids;
}

std::unique_ptr<Model> counted(const dataset::TrainingData& data, const std::string& interval) {
    const TrainingRequest request{
        data, everyUser(data), {{"trend_discovery_frequency", interval}}, 1, 1, {}, {}};
    return TrendingNow().train(request, {}).model;
}

TEST(TrendingNow, RanksByTheIncreaseThenByUsers) {
    const auto data = trends();
    EXPECT_EQ(ranked(*counted(data, "1 hour")),
              (std::vector<std::string>{"rising", "old", "steady", "falling"}));
    // Of half an hour the one before is empty: all rises, by what it has now.
    EXPECT_EQ(ranked(*counted(data, "30 minutes")),
              (std::vector<std::string>{"rising", "steady", "falling", "old"}));
    EXPECT_THROW(counted(data, "soon"), base::ServiceError);
}

TEST(TrendingNow, ASavedModelAnswersAsTheOneThatWasSaved) {
    const auto data = trends();
    const auto model = counted(data, "1 hour");
    tests::TemporaryFolder folder;
    model->save(folder / "model");
    EXPECT_EQ(ranked(*TrendingNow().load(folder / "model")), ranked(*model));
    EXPECT_THROW(TrendingNow().update(*model, data, {}), base::ServiceError);
}

}  // namespace
}  // namespace foretaste::recipes
