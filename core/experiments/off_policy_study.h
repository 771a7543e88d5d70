// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/explore/off_policy.h"

namespace foretaste::experiments {

/// How often the 95 % intervals of an estimator hold the truth.
struct Coverage {
    double share = 0;  ///< of the logs
    double meanError = 0, meanWidth = 0, meanEffectiveSample = 0;
};

struct CoverageStudy {
    std::int64_t logs = 0, rounds = 0;
    double truth = 0;
    std::map<std::string, Coverage> estimators;  ///< "ips", ..., and "ips-clipped"
};

/// Simulated logs of a softmax policy over ten actions whose clicks depend on a context, and the
/// value of a sharper policy, which is known exactly. The model of the rewards knows actions but
/// not contexts, and is fitted on the other half of the log, so it is wrong as models are.
CoverageStudy coverageStudy(std::int64_t logs, std::int64_t rounds, std::uint64_t seed,
                            const base::JobContext& job);

/// One impression of a log on disk.
struct Impression {
    std::string item;
    int position = 0;
    double reward = 0, propensity = 1;
};

struct OffPolicyReport {
    std::size_t rounds = 0, onPolicyRounds = 0;
    double logged = 0;        ///< mean reward of the log
    explore::Interval truth;  ///< mean reward where the target policy itself was played
    std::map<std::string, explore::OffPolicyEstimate> estimators;
};

/// Estimates a policy from a log of another one. The target's chances are the shares of its own log
/// by position; the model of the rewards is the item's smoothed mean on the other half of the log.
/// Throws ServiceError (InvalidInput) where one of them is empty.
OffPolicyReport estimateFromLog(const std::vector<Impression>& log,
                                const std::vector<Impression>& target, std::uint64_t seed);

}  // namespace foretaste::experiments
