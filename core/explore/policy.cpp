// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/policy.h"

#include "core/explore/policies.h"

namespace foretaste::explore {
namespace {

/// For models without a prior: nothing is uncertain.
class Certain : public ExplorationPolicy {
public:
    void explore(const PolicyRequest&, std::span<Candidate> candidates,
                 base::Random) const override {
        for (auto& each : candidates) each.value = each.mean = each.score;
    }
    void learn(const Feedback&) override {}
    std::vector<std::int32_t> known() const override { return {}; }
};

}  // namespace

std::string_view policyName(PolicyKind kind) {
    switch (kind) {
        case PolicyKind::Greedy: return "greedy";
        case PolicyKind::EpsilonGreedy: return "epsilon-greedy";
        case PolicyKind::LinUcb: return "linucb";
        case PolicyKind::Ren: return "ren";
        case PolicyKind::Thompson: return "thompson";
    }
    return {};
}

std::unique_ptr<ExplorationPolicy> makePolicy(PolicyKind kind, std::span<const float> priorVariance,
                                              double strength) {
    if (priorVariance.empty()) return std::make_unique<Certain>();
    if (kind == PolicyKind::LinUcb)
        return std::make_unique<LinUcb>(std::make_unique<FullBeliefs>(priorVariance), strength);
    auto beliefs = std::make_unique<DiagonalBeliefs>(priorVariance);
    switch (kind) {
        case PolicyKind::EpsilonGreedy:
            return std::make_unique<EpsilonGreedy>(std::move(beliefs), strength);
        case PolicyKind::Ren: return std::make_unique<Ren>(std::move(beliefs), strength);
        case PolicyKind::Thompson: return std::make_unique<Thompson>(std::move(beliefs), strength);
        default: return std::make_unique<BeliefPolicy>(std::move(beliefs));
    }
}

std::unique_ptr<ExplorationPolicy> makePolicy(std::span<const float> priorVariance) {
    return makePolicy(PolicyKind::Thompson, priorVariance, kProductionStrength);
}

double ageInDays(std::int64_t created, std::int64_t clock) {
    constexpr double kSecondsPerDay = 86400;
    return created >= clock ? 0 : static_cast<double>(clock - created) / kSecondsPerDay;
}

bool isEligible(std::int64_t created, std::int64_t clock, double itemAgeCutOffDays) {
    return ageInDays(created, clock) < itemAgeCutOffDays;
}

}  // namespace foretaste::explore
