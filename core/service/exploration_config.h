// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "core/explore/policy.h"
#include "core/recipes/recipe.h"

namespace foretaste::service {

/// The two exploration values of an itemExplorationConfig. Throws ServiceError (InvalidInput) for
/// any other name, and for a value out of its range.
explore::ExplorationConfig explorationOf(const std::map<std::string, std::string>& config);

/// Throw ServiceError (InvalidInput) where a recipe has no use for what a config of campaigns,
/// recommenders or batch jobs holds; `where` names the config.
void requireExploring(const std::map<std::string, std::string>& itemExplorationConfig,
                      const recipes::RecipeFacts& facts, std::string_view where);
void requireInfluenced(const std::map<std::string, double>& rankingInfluence,
                       const recipes::RecipeFacts& facts, std::string_view where);

}  // namespace foretaste::service
