// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/recipes/evaluation.h"
#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// A set of items that users may want: numbers of a model's catalogue.
using ItemSet = std::vector<std::int32_t>;

/// Users of `data` as a model sees them after their first events. `lengths` [users]: how many of
/// each; returns [users x model.stateSize()].
std::vector<float> statesAfter(const Model& model, const dataset::TrainingData& data,
                               const std::vector<std::uint32_t>& users,
                               const std::vector<std::uint32_t>& lengths, base::Team& team,
                               const base::JobContext& job);

/// How likely each user's next item is one of a set's, as a logarithm: [sets x users], the model's
/// softmax over its whole catalogue. An empty set is as unlikely as can be.
std::vector<float> segmentScores(const Model& model, const std::vector<float>& states,
                                 const std::vector<ItemSet>& sets, base::Team& team,
                                 const base::JobContext& job);

/// Metrics of user segmentation (service.md 4.2) on the held-out users: for every item that some of
/// them went on to, hits_at_1_percent counts those among the likeliest hundredth of the users, and
/// recall_at_1_percent is their share; coverage is that of the users who are in any such segment.
Evaluation evaluateSegments(const Model& model, const dataset::TrainingData& data,
                            const dataset::HoldOut& holdOut, base::Team& team,
                            const base::JobContext& job);

}  // namespace foretaste::recipes
