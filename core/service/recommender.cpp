// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/recommender.h"

#include <cmath>

#include "core/service/check.h"
#include "core/service/exploration_config.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

/// What the catalogue keeps of a recommender beyond the API: its model, and the one that an update
/// is training. Each names the file as the ARN of a version does.
struct RecommenderModels {
    std::string current, next;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("current", self.current);
        visit.optional("next", self.next);
    }
};

RecommenderModels modelsOf(Resources& resources, std::string_view arn) {
    return fromJson<RecommenderModels>(parseJson(resources.extra<Recommender>(arn)));
}

std::string newModel(const std::string& recommenderArn) {
    return base::concat(recommenderArn, '/', base::randomHexId());
}

bool trainsAlike(const RecommenderConfig& a, const RecommenderConfig& b) {
    const auto columns = [](const RecommenderConfig& config) {
        return config.trainingDataConfig ? config.trainingDataConfig->excludedDatasetColumns
                                         : std::map<std::string, std::vector<std::string>>{};
    };
    return columns(a) == columns(b);
}

std::map<std::string, double> rounded(const evaluate::Metrics& metrics) {
    constexpr double kDecimals = 1e4;
    std::map<std::string, double> values;
    for (const auto& [name, estimate] : metrics)
        values[name] = std::round(estimate.value * kDecimals) / kDecimals;
    return values;
}

const UseCase& useCaseOf(const Recommender& recommender) {
    return *findUseCase(recommender.recipeArn);
}

void requireAtRest(const Recommender& recommender) {
    if (isUnderWay(recommender.status))
        failInUse(base::concat("recommender ", recommender.name, " is ",
                               enumText(recommender.status), ": wait until that is done"));
    if (const auto& update = recommender.latestRecommenderUpdate;
        update && isUnderWay(update->status))
        failInUse(base::concat("recommender ", recommender.name,
                               " is being updated: wait until that is done"));
}

TrainedModel modelOf(const Recommender& recommender, const RecommenderConfig& config,
                     const std::string& modelArn) {
    const auto& useCase = useCaseOf(recommender);
    TrainedModel model{
        modelArn, recipes::findRecipe(useCase.recipe), recommender.datasetGroupArn, {}, &useCase};
    model.filter.eventType = useCase.eventType;
    if (config.trainingDataConfig) exclude(*config.trainingDataConfig, model.filter);
    return model;
}

}  // namespace

void Service::State::checkRecommender(const UseCase& useCase, const RecommenderConfig& config) {
    const auto& facts = recipes::findRecipe(useCase.recipe)->facts();
    if (!facts.available) failNotAvailable(base::concat("The recipe ", useCase.name));
    explorationOf(config.itemExplorationConfig);
    if (!config.itemExplorationConfig.empty() && !facts.explores)
        failInvalid(base::concat("recommenderConfig.itemExplorationConfig: the recipe ",
                                 useCase.name, " does not explore"));
    if (config.trainingDataConfig)
        checkTrainingColumns(*config.trainingDataConfig, "recommenderConfig");
}

