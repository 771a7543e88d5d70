// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/solution.h"

#include "core/service/check.h"
#include "core/service/state.h"

namespace foretaste::service {

void checkSolutionConfig(const SolutionConfig& config, const recipes::RecipeFacts& facts) {
    recipes::checkParameters(facts, config.algorithmHyperParameters,
                             recipes::ParameterGroup::Algorithm);
    recipes::checkParameters(facts, config.featureTransformationParameters,
                             recipes::ParameterGroup::Featurization);
    if (config.eventsConfig) {
        if (!facts.name.ends_with("-v2"))
            failInvalid(
                base::concat("solutionConfig.eventsConfig: only the recipes whose names end "
                             "in -v2 weigh events by their type, not ",
                             facts.name, "; choose events with eventType and eventValueThreshold"));
        failNotAvailable("Weighing events by their type (solutionConfig.eventsConfig)");
    }
    double threshold = 0;
    if (!config.eventValueThreshold.empty() &&
        !base::parseNumber(config.eventValueThreshold, threshold))
        failInvalid(base::concat("solutionConfig.eventValueThreshold: '",
                                 config.eventValueThreshold, "' is not a number"));
    if (const auto& objective = config.optimizationObjective;
        objective && objective->objectiveSensitivity != ObjectiveSensitivity::None &&
        objective->objectiveSensitivity != ObjectiveSensitivity::Off)
        failNotAvailable("Objective optimisation (solutionConfig.optimizationObjective)");
    if (config.trainingDataConfig)
        checkTrainingColumns(*config.trainingDataConfig, "solutionConfig");
}

void checkTrainingColumns(const TrainingDataConfig& columns, std::string_view where) {
    for (const auto* map : {&columns.excludedDatasetColumns, &columns.includedDatasetColumns})
        for (const auto& [type, names] : *map)
            if (!schema::typeFromName(type))
                failInvalid(
                    base::concat(where, ".trainingDataConfig: '", type, "' is not a dataset type"));
    if (!columns.includedDatasetColumns.empty())
        failNotAvailable(base::concat(where,
                                      ".trainingDataConfig.includedDatasetColumns (name the "
                                      "columns to leave out in excludedDatasetColumns "
                                      "instead: it)"));
}

std::string Service::createSolution(const CreateSolutionRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    const auto group = state_->activeGroup(request.datasetGroupArn);
    if (request.performAutoML.value_or(false)) failNotAvailable("AutoML (performAutoML)");
    if (request.performHPO.value_or(false))
        failNotAvailable("Hyperparameter optimisation (performHPO)");
    if (request.performIncrementalUpdate.value_or(false))
        failInvalid("performIncrementalUpdate: only the recipe aws-semantic-similarity has it");
    if (request.recipeArn.empty())
        failInvalid(
            "recipeArn is missing: choose a recipe, for example "
            "arn:aws:personalize:::recipe/aws-user-personalization");
    const auto* recipe = recipes::findRecipe(request.recipeArn);
    if (const auto* useCase = findUseCase(request.recipeArn))
        failInvalid(base::concat("recipeArn: ", useCase->name,
                                 " is a use case of a domain: create a recommender with it"));
    if (!recipe)
        throw base::ServiceError(base::ErrorCode::ResourceNotFound,
                                 base::concat("there is no recipe with the ARN ", request.recipeArn,
                                              ": the list of recipes shows those there are"));
    if (!recipe->facts().available)
        failNotAvailable(base::concat("The recipe ", recipe->facts().name));
    if (request.solutionConfig) checkSolutionConfig(*request.solutionConfig, recipe->facts());

    constexpr std::size_t kQuota = 10;
    if (state_->settings.compatible &&
        state_->resources.all<Solution>(group.datasetGroupArn).size() >= kQuota)
        throw base::ServiceError(base::ErrorCode::LimitExceeded,
                                 "the service allows 10 solutions a dataset group: delete one");

    Solution solution;
    solution.name = request.name;
    solution.solutionArn = base::makeArn(base::concat("solution/", request.name));
    solution.performHPO = request.performHPO.value_or(false);
    solution.performAutoTraining = request.performAutoTraining.value_or(true);
    solution.recipeArn = base::makeServiceArn(base::concat("recipe/", recipe->facts().name));
    solution.datasetGroupArn = group.datasetGroupArn;
    solution.eventType = request.eventType;
    solution.solutionConfig = request.solutionConfig;
    solution.status = Status::Active;
    state_->resources.add(solution, request.tags);
    state_->note(
        ResourceKind::Solution, solution.arn(),
        base::concat("Solution ", solution.name, " with ", recipe->facts().name, " was created"));
    return solution.solutionArn;
}

std::string Service::updateSolution(const UpdateSolutionRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    auto solution = state_->resources.get<Solution>(request.solutionArn);
    if (!request.performAutoTraining && !request.performIncrementalUpdate &&
        !request.solutionUpdateConfig)
        failInvalid("there is nothing to update: give performAutoTraining or solutionUpdateConfig");
    if (request.performIncrementalUpdate.value_or(false))
        failInvalid("performIncrementalUpdate: only the recipe aws-semantic-similarity has it");
    auto config = solution.solutionConfig.value_or(SolutionConfig{});
    if (const auto& update = request.solutionUpdateConfig) {
        if (update->autoTrainingConfig) config.autoTrainingConfig = update->autoTrainingConfig;
        if (update->eventsConfig) config.eventsConfig = update->eventsConfig;
        checkSolutionConfig(config, recipes::findRecipe(solution.recipeArn)->facts());
        solution.solutionConfig = std::move(config);
    }
    solution.performAutoTraining =
        request.performAutoTraining.value_or(solution.performAutoTraining);
    SolutionUpdateSummary summary;
    summary.solutionUpdateConfig = request.solutionUpdateConfig;
    summary.performAutoTraining = request.performAutoTraining;
    summary.performIncrementalUpdate = request.performIncrementalUpdate;
    summary.creationDateTime = summary.lastUpdatedDateTime = {base::nowMs()};
    solution.latestSolutionUpdate = std::move(summary);
    state_->resources.save(solution);
    state_->note(ResourceKind::Solution, solution.arn(),
                 base::concat("Solution ", solution.name, " was updated"));
    return solution.solutionArn;
}

Solution Service::describeSolution(std::string_view arn) {
    auto solution = state_->resources.get<Solution>(arn);
    const auto versions = state_->resources.all<SolutionVersion>(arn);
    if (!versions.empty()) solution.latestSolutionVersion = versions.back().summary();
    return solution;
}

Listing<Solution> Service::listSolutions(std::string_view datasetGroupArn, const Page& page) {
    check(page);
    return state_->resources.list<Solution>(datasetGroupArn, page);
}

void Service::deleteSolution(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    const auto solution = state_->resources.get<Solution>(arn);
    const auto campaigns = state_->resources.all<Campaign>(arn);
    if (!campaigns.empty())
        failInUse(base::concat("solution ", solution.name, " is deployed by ",
                               countOf(campaigns.size(), "campaign"), " (", campaigns[0].name,
                               campaigns.size() > 1 ? ", ..." : "", "): delete them first"));
    const auto versions = state_->resources.all<SolutionVersion>(arn);
    for (const auto& version : versions)
        if (isUnderWay(version.status))
            failInUse(base::concat("version ", base::arnName(version.arn()), " of solution ",
                                   solution.name, " is ", enumText(version.status),
                                   ": wait or stop it"));
    for (const auto& version : versions) {
        const auto refuse = [](const auto& jobs) {
            for (const auto& job : jobs)
                if (isUnderWay(job.status))
                    failInUse(base::concat("the batch job ", job.jobName,
                                           " of this solution is under way: wait or stop it"));
        };
        refuse(state_->resources.all<BatchInferenceJob>(version.arn()));
        refuse(state_->resources.all<BatchSegmentJob>(version.arn()));
    }
    for (const auto& version : versions) {
        state_->resources.remove(version);
        state_->removeModel(version.arn());
    }
    state_->resources.remove(solution);
    state_->note(ResourceKind::Solution, arn,
                 base::concat("Solution ", solution.name, " was deleted with ",
                              countOf(versions.size(), "version")));
}

}  // namespace foretaste::service
