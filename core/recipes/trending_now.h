// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// aws-trending-now: items ranked by how many more interactions they had in the interval that ends
/// with the newest interaction than in the one before (service.md 3.3); among equals, by how many
/// users ever interacted with them. The service counts anew every interval; here a version shows
/// what was trending when it was trained.
class TrendingNow : public Recipe {
public:
    const RecipeFacts& facts() const override;
    /// trend_discovery_frequency: "3 hours", a number and minutes, hours or days.
    TrainingResult train(const TrainingRequest& request,
                         const base::JobContext& job) const override;
    std::unique_ptr<Model> update(const Model& base, const dataset::TrainingData& data,
                                  const base::JobContext& job) const override;
    std::unique_ptr<Model> load(const std::filesystem::path& file) const override;
};

}  // namespace foretaste::recipes
