// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// aws-item-affinity and aws-item-attribute-affinity: the network of aws-user-personalization,
/// asked the other way round, see segments.h. There is no UPDATE.
class UserSegmentation : public Recipe {
public:
    explicit UserSegmentation(std::string name) : name_(std::move(name)) {}

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
