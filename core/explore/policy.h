// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/random.h"

namespace foretaste::explore {

/// How a campaign explores (service.md 6.1). Defaults are the service's.
struct ExplorationConfig {
    double weight = 0.3;            ///< explorationWeight, 0: never, 1: most
    double itemAgeCutOffDays = 30;  ///< explorationItemAgeCutOff: older items are not explored
};

/// An item of which feedback has changed the score, or may: as a policy sees it in one request.
struct Candidate {
    std::int32_t item = 0;
    const float* vector = nullptr;  ///< [dim] as trained, or as metadata predict it
    std::int64_t evidence = 0;      ///< interactions that trained the vector; 0: metadata alone
    bool young = false;             ///< may be explored
    bool allowed = true;            ///< may be in the list
    float score = 0;                ///< the model's own
    float mean = 0;   ///< written: the score that feedback makes of it, without exploration
    float value = 0;  ///< written: what orders the list
};

/// What a policy is asked.
struct PolicyRequest {
    std::span<const float> query;  ///< [dim] of the user's state
    std::string_view user;
    std::size_t places = 0;         ///< of the list
    double weight = 0;              ///< explorationWeight
    std::span<const float> others;  ///< the best scores of items that are no candidates and may
                                    ///< be in the list, falling, at most `places`
};

/// One place of a list that was shown.
struct ShownItem {
    std::int32_t item = 0;
    const float* vector = nullptr;  ///< as in Candidate
    std::int64_t evidence = 0;
    bool young = false;
    float score = 0;  ///< the model's own for this user
};

/// What became of a list: the user read from place `from` (0, or behind a click told before) to
/// place `clicked` and passed over all between. Of the places below nothing is known.
struct Feedback {
    std::span<const float> query;  ///< [dim] of the user's state when the list was shown
    std::string_view user;
    std::span<const ShownItem> list;  ///< by place
    std::size_t from = 0, clicked = 0;
};

/// Decides in which order uncertain items are tried, and learns from what users do with them
/// between two trainings. Any thread may call.
class ExplorationPolicy {
public:
    virtual ~ExplorationPolicy() = default;

    /// Writes mean and value of every candidate. At weight 0 both are equal, and so they are for
    /// items that are not young. Equal random numbers give equal draws, whatever other candidates
    /// there are.
    virtual void explore(const PolicyRequest& request, std::span<Candidate> candidates,
                         base::Random random) const = 0;
    /// Moves mean and certainty of the young items of a list, in O(dim) an item.
    virtual void learn(const Feedback& feedback) = 0;
    /// Items whose mean is no longer the model's score, ascending.
    virtual std::vector<std::int32_t> known() const = 0;
};

enum class PolicyKind : std::uint8_t { Greedy, EpsilonGreedy, LinUcb, Ren, Thompson };
std::string_view policyName(PolicyKind kind);  ///< "epsilon-greedy"

/// `priorVariance` [dim + 1]: see recipes::Model. `strength` scales the exploration of the kind:
/// the chance of a place (epsilon-greedy), the widths of the upper bound (LinUCB), lambda_d (REN),
/// the deviation of the draws (Thompson); greedy has none. `priorVariance` may be empty: then
/// nothing is explored nor learnt.
std::unique_ptr<ExplorationPolicy> makePolicy(PolicyKind kind, std::span<const float> priorVariance,
                                              double strength);
/// How many deviations a draw of Thompson sampling spreads at explorationWeight 1: four to
/// five at the default weight. Chosen in the simulator on seeds that no figure is taken from.
inline constexpr double kProductionStrength = 15;
/// What production explores with.
std::unique_ptr<ExplorationPolicy> makePolicy(std::span<const float> priorVariance);

/// Whether an item is young enough: its age is counted back from `clock`, the newest interaction.
/// An item dated after the clock has age 0. All times in epoch seconds.
bool isEligible(std::int64_t created, std::int64_t clock, double itemAgeCutOffDays);

/// Days between an item's creation and the clock, at least 0.
double ageInDays(std::int64_t created, std::int64_t clock);

}  // namespace foretaste::explore
