// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// aws-personalized-ranking: the network of aws-user-personalization, asked for the order of given
/// items; new ones come in by training.
class PersonalizedRanking : public Recipe {
public:
    const RecipeFacts& facts() const override;
    TrainingResult train(const TrainingRequest& request,
                         const base::JobContext& job) const override;
    std::unique_ptr<Model> update(const Model& base, const dataset::TrainingData& data,
                                  const base::JobContext& job) const override;
    std::unique_ptr<Model> load(const std::filesystem::path& file) const override;
};

}  // namespace foretaste::recipes
