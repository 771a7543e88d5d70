// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/user_segmentation.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/recipes/recipe_facts.h"
#include "core/recipes/sequence_trainer.h"

namespace foretaste::recipes {

const RecipeFacts& UserSegmentation::facts() const {
    return factsOf(name_);
}

TrainingResult UserSegmentation::train(const TrainingRequest& request,
                                       const base::JobContext& job) const {
    auto plan = planFor(request.data, request.users, request.hyperparameters);
    plan.recipe = name_;
    SequenceTrainer trainer(request, plan, job);
    return trainer.run();
}

std::unique_ptr<Model> UserSegmentation::update(const Model&, const dataset::TrainingData&,
                                                const base::JobContext&) const {
    throw base::ServiceError(base::ErrorCode::InvalidInput,
                             base::concat(name_, " has no training mode UPDATE. Use FULL."));
}

std::unique_ptr<Model> UserSegmentation::load(const std::filesystem::path& file) const {
    return SequenceModel::load(file, name_);
}

}  // namespace foretaste::recipes
