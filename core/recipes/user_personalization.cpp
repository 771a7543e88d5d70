// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/user_personalization.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/recipes/recipe_facts.h"
#include "core/recipes/sequence_trainer.h"

namespace foretaste::recipes {
namespace {

constexpr const char* kName = "aws-user-personalization";

}  // namespace

const RecipeFacts& UserPersonalization::facts() const {
    return factsOf(kName);
}

TrainingResult UserPersonalization::train(const TrainingRequest& request,
                                          const base::JobContext& job) const {
    SequenceTrainer trainer(request, planFor(request.data, request.users, request.hyperparameters),
                            job);
    return trainer.run();
}

std::unique_ptr<Model> UserPersonalization::update(const Model& base,
                                                   const dataset::TrainingData& data,
                                                   const base::JobContext& job) const {
    const auto* model = dynamic_cast<const SequenceModel*>(&base);
    if (!model)
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            base::concat("A version of ", base.facts().name, " cannot be updated as ", kName, "."));
    job.throwIfStopped();
    job.report({.fraction = 0.1, .phase = "bringing in new items"});
    auto updated = model->withCatalogue(data);
    job.report({.fraction = 1, .phase = "new items are in"});
    return updated;
}

std::unique_ptr<Model> UserPersonalization::load(const std::filesystem::path& file) const {
    return SequenceModel::load(file, kName);
}

}  // namespace foretaste::recipes
