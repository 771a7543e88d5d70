// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/dataset/training_data.h"
#include "core/evaluate/metrics.h"
#include "core/recipes/recipe.h"

namespace foretaste::recipes {

struct Evaluation {
    evaluate::Metrics metrics;
    evaluate::Protocol protocol;
};

/// Ranks the whole catalogue for every test user after their input events and compares the top 25
/// with the truth. Exploration plays no part.
Evaluation evaluateHoldOut(const Model& model, const dataset::TrainingData& data,
                           const dataset::HoldOut& holdOut, base::Team& team,
                           const base::JobContext& job);

}  // namespace foretaste::recipes