std::string Service::createRecommender(const CreateRecommenderRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    const auto group = state_->activeGroup(request.datasetGroupArn);
    const auto* useCase = findUseCase(request.recipeArn);
    if (!useCase && recipes::findRecipe(request.recipeArn))
        failInvalid(base::concat("recipeArn: ", base::arnName(request.recipeArn),
                                 " is not a use case of a domain: create a solution with it"));
    if (!useCase)
        throw base::ServiceError(base::ErrorCode::ResourceNotFound,
                                 base::concat("there is no recipe with the ARN ", request.recipeArn,
                                              ": the list of recipes shows those there are"));
    if (group.domain != useCase->domain)
        failInvalid(base::concat("recipeArn: ", useCase->name,
                                 " is for dataset groups of the "
                                 "domain ",
                                 enumText(useCase->domain), "; ", group.name,
                                 group.domain == Domain::None
                                     ? std::string(" is a custom one: create a solution there")
                                     : base::concat(" is of ", enumText(group.domain))));
    const auto config = request.recommenderConfig.value_or(RecommenderConfig{});
    state_->checkRecommender(*useCase, config);
    for (const auto type : {DatasetType::Interactions, DatasetType::Items})
        if ((type == DatasetType::Interactions || useCase->needsItemsDataset) &&
            !state_->datasetOf(group.datasetGroupArn, type))
            failInvalid(base::concat("recipeArn: ", useCase->name, " needs a dataset of type ",
                                     schema::typeName(type), ", which ", group.name,
                                     " does not have: create one and import data"));
    constexpr std::size_t kQuota = 5;
    if (state_->settings.compatible &&
        state_->resources.all<Recommender>(group.datasetGroupArn).size() >= kQuota)
        throw base::ServiceError(base::ErrorCode::LimitExceeded,
                                 "the service allows 5 recommenders a dataset group: delete one");

    Recommender recommender;
    recommender.recommenderArn = base::makeArn(base::concat("recommender/", request.name));
    recommender.datasetGroupArn = group.datasetGroupArn;
    recommender.name = request.name;
    recommender.recipeArn = base::makeServiceArn(base::concat("recipe/", useCase->name));
    recommender.recommenderConfig = config;
    recommender.recommenderConfig.minRecommendationRequestsPerSecond =
        config.minRecommendationRequestsPerSecond.value_or(1);
    const auto arn = recommender.recommenderArn;
    state_->resources.add(recommender, request.tags,
                          toJson(RecommenderModels{newModel(arn), {}}).dump());
    state_->jobs.start(
        ResourceKind::Recommender, arn, base::concat("Training ", recommender.name),
        Executor::Pool::Training,
        {[this, arn](const base::JobContext& job) { return state_->trainRecommender(arn, job); },
         [this, arn](const std::string& reason, bool) {
             auto failed = state_->resources.get<Recommender>(arn);
             const auto model = modelsOf(state_->resources, arn).current;
             state_->liveReports.end(model);
             state_->removeModel(model);
             failed.status = Status::CreateFailed;
             failed.failureReason = reason;
             state_->resources.save(failed);
             state_->note(ResourceKind::Recommender, arn,
                          base::concat("Recommender ", failed.name, " failed: ", reason), true);
             return Status::CreateFailed;
         }});
    return arn;
}

Status Service::State::trainRecommender(const std::string& arn, const base::JobContext& job) {
    auto recommender = resources.get<Recommender>(arn);
    recommender.status = Status::CreateInProgress;
    resources.save(recommender);
    const auto model = modelsOf(resources, arn).current;
    liveReports.begin(model);
    train({modelOf(recommender, recommender.recommenderConfig, model),
           useCaseOf(recommender).hyperparameters,
           {}},
          job);
    recommender.modelMetrics = rounded(liveReports.find(model)->metrics);
    deploy(recommender);
    liveReports.end(model);
    recommender.status = Status::Active;
    resources.save(recommender);
    note(ResourceKind::Recommender, arn,
         base::concat("Recommender ", recommender.name, " serves ", useCaseOf(recommender).title));
    return Status::Active;
}

std::shared_ptr<CampaignRuntime> Service::State::load(const Recommender& recommender,
                                                      const std::string& model) {
    const auto& config = recommender.recommenderConfig;
    return load(modelOf(recommender, config, model), explorationOf(config.itemExplorationConfig),
                config.enableMetadataWithRecommendations.value_or(false));
}

std::shared_ptr<CampaignRuntime> Service::State::deploy(const Recommender& recommender) {
    const auto& arn = recommender.recommenderArn;
    auto runtime = load(recommender, modelsOf(resources, arn).current);
    serve(arn, runtime);
    return runtime;
}

