// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>

#include "core/base/error.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/recipes/planted_world.h"

namespace foretaste::recipes {
namespace {

using tests::messageOf;
using tests::says;

std::string refusal(const std::map<std::string, std::string>& values,
                    ParameterGroup group = ParameterGroup::Algorithm) {
    const auto& facts = findRecipe("aws-user-personalization")->facts();
    return messageOf<base::ServiceError>([&] { checkParameters(facts, values, group); });
}

TEST(Parameters, ValuesInsideTheTablePass) {
    EXPECT_EQ(refusal({{"hidden_dimension", "32"}, {"bptt", "2"}, {"recency_mask", "TRUE"}}), "");
    EXPECT_EQ(refusal({{"hidden_dimension", "256"}}), "");
    EXPECT_EQ(refusal({{"explorationWeight", "0.25"}}, ParameterGroup::Campaign), "");
}

TEST(Parameters, ARefusalNamesParameterValueAndWhatIsAllowed) {
    EXPECT_TRUE(says(refusal({{"hidden_dimension", "257"}}),
                     {"aws-user-personalization", "hidden_dimension", "257", "32", "256"}));
    EXPECT_TRUE(says(refusal({{"hidden_dimension", "64.5"}}), {"hidden_dimension", "integer"}));
    EXPECT_TRUE(says(refusal({{"recency_mask", "yes"}}), {"recency_mask", "true or false"}));
    EXPECT_TRUE(says(refusal({{"explorationWeight", "-0.1"}}, ParameterGroup::Campaign),
                     {"explorationWeight", "-0.1", "between 0 and 1"}));
}

TEST(Parameters, WhatIsNoNumberIsRefused) {
    for (const char* value : {"nan", "NaN", "inf", "-inf", "", " ", "0.3x", "1e999"})
        EXPECT_NE(refusal({{"explorationWeight", value}}, ParameterGroup::Campaign), "") << value;
}

TEST(Parameters, AnUnknownNameIsRefusedWithThoseThatThereAre) {
    EXPECT_TRUE(says(refusal({{"hidden_dim", "64"}}), {"hidden_dim'", "hidden_dimension", "bptt"}));
    // Of another group is as good as unknown.
    EXPECT_NE(refusal({{"explorationWeight", "0.3"}}), "");
}

TEST(Parameters, EveryRecipesDefaultsLieInItsOwnTable) {
    std::set<std::string> names;
    for (const auto* recipe : allRecipes()) {
        EXPECT_TRUE(names.insert(recipe->facts().name).second) << recipe->facts().name;
        for (const auto& parameter : recipe->facts().parameters) {
            EXPECT_NO_THROW(checkParameters(
                recipe->facts(), {{parameter.name, parameter.defaultValue}}, parameter.group))
                << recipe->facts().name;
            EXPECT_FALSE(parameter.help.empty()) << parameter.name;
        }
    }
}

TEST(Parameters, ARecipeThatIsNotBuiltSaysSo) {
    const auto data = PlantedWorld{.steps = 2}.data();
    const TrainingRequest request{data, everyUser(data), {}, 1, 1, {}, {}};
    for (const auto* recipe : allRecipes()) {
        if (recipe->facts().available) continue;
        EXPECT_TRUE(says(messageOf<base::ServiceError>([&] { recipe->train(request, {}); }),
                         {recipe->facts().name, "aws-user-personalization"}));
    }
}

TEST(Parameters, TheNamedWidthIsTheModels) {
    const auto data = PlantedWorld{.steps = 4}.data();
    EXPECT_EQ(trained(data, 1, 1, {{"hidden_dimension", "40"}})->items().dim, 40U);
}

}  // namespace
}  // namespace foretaste::recipes
