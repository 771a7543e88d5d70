// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace foretaste::cli {

struct BenchServeOptions {
    std::size_t items = 100'000, users = 1'000, dim = 64;
    std::size_t calls = 10'000;     ///< over all filters
    std::size_t checks = 200;       ///< lists held against exact ones, over all filters
    bool filters = false;           ///< also with filters that pass 50 %, 5 % and .5 %
    bool exact = false;             ///< without an index, however many items there are
    double rate = 1'000;            ///< requests a second of the sustained load; 0: none
    double seconds = 5;             ///< of the sustained load
    int threads = 0;                ///< that serve the sustained load; 0: all cores
    std::filesystem::path compare;  ///< an earlier --json output; empty: none
    std::filesystem::path dump;     ///< folder for the vectors and queries; empty: none
    bool json = false;
};

/// Measures lists of 25 from a campaign over a generated catalogue, in this process: the time to
/// get the user's state, evaluate the filter, find and explore the items and remember the list.
/// What the service adds around it (checks of the request, names from the catalogue of resources)
/// is not in it, nor is HTTP. Returns the exit code.
int runBenchServe(const BenchServeOptions& options);

}  // namespace foretaste::cli
