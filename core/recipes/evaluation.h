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

/// A model's numbers for what data number themselves; -1: the model does not know it.
struct ModelNumbers {
    std::vector<std::int32_t> items;
    std::vector<std::int16_t> eventTypes;
};
ModelNumbers numbersOf(const Model& model, const dataset::TrainingData& data);

/// A user's state [model.stateSize()] after their first `length` events. Items that the model does
/// not know are passed over.
void takeHistory(const Model& model, const dataset::TrainingData& data, const ModelNumbers& numbers,
                 std::uint32_t user, std::uint32_t length, std::span<float> state);

}  // namespace foretaste::recipes
