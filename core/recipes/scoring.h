// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// The scores of all items of the model's catalogue for a user's state, exploration left out.
std::vector<float> scoresOf(const Model& model, std::span<const float> state);

}  // namespace foretaste::recipes
