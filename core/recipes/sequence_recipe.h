// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// The recipes that learn from the order of each user's events. aws-user-personalization and
/// aws-personalized-ranking read them with a recurrent encoder, their second versions with a causal
/// transformer; everything else they share: a decoder that knows items by their interactions and by
/// their metadata (after Ma et al., KDD 2020), and what exploration needs to try items nobody knows
/// yet. The ranking recipes are asked for the order of given items and have no UPDATE.
class SequenceRecipe : public Recipe {
public:
    explicit SequenceRecipe(std::string name) : name_(std::move(name)) {}

    const RecipeFacts& facts() const override;
    TrainingResult train(const TrainingRequest& request,
                         const base::JobContext& job) const override;
    std::unique_ptr<Model> update(const Model& base, const dataset::TrainingData& data,
                                  const base::JobContext& job) const override;
    std::unique_ptr<Model> load(const std::filesystem::path& file) const override;

private:
    std::string name_;
};

}  // namespace foretaste::recipes
