// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/dataset/split.h"
#include "core/evaluate/metrics.h"

namespace foretaste::experiments {

struct LeaderboardOptions {
    std::vector<std::string> recipes;                    ///< names; baselines are always added
    std::map<std::string, std::string> hyperparameters;  ///< of every recipe that knows them
    bool removeSeen = false;  ///< items of a question's input are not ranked
    std::uint64_t seed = 42;
    int threads = 1;
};

/// One recipe or baseline on the split.
struct LeaderboardRow {
    std::string name;
    bool baseline = false;
    /// hr_at_K (a target among the first K), recall_at_K, ndcg_at_K, mrr_at_K for K of 5, 10, 20
    /// and 25; means over users with the half width of their 95 % interval.
    evaluate::Metrics metrics;
    double trainSeconds = 0;
    std::map<std::string, std::string> chosen;  ///< what the engine decided
    /// A place for each target of each question, in their order: 1 is best, 0 cannot be ranked.
    std::vector<std::uint32_t> ranks;
};

struct Leaderboard {
    evaluate::Protocol protocol;
    std::vector<LeaderboardRow> rows;  ///< recipes as asked for, then baselines
};

/// Trains every recipe on the split's training part and ranks the whole catalogue for each
/// question. Beside them always: popularity, popularity of the last 7 days, and what followed the
/// last item most often (first-order item-to-next counts, popularity where those are equal). Equal
/// scores keep the catalogue's order. Throws ServiceError (InvalidInput) for a recipe that is not
/// there, base::Stopped.
Leaderboard compareRecipes(const dataset::TrainingData& data, const dataset::Split& split,
                           const LeaderboardOptions& options, const base::JobContext& job);

}  // namespace foretaste::experiments
