// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace foretaste::explore {

/// How far an item's score for one query is from the model's, and how sure that is.
struct Moments {
    double shift = 0, variance = 0;
};

/// What feedback has taught of items: a Gaussian belief about what is to be added to an item's
/// vector and bias. Before any feedback its mean is 0 and its variance the prior's, divided by
/// 1 + the interactions that trained the item (neural-linear model; Riquelme, Tucker, Snoek 2018,
/// section 3: the encoder's query is fixed, the last layer is Bayesian).
class Beliefs {
public:
    /// `priorVariance` [dim + 1], the bias last.
    explicit Beliefs(std::span<const float> priorVariance)
        : prior_(priorVariance.begin(), priorVariance.end()) {}
    virtual ~Beliefs() = default;

    virtual Moments moments(std::span<const float> query, std::int32_t item,
                            std::int64_t evidence) const = 0;
    /// One observation of the item's score: `slope` and `curvature` of its log-likelihood there
    /// (the latter positive). A step of the extended Kalman filter.
    virtual void observe(std::span<const float> query, std::int32_t item, std::int64_t evidence,
                         double slope, double curvature) = 0;
    /// Items observed, ascending.
    virtual std::vector<std::int32_t> items() const = 0;

    std::size_t dim() const { return prior_.size() - 1; }
    /// Whether there was feedback; without, the moments are those of unknown(), whose first
    /// argument is the same for all items of a query: a pass over the dimensions less for each.
    virtual bool knows(std::int32_t item) const = 0;
    double priorVariance(std::span<const float> query) const;
    static Moments unknown(double priorVariance, std::int64_t evidence) {
        return {0, priorVariance / (1.0 + static_cast<double>(evidence))};
    }

protected:
    std::vector<float> prior_;  ///< [dim + 1]
};

/// Keeps one variance a dimension: O(dim) in time and memory.
class DiagonalBeliefs : public Beliefs {
public:
    using Beliefs::Beliefs;
    Moments moments(std::span<const float> query, std::int32_t item,
                    std::int64_t evidence) const override;
    void observe(std::span<const float> query, std::int32_t item, std::int64_t evidence,
                 double slope, double curvature) override;
    std::vector<std::int32_t> items() const override;
    bool knows(std::int32_t item) const override { return beliefs_.contains(item); }

private:
    struct Belief {
        std::vector<float> shift, variance;  ///< [dim + 1] each
    };
    std::unordered_map<std::int32_t, Belief> beliefs_;
};

/// Keeps the whole covariance: O(dim^2).
class FullBeliefs : public Beliefs {
public:
    using Beliefs::Beliefs;
    Moments moments(std::span<const float> query, std::int32_t item,
                    std::int64_t evidence) const override;
    void observe(std::span<const float> query, std::int32_t item, std::int64_t evidence,
                 double slope, double curvature) override;
    std::vector<std::int32_t> items() const override;
    bool knows(std::int32_t item) const override { return beliefs_.contains(item); }

private:
    struct Belief {
        std::vector<float> shift;       ///< [dim + 1]
        std::vector<float> covariance;  ///< [dim + 1 x dim + 1]
    };
    std::unordered_map<std::int32_t, Belief> beliefs_;
};

}  // namespace foretaste::explore
