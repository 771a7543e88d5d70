// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace foretaste::explore {

/// A value with its 95 % interval.
struct Interval {
    double value = 0, low = 0, high = 0;
};

/// Percentile bootstrap (Efron 1979) of a statistic of `count` independent units: it is given the
/// numbers of the units drawn, with repeats. Equal seeds give equal intervals.
Interval bootstrap(std::size_t count,
                   const std::function<double(std::span<const std::uint32_t>)>& statistic,
                   std::uint64_t seed, int draws = 2000);
/// The mean of values that belong to one unit each.
Interval bootstrapMean(std::span<const double> values, std::uint64_t seed);

/// One impression of a log, and what another policy thinks of it.
struct LoggedRound {
    double reward = 0;
    double propensity = 1;   ///< chance that the logging policy showed this action here; above 0
    double target = 0;       ///< the same of the policy that is to be estimated
    double rewardModel = 0;  ///< what a model expects of the action shown
    double targetModel = 0;  ///< what it expects of the target policy here, in the mean
};

/// How the reward of a policy is estimated from another one's log.
///   Ips       mean of w r, w = target / propensity (Horvitz, Thompson 1952)
///   Snips     the same over the mean of w (Swaminathan, Joachims 2015)
///   Direct    mean of the model's expectation
///   Dr        doubly robust: model + w (r - model of the action) (Dudik et al. 2011)
///   SwitchDr  the same, without correction where w > limit (Wang, Agarwal, Dudik 2017)
///   DrOs      with the weight limit w / (w^2 + limit) (Su et al. 2020, optimistic shrinkage)
enum class Estimator : std::uint8_t { Ips, Snips, Direct, Dr, SwitchDr, DrOs };
inline constexpr Estimator kEstimators[] = {Estimator::Ips, Estimator::Snips,    Estimator::Direct,
                                            Estimator::Dr,  Estimator::SwitchDr, Estimator::DrOs};
std::string_view estimatorName(Estimator estimator);  ///< "switch-dr"

struct OffPolicyOptions {
    double clip = 0;   ///< weights above are cut to it; 0: none are
    double limit = 0;  ///< of SwitchDr and DrOs; 0: chosen by estimated mean squared error from
                       ///< quantiles of the weights (Su et al. 2020, section 5)
    bool bootstrap = false;  ///< the interval; else normal, linearised for Snips
    std::uint64_t seed = 0;
};

struct OffPolicyEstimate {
    Interval value;
    double effectiveSample = 0;  ///< (sum w)^2 / sum w^2 (Kish 1965)
    double limit = 0;            ///< used
};

/// Rounds are taken as independent. Throws ServiceError (InvalidInput) for an empty log and for a
/// propensity that is not above 0.
OffPolicyEstimate estimate(std::span<const LoggedRound> rounds, Estimator estimator,
                           const OffPolicyOptions& options = {});

}  // namespace foretaste::explore
