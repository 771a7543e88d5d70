// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/sequence_recipe.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/recipes/recipe_facts.h"
#include "core/recipes/sequence_trainer.h"

namespace foretaste::recipes {

const RecipeFacts& SequenceRecipe::facts() const {
    return factsOf(name_);
}

TrainingResult SequenceRecipe::train(const TrainingRequest& request,
                                     const base::JobContext& job) const {
    SequenceTrainer trainer(
        request, planFor(name_, request.data, request.users, request.hyperparameters), job);
    return trainer.run();
}

std::unique_ptr<Model> SequenceRecipe::update(const Model& base, const dataset::TrainingData& data,
                                              const base::JobContext& job) const {
    if (!facts().updates)
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat(name_, " has no training mode UPDATE. Use FULL."));
    const auto* model = dynamic_cast<const SequenceModel*>(&base);
    if (!model || base.facts().name != name_)
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("A version of ", base.facts().name, " cannot be updated as ", name_, "."));
    job.throwIfStopped();
    job.report({.fraction = 0.1, .phase = "bringing in new items"});
    auto updated = model->withCatalogue(data);
    job.report({.fraction = 1, .phase = "new items are in"});
    return updated;
}

std::unique_ptr<Model> SequenceRecipe::load(const std::filesystem::path& file) const {
    return SequenceModel::load(file, name_);
}

}  // namespace foretaste::recipes
