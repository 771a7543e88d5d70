// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/cascade.h"

#include <algorithm>

#include "core/base/maths.h"

namespace foretaste::explore {
namespace {

/// Precision of the belief, held before any click, that all places are looked at alike.
constexpr double kPriorPrecision = 1;

}  // namespace

std::vector<PlaceEvidence> Cascade::read(std::span<const PlaceScore> list, std::size_t from,
                                         std::size_t clicked) {
    double top = list.front().score;
    for (const auto& place : list) top = std::max(top, place.score);
    std::vector<double> weight;
    for (std::size_t place = 0; place < list.size(); ++place)
        weight.push_back(base::expOf(list[place].score - top + attention(place)));
    double below = 0;  // the place itself and all below it
    for (std::size_t place = from; place < list.size(); ++place) below += weight[place];

    std::vector<PlaceEvidence> evidence;
    for (std::size_t place = from; place <= clicked; ++place) {
        if (place + 1 == list.size()) {  // chosen in any case, which says nothing of it
            evidence.push_back({0, 0});
            break;
        }
        const double chance = below > 0 ? std::clamp(weight[place] / below, 0.0, 1.0) : 0;
        below -= weight[place];
        const double slope = (place == clicked ? 1.0 : 0.0) - chance;
        const double curvature = chance * (1 - chance);
        const double placeVariance = 1 / (kPriorPrecision + observed_[bucket(place)]);
        const double ofPlace = 1 + curvature * placeVariance,
                     ofItem = 1 + curvature * list[place].variance;
        evidence.push_back({slope / ofPlace, curvature / ofPlace});
        attention_[bucket(place)] +=
            placeVariance * slope / (ofPlace + curvature * list[place].variance);
        observed_[bucket(place)] += curvature / ofItem;
    }
    return evidence;
}

}  // namespace foretaste::explore
