// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/beliefs.h"

#include <algorithm>

namespace foretaste::explore {
namespace {

/// A query with the 1 that the bias is multiplied with.
struct Features {
    std::span<const float> query;
    std::size_t size() const { return query.size() + 1; }
    double operator[](std::size_t d) const {
        return d < query.size() ? static_cast<double>(query[d]) : 1.0;
    }
};

double shareLeft(std::int64_t evidence) {
    return 1.0 / (1.0 + static_cast<double>(evidence));
}

double dot(const Features& x, const float* with) {
    double sum = 0;
    for (std::size_t d = 0; d < x.size(); ++d) sum += x[d] * static_cast<double>(with[d]);
    return sum;
}

template <class Map>
std::vector<std::int32_t> keysOf(const Map& map) {
    std::vector<std::int32_t> keys;
    for (const auto& [key, value] : map) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace

double Beliefs::priorVariance(std::span<const float> query) const {
    const Features x{query};
    double variance = 0;
    for (std::size_t d = 0; d < x.size(); ++d)
        variance += x[d] * x[d] * static_cast<double>(prior_[d]);
    return variance;
}

Moments DiagonalBeliefs::moments(std::span<const float> query, std::int32_t item,
                                 std::int64_t evidence) const {
    const Features x{query};
    const auto found = beliefs_.find(item);
    if (found == beliefs_.end()) return unknown(priorVariance(query), evidence);
    Moments result{dot(x, found->second.shift.data()), 0};
    for (std::size_t d = 0; d < x.size(); ++d)
        result.variance += x[d] * x[d] * static_cast<double>(found->second.variance[d]);
    return result;
}

void DiagonalBeliefs::observe(std::span<const float> query, std::int32_t item,
                              std::int64_t evidence, double slope, double curvature) {
    const Features x{query};
    auto& belief = beliefs_[item];
    if (belief.shift.empty()) {
        belief.shift.assign(x.size(), 0.0F);
        for (const auto each : prior_)
            belief.variance.push_back(
                static_cast<float>(static_cast<double>(each) * shareLeft(evidence)));
    }
    double variance = 0;
    for (std::size_t d = 0; d < x.size(); ++d)
        variance += x[d] * x[d] * static_cast<double>(belief.variance[d]);
    const double damping = 1 + curvature * variance;
    for (std::size_t d = 0; d < x.size(); ++d) {
        const double reach = static_cast<double>(belief.variance[d]) * x[d];
        belief.shift[d] += static_cast<float>(reach * slope / damping);
        belief.variance[d] -= static_cast<float>(reach * reach * curvature / damping);
    }
}

std::vector<std::int32_t> DiagonalBeliefs::items() const {
    return keysOf(beliefs_);
}

Moments FullBeliefs::moments(std::span<const float> query, std::int32_t item,
                             std::int64_t evidence) const {
    const Features x{query};
    const auto found = beliefs_.find(item);
    if (found == beliefs_.end()) return unknown(priorVariance(query), evidence);
    const auto& belief = found->second;
    Moments result{dot(x, belief.shift.data()), 0};
    for (std::size_t d = 0; d < x.size(); ++d)
        result.variance += x[d] * dot(x, belief.covariance.data() + d * x.size());
    return result;
}

void FullBeliefs::observe(std::span<const float> query, std::int32_t item, std::int64_t evidence,
                          double slope, double curvature) {
    const Features x{query};
    const auto size = x.size();
    auto& belief = beliefs_[item];
    if (belief.shift.empty()) {
        belief.shift.assign(size, 0.0F);
        belief.covariance.assign(size * size, 0.0F);
        for (std::size_t d = 0; d < size; ++d)
            belief.covariance[d * size + d] =
                static_cast<float>(static_cast<double>(prior_[d]) * shareLeft(evidence));
    }
    std::vector<double> reach(size);
    double variance = 0;
    for (std::size_t d = 0; d < size; ++d) {
        reach[d] = dot(x, belief.covariance.data() + d * size);
        variance += x[d] * reach[d];
    }
    const double damping = 1 + curvature * variance;
    for (std::size_t d = 0; d < size; ++d) {
        belief.shift[d] += static_cast<float>(reach[d] * slope / damping);
        for (std::size_t e = 0; e < size; ++e)
            belief.covariance[d * size + e] -=
                static_cast<float>(reach[d] * reach[e] * curvature / damping);
    }
}

std::vector<std::int32_t> FullBeliefs::items() const {
    return keysOf(beliefs_);
}

}  // namespace foretaste::explore