std::string Service::updateRecommender(const UpdateRecommenderRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    auto recommender = state_->resources.get<Recommender>(request.recommenderArn);
    requireAtRest(recommender);
    if (recommender.status != Status::Active)
        failInUse(base::concat("recommender ", recommender.name, " is ",
                               enumText(recommender.status),
                               ": only an ACTIVE one can be updated"));
    RecommenderUpdateSummary update;
    update.recommenderConfig = recommender.recommenderConfig;
    auto& config = update.recommenderConfig;
    const auto& given = request.recommenderConfig;
    if (!given.itemExplorationConfig.empty())
        config.itemExplorationConfig = given.itemExplorationConfig;
    if (given.minRecommendationRequestsPerSecond)
        config.minRecommendationRequestsPerSecond = given.minRecommendationRequestsPerSecond;
    if (given.trainingDataConfig) config.trainingDataConfig = given.trainingDataConfig;
    if (given.enableMetadataWithRecommendations)
        config.enableMetadataWithRecommendations = given.enableMetadataWithRecommendations;
    state_->checkRecommender(useCaseOf(recommender), config);
    update.creationDateTime = update.lastUpdatedDateTime = {base::nowMs()};

    const auto arn = recommender.recommenderArn;
    const bool retrains = !trainsAlike(recommender.recommenderConfig, config);
    auto models = modelsOf(state_->resources, arn);
    if (retrains) models.next = newModel(arn);
    recommender.latestRecommenderUpdate = std::move(update);
    state_->resources.save(recommender, toJson(models).dump());
    state_->jobs.start(
        ResourceKind::Recommender, arn, base::concat("Updating ", recommender.name),
        retrains ? Executor::Pool::Training : Executor::Pool::Io,
        {[this, arn](const base::JobContext& job) { return state_->changeRecommender(arn, job); },
         [this, arn](const std::string& reason, bool) {
             auto failed = state_->resources.get<Recommender>(arn);
             auto kept = modelsOf(state_->resources, arn);
             if (!kept.next.empty()) {
                 state_->liveReports.end(kept.next);
                 state_->removeModel(std::exchange(kept.next, {}));
             }
             failed.latestRecommenderUpdate->status = Status::CreateFailed;
             failed.latestRecommenderUpdate->failureReason = reason;
             state_->resources.save(failed, toJson(kept).dump());
             state_->note(ResourceKind::Recommender, arn,
                          base::concat("Update of recommender ", failed.name, " failed: ", reason),
                          true);
             return Status::CreateFailed;
         }});
    return arn;
}

Status Service::State::changeRecommender(const std::string& arn, const base::JobContext& job) {
    auto recommender = resources.get<Recommender>(arn);
    auto& update = *recommender.latestRecommenderUpdate;
    update.status = Status::CreateInProgress;
    resources.save(recommender);
    auto models = modelsOf(resources, arn);
    const auto before = models.current;
    if (!models.next.empty()) {
        liveReports.begin(models.next);
        train({modelOf(recommender, update.recommenderConfig, models.next),
               useCaseOf(recommender).hyperparameters,
               {}},
              job);
        recommender.modelMetrics = rounded(liveReports.end(models.next).metrics);
        models.current = std::exchange(models.next, {});
    }
    recommender.recommenderConfig = update.recommenderConfig;
    update.status = Status::Active;
    update.lastUpdatedDateTime = {base::nowMs()};
    const auto runtime = load(recommender, models.current);
    resources.save(recommender, toJson(models).dump());
    serve(arn, runtime);  // what was there before serves until this line is done
    if (models.current != before) removeModel(before);
    note(ResourceKind::Recommender, arn,
         base::concat("Recommender ", recommender.name, " was updated"));
    return Status::Active;
}

Recommender Service::describeRecommender(std::string_view arn) {
    return state_->resources.get<Recommender>(arn);
}

Listing<Recommender> Service::listRecommenders(std::string_view datasetGroupArn, const Page& page) {
    check(page);
    return state_->resources.list<Recommender>(datasetGroupArn, page);
}

std::string Service::stopRecommender(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    auto recommender = state_->resources.get<Recommender>(arn);
    requireAtRest(recommender);
    if (recommender.status != Status::Active)
        failInUse(base::concat("recommender ", recommender.name, " is ",
                               enumText(recommender.status),
                               ": only an ACTIVE one can be stopped"));
    state_->moveRecommender(std::move(recommender), Status::StopPending, Status::StopInProgress,
                            Status::Inactive);
    return std::string(arn);
}

