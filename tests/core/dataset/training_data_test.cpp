// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/training_data.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/base/error.h"

namespace foretaste::dataset {
namespace {

store::InteractionTable smallTable() {
    store::InteractionTable table;
    table.users = {"ann", "bob"};
    table.items = {"x", "y", "z"};
    table.eventTypes = {"watch", "click"};
    table.user = {1, 0, 1, 0, 1};
    table.item = {0, 1, 2, 0, 1};
    table.timestamp = {50, 20, 10, 20, 50};
    table.eventType = {0, 1, 0, 0, -1};
    table.eventValue = {0.9F, store::kNoValue, 0.2F, 0.5F, 1.0F};
    return table;
}

store::RecordTable itemRecords() {
    const auto field = [](const char* name, schema::FieldType type, bool categorical = false) {
        schema::Field f;
        f.name = name;
        f.type = type;
        f.nullable = true;
        f.categorical = categorical;
        return f;
    };
    store::RecordTable records;
    records.ids = {"new", "y", "x"};
    records.columns = {
        {field("GENRES", schema::FieldType::String, true), {"Drama|Crime", "Crime", ""}, {}},
        {field("TITLE", schema::FieldType::String), {"N", "Y", "X"}, {}},
        {field("YEAR", schema::FieldType::Int), {}, {2000, 2002, std::nan("")}},
        {field("EMPTY", schema::FieldType::Float), {}, {std::nan(""), std::nan(""), std::nan("")}},
        {field("CREATION_TIMESTAMP", schema::FieldType::Long), {}, {40, std::nan(""), 7}},
    };
    return records;
}

TEST(TrainingData, OrdersUsersByFirstRowAndEventsByTime) {
    const auto data = buildTrainingData(smallTable(), nullptr, nullptr, {});
    EXPECT_EQ(data.users, (std::vector<std::string>{"bob", "ann"}));
    EXPECT_EQ(data.offsets, (std::vector<std::uint64_t>{0, 3, 5}));
    EXPECT_EQ(data.timestamp, (std::vector<std::int64_t>{10, 50, 50, 20, 20}));
    std::vector<std::string> ids;
    for (const auto item : data.item) ids.push_back(data.items.ids[static_cast<std::size_t>(item)]);
    EXPECT_EQ(ids, (std::vector<std::string>{"z", "x", "y", "y", "x"}));  // ties keep file order
    EXPECT_EQ(data.eventType, (std::vector<std::int16_t>{0, 0, -1, 1, 0}));
    EXPECT_EQ(data.oldest, 10);
    EXPECT_EQ(data.newest, 50);
}

TEST(TrainingData, CatalogueHasItemsFirstAndSaysWhereAgesComeFrom) {
    const auto records = itemRecords();
    const auto data = buildTrainingData(smallTable(), &records, nullptr, {});
    EXPECT_EQ(data.items.ids, (std::vector<std::string>{"new", "y", "x", "z"}));
    EXPECT_EQ(data.items.created, (std::vector<std::int64_t>{40, 20, 7, 10}));
    EXPECT_EQ(data.items.ageSource,
              (std::vector<AgeSource>{AgeSource::CreationTimestamp, AgeSource::FirstInteraction,
                                      AgeSource::CreationTimestamp, AgeSource::FirstInteraction}));
    EXPECT_EQ(data.items.interactions, (std::vector<std::int64_t>{0, 2, 2, 1}));
}

TEST(TrainingData, ItemWithNeitherCreationNorInteractionIsAsOldAsTheNewestEvent) {
    auto records = itemRecords();
    records.columns.pop_back();
    const auto data = buildTrainingData(smallTable(), &records, nullptr, {});
    EXPECT_EQ(data.items.created[0], 50);
    EXPECT_EQ(data.items.ageSource[0], AgeSource::None);
}

TEST(TrainingData, FeaturesAreCategoriesAndNumbersOnly) {
    const auto records = itemRecords();
    const auto data = buildTrainingData(smallTable(), &records, nullptr, {});
    const auto& features = data.items.features;
    ASSERT_EQ(features.categorical.size(), 1U);
    const auto& genres = features.categorical[0];
    EXPECT_EQ(genres.values, (std::vector<std::string>{"Drama", "Crime"}));
    EXPECT_EQ(genres.of(0).size(), 2U);
    EXPECT_EQ(genres.of(1)[0], 1);
    EXPECT_TRUE(genres.of(2).empty());
    EXPECT_TRUE(genres.of(3).empty());       // an item without a record
    ASSERT_EQ(features.numeric.size(), 1U);  // the column without any value is left out
    EXPECT_EQ(features.numeric[0].name, "YEAR");
    EXPECT_DOUBLE_EQ(features.numeric[0].mean, 2001);
    EXPECT_EQ(features.numeric[0].values, (std::vector<float>{-1, 1, 0, 0}));
}

TEST(TrainingData, ExcludedColumnsStayOut) {
    const auto records = itemRecords();
    InteractionFilter filter;
    filter.excludedItemColumns = {"GENRES"};
    EXPECT_TRUE(buildTrainingData(smallTable(), &records, nullptr, filter)
                    .items.features.categorical.empty());
}

TEST(TrainingData, UserFeaturesFollowTheUsers) {
    store::RecordTable users;
    schema::Field field;
    field.name = "PLAN";
    field.categorical = true;
    users.ids = {"ann", "carl"};
    users.columns = {{field, {"gold", "free"}, {}}};
    const auto data = buildTrainingData(smallTable(), nullptr, &users, {});
    const auto& plan = data.userFeatures.categorical.at(0);
    EXPECT_TRUE(plan.of(0).empty());
    ASSERT_EQ(plan.of(1).size(), 1U);
    EXPECT_EQ(plan.values[static_cast<std::size_t>(plan.of(1)[0])], "gold");
}

TEST(TrainingData, FiltersByTypeAndValue) {
    InteractionFilter filter;
    filter.eventType = "watch";
    filter.hasThreshold = true;
    filter.eventValueThreshold = 0.5;
    const auto data = buildTrainingData(smallTable(), nullptr, nullptr, filter);
    EXPECT_EQ(data.eventCount(), 2U);
    EXPECT_EQ(data.newest, 50);
    EXPECT_EQ(data.oldest, 20);
}

TEST(TrainingData, NothingLeftNamesTheFilterAndTheTypes) {
    InteractionFilter filter;
    filter.eventType = "buy";
    try {
        buildTrainingData(smallTable(), nullptr, nullptr, filter);
        FAIL();
    } catch (const base::ServiceError& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::InvalidInput);
        const std::string text = error.what();
        EXPECT_NE(text.find("'buy'"), std::string::npos) << text;
        EXPECT_NE(text.find("watch, click"), std::string::npos) << text;
    }
    EXPECT_THROW(buildTrainingData({}, nullptr, nullptr, {}), base::ServiceError);
}

/// Users with 1, 2, ... `users` events.
TrainingData staircase(std::size_t users) {
    TrainingData data;
    data.offsets = {0};
    for (std::size_t user = 0; user < users; ++user) {
        data.users.push_back(std::to_string(user));
        data.offsets.push_back(data.offsets.back() + user + 1);
    }
    data.item.assign(data.offsets.back(), 0);
    return data;
}

TEST(HoldOut, TenPercentOfUsersAndOfTheirEvents) {
    const auto data = staircase(100);
    const auto split = splitUsers(data, 42);
    EXPECT_EQ(split.testUsers.size(), 10U);
    EXPECT_EQ(split.trainUsers.size(), 90U);
    EXPECT_TRUE(std::is_sorted(split.trainUsers.begin(), split.trainUsers.end()));
    std::vector<std::uint32_t> all = split.trainUsers;
    all.insert(all.end(), split.testUsers.begin(), split.testUsers.end());
    std::sort(all.begin(), all.end());
    std::vector<std::uint32_t> expected(100);
    std::iota(expected.begin(), expected.end(), 0U);
    EXPECT_EQ(all, expected);
    for (std::size_t i = 0; i < split.testUsers.size(); ++i) {
        const auto length = split.testUsers[i] + 1;
        EXPECT_GE(length, 2U);
        const auto truth = std::max(1U, (length + 5) / 10);
        EXPECT_EQ(split.inputLength[i], length - truth);
    }
}

TEST(HoldOut, SeedDecides) {
    const auto data = staircase(200);
    EXPECT_EQ(splitUsers(data, 1).testUsers, splitUsers(data, 1).testUsers);
    EXPECT_NE(splitUsers(data, 1).testUsers, splitUsers(data, 2).testUsers);
}

TEST(HoldOut, SmallDataKeepSomeoneToTrain) {
    EXPECT_TRUE(splitUsers(staircase(1), 1).testUsers.empty());
    const auto two = splitUsers(staircase(2), 1);  // only user 1 has two events
    EXPECT_EQ(two.testUsers, (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(two.inputLength, (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(two.trainUsers, (std::vector<std::uint32_t>{0}));
    EXPECT_EQ(splitUsers(staircase(10), 1, 1.0).trainUsers.size(), 1U);
}

}  // namespace
}  // namespace foretaste::dataset
