// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/sequence_inputs.h"

#include <gtest/gtest.h>

#include <cmath>

namespace foretaste::recipes {
namespace {

TEST(InputEncoding, GapsAndDistancesGrowByDoubling) {
    EXPECT_EQ(InputEncoding::gapBucket(-5), 1U);
    EXPECT_EQ(InputEncoding::gapBucket(0), 1U);
    EXPECT_EQ(InputEncoding::gapBucket(1), 2U);
    EXPECT_EQ(InputEncoding::gapBucket(2), 3U);
    EXPECT_EQ(InputEncoding::gapBucket(3), 3U);
    EXPECT_EQ(InputEncoding::gapBucket(std::int64_t{1} << 62), InputEncoding::kGaps - 1);
    EXPECT_EQ(InputEncoding::distanceBucket(1), 0U);
    EXPECT_EQ(InputEncoding::distanceBucket(3), 1U);
    EXPECT_EQ(InputEncoding::distanceBucket(InputEncoding::kRemembered),
              InputEncoding::kDistances - 1);
}

TEST(InputEncoding, TimeLiesBetweenKnots) {
    InputEncoding encoding;
    EXPECT_EQ(encoding.timePosition(50).knot, 0U);
    encoding.knots = {100, 200, 400};
    EXPECT_EQ(encoding.timePosition(0).share, 0);
    EXPECT_EQ(encoding.timePosition(300).knot, 1U);
    EXPECT_FLOAT_EQ(encoding.timePosition(300).share, 0.5F);
    EXPECT_EQ(encoding.timePosition(9000).knot, 2U);
}

TEST(InputEncoding, ValuesAreStandardisedAndBounded) {
    InputEncoding encoding;
    encoding.valueMean = 10;
    encoding.valueDeviation = 2;
    EXPECT_EQ(encoding.standardised(13), 1.5F);
    EXPECT_EQ(encoding.standardised(1e9F), 4);
    EXPECT_EQ(encoding.standardised(std::nanf("")), 0);
}

TEST(SequenceSegments, LongHistoriesAreCutAndEachEventIsLearntOnce) {
    std::vector<Segment> segments;
    cutSegments(5, 505, 100, segments);
    std::uint64_t next = 5;
    for (const auto& segment : segments) {
        EXPECT_EQ(segment.learnFrom, next);
        EXPECT_EQ(segment.userBegin, 5U);
        EXPECT_LE(segment.inputs(), 100U);
        EXPECT_TRUE(segment.learnFrom == 5 || segment.first < segment.learnFrom) << "a warm state";
        next = segment.last;
    }
    EXPECT_EQ(next, 505U);
}

/// Two users: x y x z, and y. Times in minutes.
dataset::TrainingData smallData() {
    dataset::TrainingData data;
    data.users = {"a", "b"};
    data.offsets = {0, 4, 5};
    data.item = {0, 1, 0, 2, 1};
    data.timestamp = {0, 60, 120, 180, 30};
    data.eventType.assign(5, -1);
    data.eventValue.assign(5, store::kNoValue);
    data.items.ids = {"x", "y", "z"};
    return data;
}

TEST(Packing, KnowsTheNextEventWithTheSameItemOfTheSameUser) {
    EXPECT_EQ(nextWithSameItem(smallData()), (std::vector<std::uint64_t>{2, 5, 5, 5, 5}));
}

TEST(Packing, AsksWithWhatWasSeenBefore) {
    const auto data = smallData();
    const InputEncoding encoding;
    const std::vector<std::int32_t> numbers{0, 1, 2};
    const auto next = nextWithSameItem(data);
    const auto batch = pack({data, encoding, numbers, {}, next}, {{4, 4, 4, 5}, {0, 0, 0, 4}});
    EXPECT_EQ(batch.sequences, 2U);
    EXPECT_EQ(batch.counts, (std::vector<std::uint32_t>{1, 1, 1}));  // the longer one comes first
    ASSERT_EQ(batch.targets.size(), 5U);
    const std::vector<std::int32_t> asked{0, 1, 1, 0, 2};
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(batch.targets[i].item, asked[i]) << i;
    // Before z: y two events and a minute ago, x one event and no time ago; x once only.
    const auto seen = batch.seenBefore(4);
    ASSERT_EQ(seen.size(), 2U);
    EXPECT_EQ(seen[0].item, 1U);
    EXPECT_EQ(seen[0].distance, InputEncoding::distanceBucket(2));
    EXPECT_EQ(seen[0].age, InputEncoding::gapBucket(60));
    EXPECT_EQ(seen[1].item, 0U);
    EXPECT_EQ(seen[1].distance, 0U);
    EXPECT_EQ(seen[1].age, InputEncoding::gapBucket(0));
    EXPECT_TRUE(batch.seenBefore(0).empty());
}

TEST(Packing, WhatDoesNotCompeteIsNotAmongTheSeenAndTargetsAreSetRight) {
    const auto data = smallData();
    const InputEncoding encoding;
    const std::vector<std::int32_t> numbers{-1, 1, 0};
    const std::vector<float> logChance{-0.5F, -2};
    const auto next = nextWithSameItem(data);
    const auto batch = pack({data, encoding, numbers, logChance, next}, {{0, 2, 3, 4}});
    ASSERT_EQ(batch.targets.size(), 2U);
    EXPECT_EQ(batch.targets[0].item, -1) << "is read, not learnt";
    EXPECT_EQ(batch.targets[1].item, 0);
    EXPECT_EQ(batch.targets[1].change, -0.5F);
    ASSERT_EQ(batch.seenBefore(1).size(), 1U);
    EXPECT_EQ(batch.seenBefore(1)[0].item, 1U);
}

}  // namespace
}  // namespace foretaste::recipes
