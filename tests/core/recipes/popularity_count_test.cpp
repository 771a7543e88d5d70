// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/popularity_count.h"

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

/// Three users: x is met by all, y by two, z often, but by one; w by nobody.
dataset::TrainingData smallData() {
    store::InteractionTable table;
    table.users = {"a", "b", "c"};
    table.items = {"z", "y", "x"};
    table.user = {0, 0, 0, 0, 0, 1, 1, 2};
    table.item = {0, 0, 0, 1, 2, 1, 2, 2};
    table.timestamp = {1, 2, 3, 4, 5, 1, 2, 1};
    store::RecordTable items;
    items.ids = {"w", "x"};
    return dataset::buildTrainingData(table, &items, nullptr, {});
}

std::unique_ptr<Model> counted(const dataset::TrainingData& data,
                               std::vector<std::uint32_t> users) {
    const TrainingRequest request{data, std::move(users), {}, 1, 1, {}, {}};
    return PopularityCount().train(request, {}).model;
}

std::vector<std::int64_t> usersOf(const Model& model) {
    return {model.evidence().begin(), model.evidence().end()};
}

TEST(PopularityCount, CountsUsersNotEvents) {
    const auto data = smallData();
    const auto model = counted(data, everyUser(data));
    EXPECT_EQ(model->itemIds(), (std::vector<std::string>{"w", "x", "z", "y"}));
    EXPECT_EQ(usersOf(*model), (std::vector<std::int64_t>{0, 3, 1, 2}));
    const auto scores = scoresAfter(*model, {});
    EXPECT_GT(scores[1], scores[3]);
    EXPECT_GT(scores[3], scores[2]);
    EXPECT_GT(scores[2], scores[0]);
}

TEST(PopularityCount, KnowsNoUserAndDoesNotExplore) {
    const auto data = smallData();
    const auto model = counted(data, everyUser(data));
    EXPECT_EQ(model->stateSize(), 0U);
    EXPECT_TRUE(model->priorVariance().empty());
    EXPECT_EQ(scoresAfter(*model, {"x", "z"}), scoresAfter(*model, {}));
}

TEST(PopularityCount, CountsTheTrainingUsersAlone) {
    const auto data = smallData();
    EXPECT_EQ(usersOf(*counted(data, {1})), (std::vector<std::int64_t>{0, 1, 0, 1}));
    EXPECT_EQ(usersOf(*counted(data, {})), (std::vector<std::int64_t>{0, 0, 0, 0}));
}

TEST(PopularityCount, ASavedModelAnswersAsTheOneThatWasSaved) {
    const auto data = smallData();
    const auto model = counted(data, everyUser(data));
    TemporaryFolder folder;
    model->save(folder / "model");
    const auto loaded = PopularityCount().load(folder / "model");
    EXPECT_EQ(loaded->itemIds(), model->itemIds());
    EXPECT_EQ(scoresAfter(*loaded, {}), scoresAfter(*model, {}));

    auto bytes = base::readFile(folder / "model");
    bytes[bytes.size() - 3] = static_cast<char>(bytes[bytes.size() - 3] ^ 4);
    EXPECT_TRUE(says(
        messageOf<base::IoError>([&] { PopularityCount().load(folder.write("damaged", bytes)); }),
        {"damaged"}));
}

TEST(PopularityCount, AStopStopsAndThereIsNoUpdate) {
    const auto data = smallData();
    const TrainingRequest request{data, everyUser(data), {}, 1, 1, {}, {}};
    const base::StopToken stop;
    stop.requestStop();
    EXPECT_THROW(PopularityCount().train(request, base::JobContext(stop, {})), base::Stopped);
    const auto model = counted(data, everyUser(data));
    EXPECT_TRUE(
        says(messageOf<base::ServiceError>([&] { PopularityCount().update(*model, data, {}); }),
             {"aws-popularity-count", "UPDATE", "FULL"}));
}

}  // namespace
}  // namespace foretaste::recipes
