// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// aws-user-personalization: a recurrent encoder over the user's events, a decoder that knows items
/// by their interactions and by their metadata (after Ma et al., KDD 2020), and what exploration
/// needs to try items nobody knows yet.
class UserPersonalization : public Recipe {
public:
    const RecipeFacts& facts() const override;
    TrainingResult train(const TrainingRequest& request,
                         const base::JobContext& job) const override;
    std::unique_ptr<Model> update(const Model& base, const dataset::TrainingData& data,
                                  const base::JobContext& job) const override;
    std::unique_ptr<Model> load(const std::filesystem::path& file) const override;
};

}  // namespace foretaste::recipes
