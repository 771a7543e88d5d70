// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// Facts and parameter tables of every recipe of the service (service.md 3.1, 3.2), in its order.
const std::vector<RecipeFacts>& recipeFacts();

/// The facts of one recipe, by name; it must exist.
const RecipeFacts& factsOf(std::string_view name);

}  // namespace foretaste::recipes
