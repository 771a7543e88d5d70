// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/dataset/training_data.h"
#include "core/recipes/recipe.h"
#include "core/service/solution_version.h"
#include "core/service/use_case.h"

namespace foretaste::service {

/// What lies beside a model file: the start of every item's age and the clock that ages are counted
/// from (the newest interaction trained on). Epoch seconds, items in the model's order.
struct ItemAges {
    std::vector<std::int64_t> created;
    std::int64_t newest = 0;
};

void writeItemAges(const std::filesystem::path& file, const recipes::Model& model,
                   const dataset::TrainingData& data);
ItemAges readItemAges(const std::filesystem::path& file);

/// A trained model of a group's data: which it is, and what it was made from.
struct TrainedModel {
    std::string arn;  ///< of the version; of a recommender, followed by the training's id
    const recipes::Recipe* recipe = nullptr;
    std::string datasetGroupArn;
    /// What it was trained on, and so what its users' histories consist of.
    dataset::InteractionFilter filter;
    const UseCase* useCase = nullptr;  ///< of a recommender
};
TrainedModel modelOf(const SolutionVersion& version);

/// Leaves these columns out of the training.
void exclude(const TrainingDataConfig& columns, dataset::InteractionFilter& filter);

/// What is to be trained.
struct TrainingTask {
    TrainedModel model;
    std::map<std::string, std::string> hyperparameters;
    std::string baseVersionArn;  ///< UPDATE: the version to go on from; empty: FULL
};

}  // namespace foretaste::service
