// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace foretaste::bench {

struct LoadOptions {
    int port = 0;
    int connections = 200;
    double rate = 1000;  ///< requests a second
    double seconds = 20;
};

/// What one run found. Latencies count from the moment at which a request was due, whether or not
/// it could be sent then, so that a server that stalls is not flattered.
struct LoadResult {
    std::int64_t sent = 0, failed = 0;  ///< failed: any status but 200
    double seconds = 0;                 ///< until the last answer
    double ownCpuShare = 0;             ///< of one core
    std::vector<double> milliseconds;   ///< sorted

    double percentile(double percent) const;
};

/// Sends requests at fixed moments over connections that stay open, from this thread alone.
/// `requestAt` makes the bytes of the n-th request. Throws std::runtime_error where a connection
/// breaks.
LoadResult runOpenLoop(const LoadOptions& options,
                       const std::function<std::string(std::int64_t number)>& requestAt);

}  // namespace foretaste::bench