std::string Service::startRecommender(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    auto recommender = state_->resources.get<Recommender>(arn);
    requireAtRest(recommender);
    if (recommender.status != Status::Inactive)
        failInUse(base::concat("recommender ", recommender.name, " is ",
                               enumText(recommender.status),
                               ": only an INACTIVE one can be started"));
    state_->moveRecommender(std::move(recommender), Status::StartPending, Status::StartInProgress,
                            Status::Active);
    return std::string(arn);
}

void Service::State::moveRecommender(Recommender recommender, Status pending, Status inProgress,
                                     Status end) {
    recommender.status = pending;
    resources.save(recommender);
    const auto arn = recommender.recommenderArn;
    const bool starts = end == Status::Active;
    jobs.start(ResourceKind::Recommender, arn,
               base::concat(starts ? "Starting " : "Stopping ", recommender.name),
               Executor::Pool::Io,
               {[this, arn, inProgress, end, starts](const base::JobContext&) {
                    auto moved = resources.get<Recommender>(arn);
                    moved.status = inProgress;
                    resources.save(moved);
                    if (starts)
                        deploy(moved);
                    else
                        stopServing(arn);
                    moved.status = end;
                    moved.failureReason.clear();
                    resources.save(moved);
                    note(ResourceKind::Recommender, arn,
                         base::concat("Recommender ", moved.name, " is ", enumText(end)));
                    return Status::Active;
                },
                [this, arn, starts](const std::string& reason, bool) {
                    auto failed = resources.get<Recommender>(arn);
                    failed.status = starts ? Status::Inactive : Status::Active;
                    failed.failureReason = reason;
                    resources.save(failed);
                    note(ResourceKind::Recommender, arn,
                         base::concat("Recommender ", failed.name, " did not ",
                                      starts ? "start: " : "stop: ", reason),
                         true);
                    return Status::CreateFailed;
                }});
}

void Service::deleteRecommender(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    const auto recommender = state_->resources.get<Recommender>(arn);
    requireAtRest(recommender);
    const auto model = modelsOf(state_->resources, arn).current;
    state_->stopServing(arn);
    state_->resources.remove(recommender);
    state_->removeModel(model);
    state_->note(ResourceKind::Recommender, arn,
                 base::concat("Recommender ", recommender.name, " was deleted"));
}

void Service::State::recoverRecommenders() {
    constexpr std::string_view kEnded = "the program ended before this was done";
    for (auto& recommender : resources.all<Recommender>()) {
        auto& update = recommender.latestRecommenderUpdate;
        const bool updating = update && isUnderWay(update->status);
        if (!isUnderWay(recommender.status) && !updating) continue;
        const auto arn = recommender.recommenderArn;
        auto models = modelsOf(resources, arn);
        std::string ended;
        if (recommender.status == Status::CreatePending ||
            recommender.status == Status::CreateInProgress) {
            recommender.status = Status::CreateFailed;
            recommender.failureReason = base::concat(kEnded, "; delete it and create it again.");
            removeModel(models.current);
            ended = base::concat("Recommender ", recommender.name, ": ", recommender.failureReason);
        } else if (recommender.status == Status::StopPending ||
                   recommender.status == Status::StopInProgress) {
            recommender.status = Status::Inactive;
        } else {
            recommender.status = Status::Active;  // starting is only loading
        }
        if (updating) {
            update->status = Status::CreateFailed;
            update->failureReason = base::concat(kEnded, "; update it again.");
            if (!models.next.empty()) removeModel(std::exchange(models.next, {}));
            ended = base::concat("Update of recommender ", recommender.name, ": ",
                                 update->failureReason);
        }
        resources.save(recommender, toJson(models).dump());
        if (!ended.empty()) startupNotes.push_back(ended);
    }
}

}  // namespace foretaste::service
