// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/split.h"

#include <gtest/gtest.h>

#include <set>

#include "core/base/error.h"

namespace foretaste::dataset {
namespace {

/// `lengths` [users] events each; event k of a user is at 1000 * k + user and concerns item k.
TrainingData dataOf(const std::vector<int>& lengths, int items) {
    store::InteractionTable table;
    for (int item = 0; item < items; ++item) table.items.push_back("i" + std::to_string(item));
    for (std::size_t user = 0; user < lengths.size(); ++user) {
        table.users.push_back("u" + std::to_string(user));
        for (int k = 0; k < lengths[user]; ++k) {
            table.user.push_back(static_cast<std::int32_t>(user));
            table.item.push_back(k);
            table.timestamp.push_back(1000 * k + static_cast<std::int64_t>(user));
        }
    }
    return buildTrainingData(table, nullptr, nullptr, {});
}

TEST(Split, LeaveOneOutKeepsTheLastEventBackAndLeavesShortHistoriesWhole) {
    const auto data = dataOf({4, 2, 3}, 4);
    const auto split = leaveOneOut(data);
    EXPECT_EQ(split.validation, Validation::LastOfAll);
    EXPECT_EQ(split.train.offsets, (std::vector<std::uint64_t>{0, 3, 5, 7}));
    ASSERT_EQ(split.questions.size(), 2U);
    EXPECT_EQ(split.questions[0].user, 0U);
    EXPECT_EQ(split.questions[0].inputEnd, 3U);  // the event that selects the epoch is input
    EXPECT_EQ(split.questions[0].truthEnd, 4U);
    EXPECT_EQ(split.questions[1].user, 2U);
    EXPECT_EQ(split.train.items.size(), 4U);  // whatever trains, all items are ranked
    EXPECT_EQ(split.train.items.interactions, (std::vector<std::int64_t>{3, 3, 1, 0}));
}

TEST(Split, HeldOutUsersTrainOnNothingOfTheirOwn) {
    const auto data = dataOf(std::vector<int>(40, 10), 10);
    const auto split = heldOutUsers(data, 42);
    EXPECT_EQ(split.questions.size(), 4U);
    EXPECT_EQ(split.train.userCount(), 36U);
    const std::set<std::string> trained(split.train.users.begin(), split.train.users.end());
    for (const auto& question : split.questions) {
        EXPECT_FALSE(trained.contains(data.users[question.user]));
        EXPECT_EQ(question.truthEnd - question.inputEnd, 1U);
    }
    EXPECT_EQ(heldOutUsers(data, 42).train.users, split.train.users);
    EXPECT_NE(heldOutUsers(data, 43).train.users, split.train.users);
}

TEST(Split, TimeCutsEveryUserAtTheSameMoment) {
    const auto data = dataOf({10, 10, 1}, 10);
    const auto split = byTime(data, 0.2);
    std::int64_t newestTrained = 0;
    for (const auto time : split.train.timestamp) newestTrained = std::max(newestTrained, time);
    for (const auto& question : split.questions)
        for (auto event = question.inputEnd; event < question.truthEnd; ++event)
            EXPECT_GT(data.timestamp[event], newestTrained);
    std::size_t tested = 0;
    for (const auto& question : split.questions) tested += question.truthEnd - question.inputEnd;
    EXPECT_EQ(split.train.eventCount() + tested, data.eventCount());
}

TEST(Split, RefusesDataOfWhichNothingWouldTrain) {
    const auto data = dataOf({1}, 1);
    EXPECT_THROW(byTime(data, 1.0), base::ServiceError);
}

}  // namespace
}  // namespace foretaste::dataset
