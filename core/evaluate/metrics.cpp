// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "core/base/maths.h"
#include "core/base/text.h"

namespace foretaste::evaluate {
namespace {

constexpr std::array<std::size_t, 3> kCutOffs{5, 10, 25};
constexpr std::size_t kDeepest = 25;
constexpr const char* kCoverage = "coverage";
constexpr const char* kReciprocalRank = "mean_reciprocal_rank_at_25";
constexpr const char* kNdcg = "normalized_discounted_cumulative_gain_at_";
constexpr const char* kPrecision = "precision_at_";

/// What a hit at a position (1: the first) is worth. The base of the logarithm cancels.
double discount(std::size_t position) {
    return 1 / base::logOf(static_cast<double>(position) + 1);
}

}  // namespace

std::string Protocol::text() const {
    return base::concat(split, "; ", ties, "; ", seenItems, "; ", users, " users, ", items,
                        " items ranked, seed ", seed);
}

void MetricsCollector::add(std::span<const std::int32_t> ranked,
                           std::span<const std::int32_t> relevant) {
    const std::unordered_set<std::int32_t> truth(relevant.begin(), relevant.end());
    const auto depth = std::min(ranked.size(), kDeepest);
    recommended_.resize(catalogueSize_, false);
    ++users_;

    double reciprocalRank = 0, gain = 0, ideal = 0;
    std::size_t hits = 0;
    const auto record = [&](const std::string& name, double value) {
        auto& [sum, squares] = sums_[name];
        sum += value;
        squares += value * value;
    };
    for (std::size_t position = 1; position <= kDeepest; ++position) {
        if (position <= truth.size()) ideal += discount(position);
        if (position <= depth) {
            const auto item = ranked[position - 1];
            recommended_[static_cast<std::size_t>(item)] = true;
            if (truth.contains(item)) {
                ++hits;
                gain += discount(position);
                if (hits == 1) reciprocalRank = 1 / static_cast<double>(position);
            }
        }
        if (std::find(kCutOffs.begin(), kCutOffs.end(), position) != kCutOffs.end()) {
            const auto at = std::to_string(position);
            record(kNdcg + at, ideal > 0 ? gain / ideal : 0);
            record(kPrecision + at, static_cast<double>(hits) / static_cast<double>(position));
        }
    }
    record(kReciprocalRank, reciprocalRank);
}

Metrics MetricsCollector::result() const {
    Metrics metrics;
    const auto count = static_cast<double>(users_);
    for (const auto& [name, sums] : sums_) {
        const double mean = sums.first / count;
        Estimate& estimate = metrics[name];
        estimate.value = mean;
        if (users_ > 1) {
            const double variance =
                std::max(0.0, (sums.second - count * mean * mean) / (count - 1));
            estimate.halfWidth = base::normalQuantile(0.975) * std::sqrt(variance / count);
        }
    }
    if (users_ > 0 && catalogueSize_ > 0)
        metrics[kCoverage].value =
            static_cast<double>(std::count(recommended_.begin(), recommended_.end(), true)) /
            static_cast<double>(catalogueSize_);
    return metrics;
}

}  // namespace foretaste::evaluate
