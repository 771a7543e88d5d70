// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace foretaste::evaluate {

/// A mean and the half width of its 95 % interval (normal approximation over users).
struct Estimate {
    double value = 0;
    double halfWidth = 0;
};

/// The eight metrics of GetSolutionMetrics under the API's names (service.md 4.2): coverage,
/// mean_reciprocal_rank_at_25, normalized_discounted_cumulative_gain_at_5/10/25,
/// precision_at_5/10/25. Gain is 1; the ideal list has as many hits as there are relevant items, at
/// most K.
using Metrics = std::map<std::string, Estimate>;

/// How a figure was measured; printed wherever a metric is.
struct Protocol {
    std::string split;       ///< "10 % of users held out, newest 10 % of each as targets"
    std::string ties;        ///< "equal times keep file order"
    std::string seenItems;   ///< "seen items not removed"
    std::size_t users = 0;   ///< evaluated
    std::size_t items = 0;   ///< ranked
    std::uint64_t seed = 0;
    std::string text() const;  ///< one line
};

/// Collects ranked lists, one a user.
class MetricsCollector {
public:
    explicit MetricsCollector(std::size_t catalogueSize) : catalogueSize_(catalogueSize) {}

    /// `ranked`: the best items first, at least 25 where the catalogue has them; `relevant`: the
    /// truth, without repeats.
    void add(std::span<const std::int32_t> ranked, std::span<const std::int32_t> relevant);
    Metrics result() const;
    std::size_t users() const { return users_; }

private:
    std::size_t catalogueSize_;
    std::size_t users_ = 0;
    std::map<std::string, std::pair<double, double>> sums_;  ///< sum, sum of squares
    std::vector<bool> recommended_;
};

}  // namespace foretaste::evaluate
