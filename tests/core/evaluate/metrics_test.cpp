// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/metrics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace foretaste::evaluate {
namespace {

constexpr const char* kNdcg5 = "normalized_discounted_cumulative_gain_at_5";
constexpr const char* kRank25 = "mean_reciprocal_rank_at_25";

std::vector<std::int32_t> ranked(std::size_t count) {
    std::vector<std::int32_t> list(count);
    std::iota(list.begin(), list.end(), 1);  // item n stands at position n
    return list;
}

Metrics ofOne(const std::vector<std::int32_t>& list, const std::vector<std::int32_t>& relevant) {
    MetricsCollector collector(100);
    collector.add(list, relevant);
    return collector.result();
}

// The worked examples of service.md 4.2.
TEST(Metrics, RelevantAtTwoAndFive) {
    const auto metrics = ofOne(ranked(5), {2, 5});
    EXPECT_NEAR(metrics.at(kRank25).value, 0.5000, 5e-5);
    EXPECT_NEAR(metrics.at(kNdcg5).value, 0.6241, 5e-5);
    EXPECT_NEAR(metrics.at("precision_at_5").value, 0.4000, 5e-5);
}

TEST(Metrics, MeanReciprocalRankOfThreeRequests) {
    MetricsCollector collector(100);
    collector.add(ranked(25), std::vector<std::int32_t>{4, 10});
    collector.add(ranked(25), std::vector<std::int32_t>{2, 4, 12});
    collector.add(ranked(25), std::vector<std::int32_t>{6});
    EXPECT_NEAR(collector.result().at(kRank25).value, 0.3056, 5e-5);
}

TEST(Metrics, ThreeOfTenIsPrecisionPointThree) {
    EXPECT_DOUBLE_EQ(ofOne(ranked(25), {1, 7, 10, 20}).at("precision_at_10").value, 0.3);
}

TEST(Metrics, EightUnderTheNamesOfTheApi) {
    std::vector<std::string> names;
    for (const auto& [name, estimate] : ofOne(ranked(25), {1})) names.push_back(name);
    EXPECT_EQ(names,
              (std::vector<std::string>{"coverage", "mean_reciprocal_rank_at_25",
                                        "normalized_discounted_cumulative_gain_at_10",
                                        "normalized_discounted_cumulative_gain_at_25",
                                        "normalized_discounted_cumulative_gain_at_5",
                                        "precision_at_10", "precision_at_25", "precision_at_5"}));
}

TEST(Metrics, PerfectListIsOneWhateverTheNumberOfRelevantItems) {
    for (const std::vector<std::int32_t>& relevant :
         {std::vector<std::int32_t>{1}, {1, 2, 3}, {1, 2, 3, 4, 5, 6, 7, 8}})
        EXPECT_DOUBLE_EQ(ofOne(ranked(25), relevant).at(kNdcg5).value, 1);
}

TEST(Metrics, HitsBelowPlace25DoNotCount) {
    const auto metrics = ofOne(ranked(40), {26});
    EXPECT_EQ(metrics.at(kRank25).value, 0);
    EXPECT_EQ(metrics.at("precision_at_25").value, 0);
    EXPECT_DOUBLE_EQ(metrics.at("coverage").value, 0.25);
}

TEST(Metrics, CoverageCountsDistinctItemsOverAllUsers) {
    MetricsCollector collector(10);
    collector.add(std::vector<std::int32_t>{0, 1}, std::vector<std::int32_t>{0});
    collector.add(std::vector<std::int32_t>{1, 2}, std::vector<std::int32_t>{0});
    EXPECT_DOUBLE_EQ(collector.result().at("coverage").value, 0.3);
}

TEST(Metrics, IntervalIsThatOfTheMean) {
    MetricsCollector collector(10);
    collector.add(std::vector<std::int32_t>{1}, std::vector<std::int32_t>{1});
    collector.add(std::vector<std::int32_t>{1}, std::vector<std::int32_t>{2});
    // Values 1 and 0: mean 1/2, standard deviation sqrt(1/2), of the mean 1/2.
    const auto estimate = collector.result().at(kRank25);
    EXPECT_DOUBLE_EQ(estimate.value, 0.5);
    EXPECT_NEAR(estimate.halfWidth, 1.959964 * 0.5, 1e-6);
    EXPECT_EQ(ofOne(ranked(5), {1}).at(kRank25).halfWidth, 0);
}

TEST(Metrics, NobodyMeasuredIsNoMetrics) {
    EXPECT_TRUE(MetricsCollector(10).result().empty());
}

TEST(Metrics, ProtocolIsOneLine) {
    const Protocol protocol{"split", "ties", "seen", 7, 9, 42};
    EXPECT_EQ(protocol.text(), "split; ties; seen; 7 users, 9 items ranked, seed 42");
}

}  // namespace
}  // namespace foretaste::evaluate
