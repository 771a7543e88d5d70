// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/dataset/training_data.h"
#include "core/recipes/recipe.h"
#include "core/service/solution_version.h"

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

/// Which interactions a version was trained on, and so which its users' histories consist of.
dataset::InteractionFilter filterOf(const SolutionVersion& version);

}  // namespace foretaste::service
