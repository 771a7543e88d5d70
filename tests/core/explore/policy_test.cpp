// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace foretaste::explore {
namespace {

const std::vector<float> kQuery{3, -4}, kPrior{0.25F, 1, 2};  // variance 9/4 + 16 + 2
const double kPriorDeviation = std::sqrt(20.25);
const std::vector<float> kVector{0.3F, 0.1F}, kOthers{3, 2, 1, 0, -1};

constexpr PolicyKind kAll[] = {PolicyKind::Greedy, PolicyKind::EpsilonGreedy, PolicyKind::LinUcb,
                               PolicyKind::Ren, PolicyKind::Thompson};

std::vector<Candidate> candidates(int count, bool young = true) {
    std::vector<Candidate> all;
    for (int i = 0; i < count; ++i) {
        Candidate each;
        each.item = i;
        each.vector = kVector.data();
        each.young = young;
        each.score = -0.5F * static_cast<float>(i);
        all.push_back(each);
    }
    return all;
}

std::vector<Candidate> explored(const ExplorationPolicy& policy, double weight,
                                std::uint64_t request = 0, int count = 4, bool young = true,
                                std::size_t places = kOthers.size()) {
    auto all = candidates(count, young);
    policy.explore({kQuery, "u", places, weight, kOthers}, all, base::Random(5, request));
    return all;
}

/// A list of the first four items; the user reads on to the click.
void click(ExplorationPolicy& policy, std::size_t place, int times = 1) {
    std::vector<ShownItem> list;
    for (const auto& each : candidates(4))
        list.push_back({each.item, each.vector, each.evidence, true, each.score});
    for (int i = 0; i < times; ++i) policy.learn({kQuery, "u", list, 0, place});
}

TEST(Policy, WeightZeroIsTheMeanExactly) {
    for (const auto kind : kAll) {
        const auto policy = makePolicy(kind, kPrior, 0.7);
        const auto greedy = makePolicy(PolicyKind::Greedy, kPrior, 0);
        for (int round = 0; round < 2; ++round) {
            const auto list = explored(*policy, 0), expected = explored(*greedy, 1);
            for (std::size_t i = 0; i < list.size(); ++i) {
                EXPECT_EQ(list[i].value, list[i].mean) << policyName(kind);
                if (kind == PolicyKind::LinUcb) continue;  // it remembers more of what it has seen
                EXPECT_EQ(list[i].mean, expected[i].value) << policyName(kind);
            }
            click(*policy, 2);
            click(*greedy, 2);
        }
    }
}

TEST(Policy, OldItemsAreNotExplored) {
    for (const auto kind : kAll)
        for (const auto& each : explored(*makePolicy(kind, kPrior, 1), 1, 0, 4, false))
            EXPECT_EQ(each.value, each.score) << policyName(kind);
}

TEST(Policy, ClicksRaiseTheMeanAndPassingOverLowersIt) {
    for (const auto kind : kAll) {
        const auto policy = makePolicy(kind, kPrior, 1);
        click(*policy, 2);
        const auto list = explored(*policy, 0);
        EXPECT_LT(list[0].mean, list[0].score) << policyName(kind);
        EXPECT_LT(list[1].mean, list[1].score) << policyName(kind);
        EXPECT_GT(list[2].mean, list[2].score) << policyName(kind);
        EXPECT_EQ(list[3].mean, list[3].score) << policyName(kind) << ": nobody came so far";
        EXPECT_EQ(policy->known(), (std::vector<std::int32_t>{0, 1, 2}));
    }
}

TEST(Policy, WithoutAPriorNothingMoves) {
    const auto policy = makePolicy({});
    click(*policy, 1);
    for (const auto& each : explored(*policy, 1)) EXPECT_EQ(each.value, each.score);
    EXPECT_TRUE(policy->known().empty());
}

/// Mean and deviation of the values of item `item` over many requests.
std::pair<double, double> spread(const ExplorationPolicy& policy, double weight, std::size_t item) {
    constexpr std::uint64_t kRequests = 20000;
    double sum = 0, squares = 0;
    for (std::uint64_t request = 0; request < kRequests; ++request) {
        const auto value =
            static_cast<double>(explored(policy, weight, request, 4, true, 50)[item].value);
        sum += value;
        squares += value * value;
    }
    const double mean = sum / static_cast<double>(kRequests);
    return {mean, std::sqrt(squares / static_cast<double>(kRequests) - mean * mean)};
}

TEST(Thompson, DrawsSpreadWithTheWeightAroundTheMean) {
    const auto policy = makePolicy(PolicyKind::Thompson, kPrior, 1);
    for (const double weight : {0.1, 0.5, 1.0}) {
        const auto [mean, deviation] = spread(*policy, weight, 1);
        EXPECT_NEAR(mean, -0.5, 0.03 * weight * kPriorDeviation);
        EXPECT_NEAR(deviation, weight * kPriorDeviation, 0.02 * weight * kPriorDeviation);
    }
    click(*policy, 1, 30);
    EXPECT_LT(spread(*policy, 1, 1).second, kPriorDeviation / 2) << "observations narrow it";
}

TEST(Thompson, ImpressionsNarrowTheDrawsWhereTheBeliefHardlyDoes) {
    const auto policy = makePolicy(PolicyKind::Thompson, kPrior, 1);
    click(*policy, 0, 60);  // nobody came to item 3
    EXPECT_NEAR(spread(*policy, 1, 3).second, kPriorDeviation / 2, 0.02 * kPriorDeviation);
}

TEST(Thompson, AtMostHalfTheSquareOfTheWeightOfAListIsTried) {
    const auto policy = makePolicy(PolicyKind::Thompson, kPrior, 100);
    const auto tried = [&](double weight) {
        std::size_t most = 0;
        for (std::uint64_t request = 0; request < 200; ++request) {
            const auto list = explored(*policy, weight, request, 20);
            most = std::max(most, static_cast<std::size_t>(
                                      std::count_if(list.begin(), list.end(), [](const auto& each) {
                                          return each.mean < 0 && each.value > 0;
                                      })));
        }
        return most;
    };
    // The last place of the greedy list has the score 0.
    EXPECT_EQ(tried(0.3), 1U);
    EXPECT_EQ(tried(1), 3U);
}

TEST(Thompson, ItemsAreDrawnApartAndAlikeWhateverElseThereIs) {
    const auto policy = makePolicy(kPrior);
    const auto four = explored(*policy, 1, 8, 4), nine = explored(*policy, 1, 8, 9);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(four[i].value, nine[i].value);
    EXPECT_NE(four[0].value - four[0].mean, four[1].value - four[1].mean);
    EXPECT_NE(four[0].value, explored(*policy, 1, 9, 4)[0].value) << "another request";
}

TEST(EpsilonGreedy, GivesPlacesByChance) {
    const auto policy = makePolicy(PolicyKind::EpsilonGreedy, kPrior, 0.2);
    int moved = 0;
    constexpr int kRequests = 5000;
    for (std::uint64_t request = 0; request < kRequests; ++request)
        for (const auto& each : explored(*policy, 1, request)) moved += each.value != each.mean;
    EXPECT_NEAR(moved, kRequests * 0.2 * 5, kRequests * 0.05);
}

TEST(LinUcb, BoundsTheScoreFromAbove) {
    const auto policy = makePolicy(PolicyKind::LinUcb, kPrior, 2);
    EXPECT_NEAR(explored(*policy, 0.5)[1].value, -0.5 + kPriorDeviation, 1e-5);
    click(*policy, 1, 10);
    const auto after = explored(*policy, 0.5);
    EXPECT_LT(after[1].value - after[1].mean, kPriorDeviation / 2);
}

TEST(Ren, AddsWhatTheFormulaSays) {
    const auto policy = makePolicy(PolicyKind::Ren, kPrior, 0.1);
    const double length = 0.3 * 0.3 + 0.1 * 0.1;  // of the vector, squared
    const auto bonus = [&](double weight) {
        const auto list = explored(*policy, weight);
        return static_cast<double>(list[3].value - list[3].mean);
    };
    EXPECT_NEAR(bonus(1), 0.1 * std::sqrt(length) + 0.1 * std::sqrt(10), 1e-5);
    EXPECT_NEAR(bonus(0.5), bonus(1) / 2, 1e-5);
    // Shown four times in one list: (I + 4 v v')^-1 leaves length / (1 + 4 length).
    click(*policy, 0);
    EXPECT_NEAR(bonus(1), 0.1 * std::sqrt(length / (1 + 4 * length)) + 0.1 * std::sqrt(10), 1e-5);
    click(*policy, 0, 8);
    EXPECT_NEAR(bonus(1), 0.1 * std::sqrt(length / (1 + 36 * length)) + 0.1 * std::sqrt(10) / 3,
                1e-5);
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
