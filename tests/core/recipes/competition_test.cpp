// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/competition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace foretaste::recipes {
namespace {

/// Item i occurs about 2000 / (i + 1) times.
std::vector<std::int64_t> longTail(std::size_t items) {
    std::vector<std::int64_t> evidence;
    for (std::size_t i = 0; i < items; ++i)
        evidence.push_back(1 + static_cast<std::int64_t>(2000 / (i + 1)));
    return evidence;
}

TEST(Competition, EveryItemNeedsNoCorrection) {
    const auto all = everyItem(3);
    EXPECT_EQ(all.items, (std::vector<std::int32_t>{0, 1, 2}));
    EXPECT_TRUE(all.logChance.empty());
}

TEST(Competition, HoldsTheStepsItemsAndAboutAsManyOthersAsAsked) {
    const CompetitionSampler sampler(longTail(5000), 500, 100);
    const std::vector<std::int32_t> present{4999, 17, 4999, 2500};
    const auto drawn = sampler.draw(present, base::Random(1));
    EXPECT_TRUE(std::is_sorted(drawn.items.begin(), drawn.items.end()));
    EXPECT_EQ(std::adjacent_find(drawn.items.begin(), drawn.items.end()), drawn.items.end());
    for (const auto item : present)
        EXPECT_TRUE(std::binary_search(drawn.items.begin(), drawn.items.end(), item)) << item;
    EXPECT_NEAR(static_cast<double>(drawn.items.size()), 500, 75);
    ASSERT_EQ(drawn.logChance.size(), drawn.items.size());
    for (const auto chance : drawn.logChance) EXPECT_LE(chance, 0);
    EXPECT_EQ(sampler.draw(present, base::Random(1)).items, drawn.items);
    EXPECT_NE(sampler.draw(present, base::Random(2)).items, drawn.items);
}

TEST(Competition, TheCorrectedSumEstimatesTheFullOne) {
    constexpr std::size_t kItems = 2000, kBatch = 60;
    const auto evidence = longTail(kItems);
    const CompetitionSampler sampler(evidence, 200, kBatch);
    std::vector<std::int32_t> events;
    for (std::size_t item = 0; item < kItems; ++item)
        events.insert(events.end(), static_cast<std::size_t>(evidence[item]),
                      static_cast<std::int32_t>(item));
    std::vector<double> weight;  // e^logit, unlike popularity
    base::Random random(3);
    double full = 0;
    for (std::size_t item = 0; item < kItems; ++item) {
        weight.push_back(std::exp(random.normal()));
        full += weight.back();
    }
    double corrected = 0, plain = 0;
    constexpr int kSteps = 2000;
    for (int step = 0; step < kSteps; ++step) {
        std::vector<std::int32_t> present;
        for (std::size_t i = 0; i < kBatch; ++i)
            present.push_back(events[random.below(static_cast<std::uint32_t>(events.size()))]);
        const auto drawn = sampler.draw(present, base::Random(4, static_cast<std::uint64_t>(step)));
        for (std::size_t i = 0; i < drawn.items.size(); ++i) {
            const double each = weight[static_cast<std::size_t>(drawn.items[i])] / kSteps;
            plain += each;
            corrected += each * std::exp(-static_cast<double>(drawn.logChance[i]));
        }
    }
    EXPECT_NEAR(corrected / full, 1, 0.02);
    EXPECT_LT(plain / full, 0.3);
}

TEST(Competition, WhatIsSampledForCertainIsNotCorrected) {
    const CompetitionSampler sampler({5, 5, 5}, 100, 10);
    const auto drawn = sampler.draw({}, base::Random(1));
    EXPECT_EQ(drawn.items.size(), 3U);
    for (const auto chance : drawn.logChance) EXPECT_EQ(chance, 0);
}

}  // namespace
}  // namespace foretaste::recipes
