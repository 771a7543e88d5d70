// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/base/random.h"

namespace foretaste::explore {

/// How a campaign explores (service.md 6.1). Defaults are the service's.
struct ExplorationConfig {
    double weight = 0.3;            ///< explorationWeight, 0: never, 1: most
    double itemAgeCutOffDays = 30;  ///< explorationItemAgeCutOff: older items are not explored
};

/// Thompson sampling on a neural-linear posterior (Riquelme, Tucker, Snoek 2018, section 3): the
/// encoder's query is fixed, an item's vector and bias are uncertain. Their prior has what metadata
/// predict as mean and `priorVariance` [dim + 1] around it; every observation (an interaction or an
/// impression) narrows it as 1 / (1 + n), the rate of a conjugate update with unit noise and
/// unit-length evidence along each dimension.
class ThompsonSampler {
public:
    /// `query` [dim] and `priorVariance` [dim + 1], the bias last, of one request.
    ThompsonSampler(std::span<const float> query, std::span<const float> priorVariance);

    /// Standard deviation of an item's score that was observed `observations` times.
    double deviation(std::int64_t observations) const;

    /// One draw around the item's score, scaled by the exploration weight.
    double draw(double score, std::int64_t observations, double weight,
                base::Random& random) const {
        return score + weight * deviation(observations) * random.normal();
    }

private:
    double priorDeviation_;  ///< of the score of an item never observed
};

/// Whether an item is young enough: its age is counted back from `clock`, the newest interaction.
/// An item dated after the clock has age 0. All times in epoch seconds.
bool isEligible(std::int64_t created, std::int64_t clock, double itemAgeCutOffDays);

/// Days between an item's creation and the clock, at least 0.
double ageInDays(std::int64_t created, std::int64_t clock);

}  // namespace foretaste::explore
