// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/personalized_ranking.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/recipes/recipe_facts.h"
#include "core/recipes/sequence_trainer.h"

namespace foretaste::recipes {
namespace {

constexpr const char* kName = "aws-personalized-ranking";

}  // namespace

const RecipeFacts& PersonalizedRanking::facts() const {
    return factsOf(kName);
}

TrainingResult PersonalizedRanking::train(const TrainingRequest& request,
                                          const base::JobContext& job) const {
    auto plan = planFor(request.data, request.users, request.hyperparameters);
    plan.recipe = kName;
    SequenceTrainer trainer(request, plan, job);
    return trainer.run();
}

std::unique_ptr<Model> PersonalizedRanking::update(const Model&, const dataset::TrainingData&,
                                                   const base::JobContext&) const {
    throw base::ServiceError(base::ErrorCode::InvalidInput,
                             base::concat(kName, " has no training mode UPDATE. Use FULL."));
}

std::unique_ptr<Model> PersonalizedRanking::load(const std::filesystem::path& file) const {
    return SequenceModel::load(file, kName);
}

}  // namespace foretaste::recipes
