// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace foretaste::cli {

struct BenchTrainOptions {
    std::string shape = "ml-1m";  ///< "ml-1m", "retailrocket", or a data folder
    std::string recipe = "aws-user-personalization";
    double seconds = 10;             ///< that steps are counted for
    std::filesystem::path compared;  ///< an earlier output with --json; empty: none
    std::uint64_t seed = 42;
    int threads = 0;  ///< 0: all cores
    bool json = false;
};

/// Measures how fast training goes on data of a known shape, beside the speed of large matrix
/// products on the same threads in the same run. The data are random where a shape is named.
int runBenchTrain(const BenchTrainOptions& options);

}  // namespace foretaste::cli
