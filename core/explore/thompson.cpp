// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/thompson.h"

#include <cmath>

namespace foretaste::explore {

ThompsonSampler::ThompsonSampler(std::span<const float> query,
                                 std::span<const float> priorVariance) {
    double variance = static_cast<double>(priorVariance.back());
    for (std::size_t d = 0; d < query.size(); ++d)
        variance += static_cast<double>(query[d]) * static_cast<double>(query[d]) *
                    static_cast<double>(priorVariance[d]);
    priorDeviation_ = std::sqrt(variance);
}

double ThompsonSampler::deviation(std::int64_t observations) const {
    return priorDeviation_ / std::sqrt(1.0 + static_cast<double>(observations));
}

double ageInDays(std::int64_t created, std::int64_t clock) {
    constexpr double kSecondsPerDay = 86400;
    return created >= clock ? 0 : static_cast<double>(clock - created) / kSecondsPerDay;
}

bool isEligible(std::int64_t created, std::int64_t clock, double itemAgeCutOffDays) {
    return ageInDays(created, clock) < itemAgeCutOffDays;
}

}  // namespace foretaste::explore
