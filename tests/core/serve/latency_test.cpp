// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/latency.h"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>

namespace foretaste::serve {
namespace {

TEST(LatencyRecorder, NothingRecordedIsNothing) {
    const auto summary = LatencyRecorder().summary();
    EXPECT_EQ(summary.requests, 0);
    EXPECT_EQ(summary.p50Ms, 0);
    EXPECT_EQ(summary.p99Ms, 0);
    EXPECT_TRUE(summary.recentMs.empty());
}

TEST(LatencyRecorder, PercentilesAreRightWithinTenPercent) {
    LatencyRecorder recorder;
    for (int i = 1; i <= 1000; ++i) recorder.record(i * 0.1);  // 0.1 to 100 ms
    const auto summary = recorder.summary();
    EXPECT_EQ(summary.requests, 1000);
    const auto near = [](double value, double truth) {
        return value >= truth && value <= 1.1 * truth;
    };
    EXPECT_TRUE(near(summary.p50Ms, 50)) << summary.p50Ms;
    EXPECT_TRUE(near(summary.p95Ms, 95)) << summary.p95Ms;
    EXPECT_TRUE(near(summary.p99Ms, 99)) << summary.p99Ms;
    EXPECT_EQ(summary.maxMs, 100);
}

TEST(LatencyRecorder, APercentileIsNeverAboveTheSlowest) {
    LatencyRecorder recorder;
    recorder.record(2.5);
    const auto summary = recorder.summary();
    EXPECT_EQ(summary.p50Ms, 2.5);
    EXPECT_EQ(summary.p99Ms, 2.5);
}

TEST(LatencyRecorder, TakesAnythingAClockCanSay) {
    LatencyRecorder recorder;
    for (const double ms : {0.0, -1.0, 1e-9, 1e12}) recorder.record(ms);
    const auto summary = recorder.summary();
    EXPECT_EQ(summary.requests, 4);
    EXPECT_EQ(summary.maxMs, 1e12);
    EXPECT_LE(summary.p50Ms, 0.0011);
}

TEST(LatencyRecorder, KeepsTheNewestRequests) {
    LatencyRecorder recorder;
    for (int i = 0; i < 5000; ++i) recorder.record(i);
    const auto recent = recorder.summary().recentMs;
    ASSERT_EQ(recent.size(), 2048U);
    for (const auto ms : recent) EXPECT_GE(ms, 5000 - 2048);
}

TEST(LatencyRecorder, CountsAStageForTheRequestsThatHaveIt) {
    LatencyRecorder recorder;
    recorder.record(3, {{1, 0, 2, 0}});
    recorder.record(1, {{0, 0, 1, 0}});
    const auto stages = recorder.summary().stages;
    EXPECT_EQ(stages[static_cast<std::size_t>(Stage::State)].requests, 1);
    EXPECT_EQ(stages[static_cast<std::size_t>(Stage::State)].maxMs, 1);
    EXPECT_EQ(stages[static_cast<std::size_t>(Stage::Filter)].requests, 0);
    EXPECT_EQ(stages[static_cast<std::size_t>(Stage::Scan)].requests, 2);
    EXPECT_EQ(stages[static_cast<std::size_t>(Stage::Scan)].maxMs, 2);
}

TEST(StageTimer, AddsToItsStage) {
    StageTimes times;
    { const StageTimer timer(&times, Stage::Scan); }
    const auto once = times.ms[static_cast<std::size_t>(Stage::Scan)];
    { const StageTimer timer(&times, Stage::Scan); }
    EXPECT_GT(once, 0);
    EXPECT_GT(times.ms[static_cast<std::size_t>(Stage::Scan)], once);
    EXPECT_EQ(times.ms[static_cast<std::size_t>(Stage::Explore)], 0);
    { const StageTimer timer(nullptr, Stage::Scan); }
}

TEST(LatencyRecorder, ManyThreadsMayRecord) {
    LatencyRecorder recorder;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 1000; ++i) recorder.record(1 + i % 10);
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(recorder.summary().requests, 4000);
    EXPECT_EQ(recorder.summary().maxMs, 10);
}

}  // namespace
}  // namespace foretaste::serve
