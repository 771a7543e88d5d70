// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "core/explore/beliefs.h"
#include "core/explore/cascade.h"
#include "core/explore/policy.h"

namespace foretaste::explore {

/// What all policies share: beliefs about items that clicks move, so that they differ by how they
/// explore alone. By itself it is the greedy policy: the mean orders the list.
class BeliefPolicy : public ExplorationPolicy {
public:
    explicit BeliefPolicy(std::unique_ptr<Beliefs> beliefs) : beliefs_(std::move(beliefs)) {}

    void explore(const PolicyRequest& request, std::span<Candidate> candidates,
                 base::Random random) const final;
    void learn(const Feedback& feedback) final;
    std::vector<std::int32_t> known() const final;

protected:
    /// Moves the values (which are the means) of candidates that are young; `deviation`
    /// [candidates] is how uncertain the means are. Not called at weight 0.
    virtual void explore(const PolicyRequest&, std::span<Candidate>, std::span<const double>,
                         base::Random) const {}
    virtual void note(const Feedback&) {}
    /// Of an item, in lists that were clicked.
    double impressions(std::int32_t item) const;

private:
    mutable std::shared_mutex mutex_;
    std::unique_ptr<Beliefs> beliefs_;
    Cascade cascade_;
    std::unordered_map<std::int32_t, std::int64_t> impressions_;
};

/// Every place is, by chance, given to a young item drawn evenly.
class EpsilonGreedy : public BeliefPolicy {
public:
    EpsilonGreedy(std::unique_ptr<Beliefs> beliefs, double chance)
        : BeliefPolicy(std::move(beliefs)), chance_(chance) {}

private:
    void explore(const PolicyRequest& request, std::span<Candidate> candidates,
                 std::span<const double> deviation, base::Random random) const override;
    double chance_;
};

/// Mean and a bound above it: LinUCB with disjoint models (Li, Chu, Langford, Schapire 2010,
/// algorithm 1), the user's query as features, the model's score as prior.
class LinUcb : public BeliefPolicy {
public:
    LinUcb(std::unique_ptr<Beliefs> beliefs, double alpha)
        : BeliefPolicy(std::move(beliefs)), alpha_(alpha) {}

private:
    void explore(const PolicyRequest& request, std::span<Candidate> candidates,
                 std::span<const double> deviation, base::Random random) const override;
    double alpha_;
};

/// One draw an item and request from what is believed (Thompson 1933; Riquelme et al. 2018). Two
/// things keep a list worth reading while many items are new. The draws narrow with the item's
/// impressions faster than the belief does, as the service's bonus does (service.md 3.3): an item
/// that was shown kTrial times has had its trial. And at most the share weight^2 / 2 of a list's
/// places goes to items that would not be there by their means.
class Thompson : public BeliefPolicy {
public:
    Thompson(std::unique_ptr<Beliefs> beliefs, double scale)
        : BeliefPolicy(std::move(beliefs)), scale_(scale) {}

private:
    void explore(const PolicyRequest& request, std::span<Candidate> candidates,
                 std::span<const double> deviation, base::Random random) const override;
    static void holdBack(const PolicyRequest& request, std::span<Candidate> candidates);

    static constexpr double kTrial = 20, kMostTried = 0.5;
    double scale_;
};

/// The deterministic alternative (Wang, Ma, Ding, Wang, AAAI 2022, equation 8): the score, what
/// would be new to this user, and what few have been shown:
///   score + lambda_d sqrt(v' (I + D'D)^-1 v) + lambda_u / sqrt(n),  lambda_u = sqrt(10) lambda_d
/// with v the item's vector, D those of the items shown to the user, n the item's impressions.
class Ren : public BeliefPolicy {
public:
    Ren(std::unique_ptr<Beliefs> beliefs, double lambdaD)
        : BeliefPolicy(std::move(beliefs)), lambdaD_(lambdaD) {}

private:
    void explore(const PolicyRequest& request, std::span<Candidate> candidates,
                 std::span<const double> deviation, base::Random random) const override;
    void note(const Feedback& feedback) override;

    double lambdaD_;
    std::map<std::string, std::vector<float>, std::less<>> inverses_;  ///< by user, [dim x dim]
};

}  // namespace foretaste::explore
