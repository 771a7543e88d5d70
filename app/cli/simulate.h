// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace foretaste::cli {

struct SimulateOptions {
    std::filesystem::path world;      ///< JSON as tests/e2e/world.json; empty: that one
    std::filesystem::path offPolicy;  ///< folder with random_* and bts_* logs; empty: simulate
    std::vector<std::string> policies;
    int seeds = 20, days = 30, tuningRuns = 8, threads = 0;
    double weight = 0.3;
    bool json = false;
};

/// Plays exploration policies on people with known tastes, or estimates one from a log.
int runSimulate(const SimulateOptions& options);

struct BenchExploreOptions {
    std::int64_t logs = 500, rounds = 2000;  ///< of the coverage study
    std::int64_t items = 1000, dim = 64;     ///< of the timings: eligible items, numbers of a query
    bool json = false;
};

/// What exploration costs a request and an event, and how often off-policy intervals hold.
int runBenchExplore(const BenchExploreOptions& options);

}  // namespace foretaste::cli
