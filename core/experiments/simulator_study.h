// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/experiments/simulator.h"
#include "core/explore/off_policy.h"
#include "core/explore/policy.h"

namespace foretaste::experiments {

struct StudyOptions {
    std::vector<std::string> policies;  ///< empty: all
    int seeds = 20, days = 30, threads = 1;
    double weight = 0.3;  ///< explorationWeight of Thompson sampling; its rivals are tuned instead
    /// Of each policy that has a strength, on seeds of their own; 0: usualPolicy() as it is.
    int tuningRuns = 8;
};

/// A figure's mean over seeds and of its paired differences to other policies.
using Figures = std::map<std::string, explore::Interval>;  ///< "regret", "clicks", ...

struct StudiedPolicy {
    double strength = 0, weight = 0;
    std::map<double, double> tuned;  ///< mean regret by strength tried
    std::vector<SimulatedRun> runs;  ///< by seed
    Figures means;
    Figures thompsonLess;  ///< Thompson's figures less this policy's, seed by seed
};

struct Study {
    std::map<std::string, StudiedPolicy> policies;
    std::int64_t requests = 0;  ///< of one run
    double seconds = 0;
    /// Requests until the median new item had 100 impressions: greedy's over Thompson's, the median
    /// of the seeds. Where greedy's is censored, its true value lies higher.
    explore::Interval timesFaster;
};

/// A policy with the strength that tuning finds in the default world. `weight` is Thompson
/// sampling's explorationWeight; greedy explores nothing, all others what their strength says.
PlayedPolicy usualPolicy(const std::string& name, double weight);

/// Plays all policies with equal seeds. Every policy but greedy and oracle has one strength, and
/// all are tuned alike: the same number of runs on other seeds, by regret. Intervals: bootstrap
/// over seeds. Throws ServiceError (InvalidInput) for a policy that is not there, base::Stopped.
Study runStudy(const Simulator& simulator, const StudyOptions& options,
               const base::JobContext& job);

/// A run's figures by name.
std::map<std::string, double> figuresOf(const SimulatedRun& run);

}  // namespace foretaste::experiments
