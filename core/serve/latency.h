// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "core/base/clock.h"

namespace foretaste::serve {

/// What of a request is timed apart: to get the user's state and query, to find what filters let
/// pass, to find the best items, to explore the young ones.
enum class Stage : std::uint8_t { State, Filter, Scan, Explore };
inline constexpr std::array<const char*, 4> kStageNames{"state", "filter", "scan", "explore"};

/// How long one request spent in each stage, in milliseconds; 0: it had no such stage.
struct StageTimes {
    std::array<double, kStageNames.size()> ms{};
};

/// Counts the time of its life to a stage; to none where there are no times.
class StageTimer {
public:
    StageTimer(StageTimes* times, Stage stage) : times_(times), stage_(stage) {}
    ~StageTimer() {
        if (times_) times_->ms[static_cast<std::size_t>(stage_)] += watch_.milliseconds();
    }
    StageTimer(const StageTimer&) = delete;
    StageTimer& operator=(const StageTimer&) = delete;

private:
    StageTimes* times_;
    Stage stage_;
    base::Stopwatch watch_;
};

struct LatencySummary {
    std::int64_t requests = 0;
    double p50Ms = 0, p95Ms = 0, p99Ms = 0, maxMs = 0;
};

/// Counts durations in buckets that grow by 10 %, from 1 microsecond to minutes: percentiles are
/// right within 10 %. Any thread may record.
class LatencyHistogram {
public:
    void record(double milliseconds);
    LatencySummary summary() const;

private:
    static constexpr std::size_t kBuckets = 200;
    std::array<std::atomic<std::int64_t>, kBuckets> counts_{};
    std::atomic<double> maxMs_{0};
};

/// How long requests took, as a whole and by stage. Any thread may record.
class LatencyRecorder {
public:
    void record(double milliseconds, const StageTimes& stages = {});

    struct Summary : LatencySummary {
        std::vector<double> recentMs;  ///< the newest requests, at most 2,048, in no order
        std::array<LatencySummary, kStageNames.size()> stages;
    };
    Summary summary() const;

private:
    LatencyHistogram whole_;
    std::array<LatencyHistogram, kStageNames.size()> stages_;
    mutable std::mutex recentMutex_;
    std::vector<double> recent_;
    std::size_t nextRecent_ = 0;
};

}  // namespace foretaste::serve
