// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/latency.h"

#include <algorithm>
#include <cmath>

namespace foretaste::serve {
namespace {

constexpr double kFirstMs = 1e-3, kGrowth = 1.1;

double upperEdge(std::size_t bucket) {
    return kFirstMs * std::pow(kGrowth, static_cast<double>(bucket));
}

}  // namespace

void LatencyHistogram::record(double milliseconds) {
    const double steps = std::log(std::max(milliseconds, kFirstMs) / kFirstMs) / std::log(kGrowth);
    const auto bucket = std::min(static_cast<std::size_t>(std::ceil(steps)), kBuckets - 1);
    counts_[bucket].fetch_add(1, std::memory_order_relaxed);
    double seen = maxMs_.load(std::memory_order_relaxed);
    while (milliseconds > seen && !maxMs_.compare_exchange_weak(seen, milliseconds)) {
    }
}

LatencySummary LatencyHistogram::summary() const {
    LatencySummary summary;
    std::array<std::int64_t, kBuckets> counts{};
    for (std::size_t i = 0; i < kBuckets; ++i) {
        counts[i] = counts_[i].load(std::memory_order_relaxed);
        summary.requests += counts[i];
    }
    summary.maxMs = maxMs_.load(std::memory_order_relaxed);
    const auto percentile = [&](double share) {
        const auto wanted =
            static_cast<std::int64_t>(std::ceil(share * static_cast<double>(summary.requests)));
        std::int64_t passed = 0;
        for (std::size_t i = 0; i < kBuckets; ++i) {
            passed += counts[i];
            if (passed >= wanted) return std::min(upperEdge(i), summary.maxMs);
        }
        return summary.maxMs;
    };
    if (summary.requests == 0) return summary;
    summary.p50Ms = percentile(0.50);
    summary.p95Ms = percentile(0.95);
    summary.p99Ms = percentile(0.99);
    return summary;
}

void LatencyRecorder::record(double milliseconds, const StageTimes& stages) {
    whole_.record(milliseconds);
    for (std::size_t stage = 0; stage < stages_.size(); ++stage)
        if (stages.ms[stage] > 0) stages_[stage].record(stages.ms[stage]);
    constexpr std::size_t kRecent = 2048;
    std::lock_guard lock(recentMutex_);
    if (recent_.size() < kRecent)
        recent_.push_back(milliseconds);
    else
        recent_[nextRecent_++ % kRecent] = milliseconds;
}

LatencyRecorder::Summary LatencyRecorder::summary() const {
    Summary summary;
    static_cast<LatencySummary&>(summary) = whole_.summary();
    for (std::size_t stage = 0; stage < stages_.size(); ++stage)
        summary.stages[stage] = stages_[stage].summary();
    std::lock_guard lock(recentMutex_);
    summary.recentMs = recent_;
    return summary;
}

}  // namespace foretaste::serve
