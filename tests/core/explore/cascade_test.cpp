// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/cascade.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/random.h"

namespace foretaste::explore {
namespace {

std::vector<PlaceScore> certain(const std::vector<double>& scores) {
    std::vector<PlaceScore> list;
    for (const auto score : scores) list.push_back({score, 0});
    return list;
}

TEST(Cascade, PlacesAboveTheClickArePassedOver) {
    Cascade cascade;
    const std::vector<double> scores{std::log(1.0), std::log(2.0), std::log(3.0), std::log(4.0)};
    const auto evidence = cascade.read(certain(scores), 0, 2);
    ASSERT_EQ(evidence.size(), 3U);
    // Less by 1 + curvature: the place is as uncertain as 1 before any click.
    EXPECT_NEAR(evidence[0].slope, -0.1 / (1 + 0.1 * 0.9), 1e-9);
    EXPECT_NEAR(evidence[1].slope, -2.0 / 9 / (1 + 14.0 / 81), 1e-9);
    EXPECT_NEAR(evidence[2].slope, 4.0 / 7 / (1 + 12.0 / 49), 1e-9);
    EXPECT_NEAR(evidence[1].curvature, 14.0 / 81 / (1 + 14.0 / 81), 1e-9);
}

TEST(Cascade, GoesOnBehindAClickToldBefore) {
    Cascade cascade;
    const auto evidence = cascade.read(certain({0, 0, 0, 0}), 2, 2);
    ASSERT_EQ(evidence.size(), 1U);
    EXPECT_NEAR(evidence[0].slope, 0.5 / 1.25, 1e-9);
}

TEST(Cascade, TheLastPlaceSaysNothingOfItsItem) {
    Cascade cascade;
    const auto evidence = cascade.read(certain({5, 0}), 0, 1);
    EXPECT_LT(evidence[0].slope, -0.9);
    EXPECT_EQ(evidence[1].slope, 0);
    EXPECT_EQ(evidence[1].curvature, 0);
}

TEST(Cascade, WhatIsUncertainTakesTheBlame) {
    Cascade sure, unsure;
    const std::vector<PlaceScore> certainList{{0, 0}, {0, 0}, {0, 0}},
        uncertainList{{0, 5}, {0, 5}, {0, 5}};
    sure.read(certainList, 0, 1);
    unsure.read(uncertainList, 0, 1);
    EXPECT_LT(sure.attention(0), 0) << "passed over, and the item is known";
    EXPECT_GT(unsure.attention(0), sure.attention(0) / 1.5);
}

/// Users look at lower places less; the cascade finds how much less from clicks alone, and then
/// gives no item the blame for its place.
TEST(Cascade, LearnsHowMuchPlacesAreLookedAt) {
    Cascade cascade;
    base::Random random(4);
    constexpr int kPlaces = 5, kLists = 60000;
    const double looked[kPlaces] = {1, 0.7, 0.5, 0.35, 0.25};
    double slope[kPlaces] = {};
    for (int list = 0; list < kLists; ++list) {
        std::vector<double> scores(kPlaces);
        for (auto& score : scores) score = random.normal();
        int clicked = -1;
        for (int place = 0; place < kPlaces && clicked < 0; ++place)
            if (random.uniform() < looked[place] * 0.02 * std::exp(scores[place])) clicked = place;
        if (clicked < 0) continue;
        const auto evidence = cascade.read(certain(scores), 0, static_cast<std::size_t>(clicked));
        if (list < kLists / 2) continue;
        for (std::size_t place = 0; place < evidence.size(); ++place)
            slope[place] += evidence[place].slope;
    }
    for (int place = 0; place < kPlaces - 1; ++place) {
        EXPECT_NEAR(cascade.attention(static_cast<std::size_t>(place)) - cascade.attention(4),
                    std::log(looked[place] / looked[4]), 0.25)
            << place;
        EXPECT_NEAR(slope[place] / kLists, 0, 0.005);
    }
}

}  // namespace
}  // namespace foretaste::explore
