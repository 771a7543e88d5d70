// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/recipes/sequence_trainer.h"
#include "tests/core/recipes/planted_world.h"

namespace foretaste::recipes {
namespace {

TEST(TrainingSpeed, CountsWhatItsStepsMultiply) {
    const PlantedWorld world;
    const auto data = world.data();
    const TrainingRequest request{data, everyUser(data), {}, 1, 2, {}, {}};
    auto plan = planFor("aws-user-personalization", data, request.users, {});
    plan.encoder = nn::EncoderKind::Gru;
    plan.batch = 1;  // a step has one user
    const auto speed = SequenceTrainer(request, plan, {}).measure(0);
    EXPECT_EQ(speed.steps, 1);
    ASSERT_GT(speed.events, 0);
    const auto events = static_cast<double>(speed.events), width = static_cast<double>(plan.width);
    const double gates = (events - 1) * 6 * width * width;
    const double scores = events * width * (width + world.items());
    EXPECT_EQ(speed.costs.multiplications, 3 * (gates + scores));
    EXPECT_GT(speed.costs.softmax, 0);
    EXPECT_LE(speed.costs.forward + speed.costs.softmax + speed.costs.backward, speed.seconds);
    EXPECT_EQ(speed.chosen.at("encoder"), "gru");
}

}  // namespace
}  // namespace foretaste::recipes
