// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"
#include "core/recipes/evaluation.h"
#include "core/recipes/sequence_trainer.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/recipes/planted_world.h"

namespace foretaste::recipes {
namespace {

/// Both encoders have to get along with every kind of data.
class DegenerateData : public ::testing::TestWithParam<const char*> {
protected:
    std::unique_ptr<Model> trained(const dataset::TrainingData& data, int threads = 1) const {
        return recipes::trained(data, 1, threads, {}, GetParam());
    }
};

INSTANTIATE_TEST_SUITE_P(Recipes, DegenerateData,
                         ::testing::Values("aws-user-personalization",
                                           "aws-user-personalization-v2"),
                         [](const auto& tested) {
                             return std::string(tested.param).ends_with("v2") ? "Transformer"
                                                                              : "Recurrent";
                         });

void expectSound(const Model& model) {
    for (const auto& id : model.itemIds())
        for (const auto score : scoresAfter(model, {id, id})) EXPECT_TRUE(std::isfinite(score));
    for (const auto variance : model.priorVariance()) {
        EXPECT_TRUE(std::isfinite(variance));
        EXPECT_GE(variance, 0);
    }
}

store::InteractionTable table(int users, int items, int events) {
    store::InteractionTable made;
    for (int user = 0; user < users; ++user) made.users.push_back(base::concat("u", user));
    for (int item = 0; item < items; ++item) made.items.push_back(base::concat("i", item));
    for (int event = 0; event < events; ++event) {
        made.user.push_back(event % users);
        made.item.push_back(event / users % items);
        made.timestamp.push_back(1'600'000'000 + event * 60);
    }
    return made;
}

dataset::TrainingData withoutRecords(const store::InteractionTable& made) {
    return dataset::buildTrainingData(made, nullptr, nullptr, {});
}

TEST_P(DegenerateData, ASingleUser) {
    expectSound(*trained(withoutRecords(table(1, 5, 12))));
}

TEST_P(DegenerateData, ASingleItem) {
    const auto data = withoutRecords(table(6, 1, 30));
    const auto model = trained(data);
    expectSound(*model);
    const auto holdOut = dataset::splitUsers(data, 1);
    base::Team team(2);
    const auto evaluation = evaluateHoldOut(*model, data, holdOut, team, {});
    EXPECT_EQ(evaluation.metrics.at("normalized_discounted_cumulative_gain_at_10").value, 1);
}

TEST_P(DegenerateData, ASingleEvent) {
    expectSound(*trained(withoutRecords(table(1, 1, 1))));
}

TEST_P(DegenerateData, MoreThreadsThanUsers) {
    expectSound(*trained(withoutRecords(table(2, 3, 6)), 5));
}

TEST_P(DegenerateData, AllTimestampsEqual) {
    auto made = PlantedWorld{}.interactions();
    std::fill(made.timestamp.begin(), made.timestamp.end(), 1'600'000'000);
    const PlantedWorld world;
    const auto model = trained(withoutRecords(made));
    expectSound(*model);
    // Order is then that of the file, and still to be learnt.
    EXPECT_EQ(bestOf(*model, scoresAfter(*model, {world.itemId(1, 0), world.itemId(1, 1),
                                                  world.itemId(1, 2)})),
              world.itemId(1, 3));
}

TEST_P(DegenerateData, TimestampsAtTheEndsOfTheirRange) {
    auto made = table(4, 3, 24);
    made.timestamp.front() = 0;
    made.timestamp.back() = 4'102'444'800;  // the year 2100
    expectSound(*trained(withoutRecords(made)));
}

TEST_P(DegenerateData, NoItemsMetadata) {
    const PlantedWorld world{.metadata = false};
    const auto model = trained(world.data());
    expectSound(*model);
    EXPECT_EQ(bestOf(*model, scoresAfter(*model, {world.itemId(2, 0), world.itemId(2, 1)})),
              world.itemId(2, 2));
}

TEST_P(DegenerateData, AMetadataColumnOfNullsAlone) {
    const PlantedWorld world{.steps = 6};
    auto records = world.records();
    store::RecordColumn number, text = records.columns.front();
    number.field.name = "YEAR";
    number.field.type = schema::FieldType::Int;
    number.number.assign(records.rows(), std::nan(""));
    text.field.name = "STUDIO";
    text.text.assign(records.rows(), "");
    records.columns = {number, text};
    expectSound(*trained(dataset::buildTrainingData(world.interactions(), &records, nullptr, {})));
}

TEST_P(DegenerateData, NumbersThatAreNotFiniteCountAsNull) {
    const PlantedWorld world{.steps = 6};
    auto made = world.interactions();
    made.eventValue.assign(made.rows(), store::kNoValue);
    made.eventValue[3] = std::numeric_limits<float>::infinity();
    made.eventValue[4] = 2;
    auto records = world.records();
    store::RecordColumn price;
    price.field.name = "PRICE";
    price.field.type = schema::FieldType::Double;
    price.number.assign(records.rows(), 1e300);
    price.number[0] = std::numeric_limits<double>::infinity();
    price.number[1] = std::nan("");
    price.number[2] = -1e300;
    records.columns.push_back(price);
    expectSound(*trained(dataset::buildTrainingData(made, &records, nullptr, {})));
}

TEST_P(DegenerateData, TenThousandEventTypes) {
    constexpr int kTypes = 10'000;
    auto made = table(20, 5, kTypes);
    for (int type = 0; type < kTypes; ++type) {
        made.eventTypes.push_back(base::concat("type", type));
        made.eventType.push_back(static_cast<std::int16_t>(type));
    }
    expectSound(*trained(withoutRecords(made)));
}

TEST_P(DegenerateData, AUserWithALongHistory) {
    auto made = table(3, 7, 30);
    for (int event = 0; event < 3000; ++event) {
        made.user.push_back(1);
        made.item.push_back(event % 7);
        made.timestamp.push_back(1'600'100'000 + event * PlantedWorld::kHour);
    }
    const auto model = trained(withoutRecords(made));
    expectSound(*model);
    std::vector<std::string> history;
    for (int event = 0; event < 500; ++event) history.push_back(base::concat("i", event % 7));
    EXPECT_EQ(bestOf(*model, scoresAfter(*model, history)), base::concat("i", 500 % 7));
}

TEST_P(DegenerateData, AUserWithAHundredThousandEvents) {
    auto made = table(3, 7, 30);
    for (int event = 0; event < 100'000; ++event) {
        made.user.push_back(1);
        made.item.push_back(event % 7);
        made.timestamp.push_back(1'600'100'000 + event * PlantedWorld::kHour);
    }
    const auto data = withoutRecords(made);
    const TrainingRequest request{data, everyUser(data), {}, 1, 2, {}, {}};
    auto plan = planFor(GetParam(), data, request.users, {{"hidden_dimension", "32"}});
    plan.epochs = 1;  // enough to go through all of it
    expectSound(*SequenceTrainer(request, plan, {}).run().model);
}

TEST_P(DegenerateData, NobodyToTrainOnIsRefused) {
    const auto data = withoutRecords(table(2, 3, 6));
    const TrainingRequest request{data, {}, {}, 1, 1, {}, {}};
    EXPECT_TRUE(tests::says(
        tests::messageOf<base::ServiceError>([&] { findRecipe(GetParam())->train(request, {}); }),
        {"no user", "Import"}));
}

}  // namespace
}  // namespace foretaste::recipes
