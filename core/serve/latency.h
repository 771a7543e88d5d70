// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

namespace foretaste::serve {

/// Counts how long requests took, in buckets that grow by 10 %, from 1 microsecond to minutes:
/// percentiles are right within 10 %. Any thread may record.
class LatencyRecorder {
public:
    void record(double milliseconds);

    struct Summary {
        std::int64_t requests = 0;
        double p50Ms = 0, p95Ms = 0, p99Ms = 0, maxMs = 0;
        std::vector<double> recentMs;  ///< the newest requests, at most 2,048, in no order
    };
    Summary summary() const;

private:
    static constexpr std::size_t kBuckets = 200;
    std::array<std::atomic<std::int64_t>, kBuckets> counts_{};
    std::atomic<double> maxMs_{0};
    mutable std::mutex recentMutex_;
    std::vector<double> recent_;
    std::size_t nextRecent_ = 0;
};

}  // namespace foretaste::serve
