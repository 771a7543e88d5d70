// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/leaderboard.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"

namespace foretaste::experiments {
namespace {

/// Users walk in a circle of `items` items, each from its own start: what follows is certain.
dataset::TrainingData circle(int users, int steps, int items) {
    store::InteractionTable table;
    for (int item = 0; item < items; ++item) table.items.push_back("i" + std::to_string(item));
    for (int user = 0; user < users; ++user) {
        table.users.push_back("u" + std::to_string(user));
        for (int k = 0; k < steps; ++k) {
            table.user.push_back(user);
            table.item.push_back((user + k) % items);
            table.timestamp.push_back(1000 * k + user);
        }
    }
    return dataset::buildTrainingData(table, nullptr, nullptr, {});
}

const LeaderboardRow& rowOf(const Leaderboard& board, const std::string& name) {
    for (const auto& row : board.rows)
        if (row.name == name) return row;
    throw std::logic_error("no row " + name);
}

TEST(Leaderboard, CountsWhatFollowsAndRanksItFirst) {
    const auto data = circle(30, 12, 20);
    const auto split = dataset::leaveOneOut(data);
    const auto board = compareRecipes(data, split, {.recipes = {"aws-popularity-count"}}, {});
    const auto& next = rowOf(board, "item-to-next");
    EXPECT_TRUE(next.baseline);
    EXPECT_EQ(next.ranks, std::vector<std::uint32_t>(30, 1));
    EXPECT_DOUBLE_EQ(next.metrics.at("ndcg_at_10").value, 1);
    EXPECT_DOUBLE_EQ(next.metrics.at("mrr_at_5").value, 1);
    EXPECT_LT(rowOf(board, "popularity").metrics.at("hr_at_5").value, 1);
    // The recipe that counts and the baseline that counts agree on every single rank.
    EXPECT_EQ(rowOf(board, "aws-popularity-count").ranks, rowOf(board, "popularity").ranks);
}

TEST(Leaderboard, MetricsFollowFromTheRanks) {
    const auto data = circle(30, 12, 20);
    const auto board = compareRecipes(data, dataset::leaveOneOut(data), {}, {});
    const auto& row = rowOf(board, "popularity");
    double hits = 0, gain = 0, reciprocal = 0;
    for (const auto rank : row.ranks)
        if (rank <= 10) {
            ++hits;
            gain += 1 / std::log2(rank + 1.0);
            reciprocal += 1.0 / rank;
        }
    EXPECT_NEAR(row.metrics.at("hr_at_10").value, hits / 30, 1e-12);
    EXPECT_NEAR(row.metrics.at("ndcg_at_10").value, gain / 30, 1e-9);
    EXPECT_NEAR(row.metrics.at("mrr_at_10").value, reciprocal / 30, 1e-12);
}

TEST(Leaderboard, SeenItemsMakeRoomWhenTheyAreRemoved) {
    const auto data = circle(20, 6, 12);
    const auto split = dataset::leaveOneOut(data);
    const auto kept = compareRecipes(data, split, {}, {});
    const auto removed = compareRecipes(data, split, {.removeSeen = true}, {});
    const auto& before = rowOf(kept, "popularity").ranks;
    const auto& after = rowOf(removed, "popularity").ranks;
    bool better = false;
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_LE(after[i], before[i]);
        EXPECT_LE(after[i], 12U - 5U);
        better |= after[i] < before[i];
    }
    EXPECT_TRUE(better);
}

TEST(Leaderboard, RefusesRecipesThatCannotBeTrained) {
    const auto data = circle(10, 5, 8);
    EXPECT_THROW(compareRecipes(data, dataset::leaveOneOut(data), {.recipes = {"aws-magic"}}, {}),
                 base::ServiceError);
}

}  // namespace
}  // namespace foretaste::experiments
