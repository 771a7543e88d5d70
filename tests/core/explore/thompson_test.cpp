// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/thompson.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace foretaste::explore {
namespace {

const std::vector<float> kQuery{3, -4}, kPrior{0.25F, 1, 2};  // variance 9/4 + 16 + 2
const double kPriorDeviation = std::sqrt(20.25);

TEST(Thompson, DeviationIsThatOfQueryTimesVectorPlusBias) {
    EXPECT_NEAR(ThompsonSampler(kQuery, kPrior).deviation(0), kPriorDeviation, 1e-9);
    const std::vector<float> none{0, 0};
    EXPECT_NEAR(ThompsonSampler(none, kPrior).deviation(0), std::sqrt(2), 1e-9);
}

TEST(Thompson, ObservationsNarrowIt) {
    const ThompsonSampler sampler(kQuery, kPrior);
    EXPECT_NEAR(sampler.deviation(3), kPriorDeviation / 2, 1e-9);
    EXPECT_LT(sampler.deviation(100000), 0.02);
}

TEST(Thompson, WeightZeroIsTheScoreExactly) {
    const ThompsonSampler sampler(kQuery, kPrior);
    base::Random random(1);
    for (const double score : {-1.7, 0.0, 3.3}) EXPECT_EQ(sampler.draw(score, 0, 0, random), score);
}

TEST(Thompson, DrawsSpreadWithTheWeightAroundTheScore) {
    const ThompsonSampler sampler(kQuery, kPrior);
    for (const double weight : {0.1, 0.5, 1.0}) {
        base::Random random(5);
        double sum = 0, squares = 0;
        constexpr int kDraws = 20000;
        for (int i = 0; i < kDraws; ++i) {
            const double draw = sampler.draw(2, 8, weight, random) - 2;
            sum += draw;
            squares += draw * draw;
        }
        const double expected = weight * kPriorDeviation / 3;
        EXPECT_NEAR(sum / kDraws, 0, 0.03 * expected);
        EXPECT_NEAR(std::sqrt(squares / kDraws), expected, 0.02 * expected);
    }
}

TEST(Thompson, EqualSeedsGiveEqualDraws) {
    const ThompsonSampler sampler(kQuery, kPrior);
    base::Random first(9, 2), second(9, 2), other(9, 3);
    const double draw = sampler.draw(0, 1, 1, first);
    EXPECT_EQ(draw, sampler.draw(0, 1, 1, second));
    EXPECT_NE(draw, sampler.draw(0, 1, 1, other));
}

TEST(Age, CountsBackFromTheClockAndIsNeverNegative) {
    constexpr std::int64_t kClock = 1'600'000'000, kDay = 86400;
    EXPECT_EQ(ageInDays(kClock - 3 * kDay, kClock), 3);
    EXPECT_EQ(ageInDays(kClock + kDay, kClock), 0);
    EXPECT_TRUE(isEligible(kClock - 30 * kDay + 1, kClock, 30));
    EXPECT_FALSE(isEligible(kClock - 30 * kDay, kClock, 30));
    EXPECT_TRUE(isEligible(kClock + kDay, kClock, 0.001));
}

}  // namespace
}  // namespace foretaste::explore
