// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// aws-similar-items: items alike in who interacts with them and in their metadata, so that items
/// nobody has met find neighbours and are found. Likeness is (1 - w) cosine of the users times
/// c / (c + 2), which holds few shared users c against a pair, + w cosine of the categories, rare
/// ones weighing more (inverse document frequency). w is the one of six that finds, from the item
/// before it, the last item of most users. The service learns two embeddings instead, whose sizes
/// its hyperparameters set; they can be tuned only, so that no request names them.
class SimilarItems : public Recipe {
public:
    const RecipeFacts& facts() const override;
    TrainingResult train(const TrainingRequest& request,
                         const base::JobContext& job) const override;
    std::unique_ptr<Model> update(const Model& base, const dataset::TrainingData& data,
                                  const base::JobContext& job) const override;
    std::unique_ptr<Model> load(const std::filesystem::path& file) const override;
};

}  // namespace foretaste::recipes
