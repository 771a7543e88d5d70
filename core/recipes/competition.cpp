// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/competition.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/maths.h"

namespace foretaste::recipes {

Competition everyItem(std::size_t items) {
    Competition all;
    all.items.resize(items);
    std::iota(all.items.begin(), all.items.end(), 0);
    return all;
}

CompetitionSampler::CompetitionSampler(const std::vector<std::int64_t>& evidence,
                                       std::size_t sampled, std::size_t batch) {
    // The square root lies between what occurs and what is there at all.
    double events = 0, roots = 0;
    for (const auto each : evidence) {
        events += static_cast<double>(each);
        roots += std::sqrt(static_cast<double>(each));
    }
    for (const auto each : evidence) {
        const auto count = static_cast<double>(each);
        const double chance =
            std::min(1.0, static_cast<double>(sampled) * std::sqrt(count) / roots);
        const double absent = base::expOf(-static_cast<double>(batch) * count / events);
        chance_.push_back(chance);
        logChance_.push_back(static_cast<float>(base::logOf(1 - absent * (1 - chance))));
    }
}

Competition CompetitionSampler::draw(const std::vector<std::int32_t>& present,
                                     base::Random random) const {
    std::vector<bool> competes(chance_.size());
    for (std::size_t item = 0; item < chance_.size(); ++item)
        competes[item] = random.uniform() < chance_[item];
    for (const auto item : present) competes[static_cast<std::size_t>(item)] = true;
    Competition drawn;
    for (std::size_t item = 0; item < chance_.size(); ++item)
        if (competes[item]) {
            drawn.items.push_back(static_cast<std::int32_t>(item));
            drawn.logChance.push_back(logChance_[item]);
        }
    return drawn;
}

}  // namespace foretaste::recipes
