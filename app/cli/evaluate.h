// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace foretaste::cli {

struct EvaluateOptions {
    std::filesystem::path data;  ///< a folder with interactions.csv [items.csv, users.csv]
    std::string protocol;        ///< "leave-one-out", "users-90-10" or "time-split"
    std::vector<std::string> recipes;
    std::map<std::string, std::string> hyperparameters;
    bool idsOnly = false;     ///< metadata of items and users are left out
    bool keepSeen = false;    ///< leave-one-out removes seen items unless told so
    bool removeSeen = false;  ///< the other protocols keep them unless told so
    std::uint64_t seed = 42;
    int threads = 0;
    std::filesystem::path ranks;  ///< CSV of recipe, user, target item, rank; empty: none
    bool json = false;
};

/// Compares recipes and baselines on one identical split of a data folder, without a workspace.
int runEvaluate(const EvaluateOptions& options);

}  // namespace foretaste::cli
