// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// aws-sims: items alike in who interacts with them. Two items that c users share are alike by
/// c / (n * m)^f, where n and m users met one and the other and f is popularity_discount_factor:
/// at 1/2 the cosine (Linden, Smith, York 2003), below it popular items win, above it rare ones.
/// Where f and min_cointeraction_count are not given, those are taken that find, from the item
/// before it, the last item of most users.
class Sims : public Recipe {
public:
    const RecipeFacts& facts() const override;
    TrainingResult train(const TrainingRequest& request,
                         const base::JobContext& job) const override;
    std::unique_ptr<Model> update(const Model& base, const dataset::TrainingData& data,
                                  const base::JobContext& job) const override;
    std::unique_ptr<Model> load(const std::filesystem::path& file) const override;
};

}  // namespace foretaste::recipes
