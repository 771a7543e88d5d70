// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/solution_version.h"

#include <cmath>

#include "core/service/check.h"
#include "core/service/live_reports.h"
#include "core/service/report_codec.h"
#include "core/service/state.h"

namespace foretaste::service {

std::string Service::createSolutionVersion(const CreateSolutionVersionRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    const auto solution = state_->resources.get<Solution>(request.solutionArn);
    if (solution.status != Status::Active)
        failInUse(base::concat("solution ", solution.name, " is ", enumText(solution.status)));
    const auto* recipe = recipes::findRecipe(solution.recipeArn);
    if (request.trainingMode == TrainingMode::AutoTrain)
        failInvalid(
            "trainingMode: AUTOTRAIN marks versions that the scheduler made; use FULL or "
            "UPDATE");
    if (request.trainingMode == TrainingMode::Update) {
        if (!recipe->facts().updates)
            failInvalid(base::concat("trainingMode: the recipe ", recipe->facts().name,
                                     " has no UPDATE; use FULL"));
        bool trained = false;
        for (const auto& version : state_->resources.all<SolutionVersion>(solution.arn()))
            trained |= version.status == Status::Active;
        if (!trained)
            failInvalid(
                base::concat("trainingMode: UPDATE brings new items into a trained "
                             "version, and solution ",
                             solution.name, " has none yet; use FULL first"));
    }
    const auto interactions =
        state_->datasetOf(solution.datasetGroupArn, DatasetType::Interactions);
    if (!interactions)
        failInvalid(base::concat("dataset group ", base::arnName(solution.datasetGroupArn),
                                 " has no Interactions dataset: create one and import data"));

    SolutionVersion version;
    version.name = request.name;
    version.solutionArn = solution.solutionArn;
    version.solutionVersionArn = base::concat(solution.solutionArn, '/', base::randomHexId());
    version.performHPO = solution.performHPO;
    version.recipeArn = solution.recipeArn;
    version.eventType = solution.eventType;
    version.datasetGroupArn = solution.datasetGroupArn;
    version.solutionConfig = solution.solutionConfig;
    version.trainingMode = request.trainingMode;
    state_->resources.add(version, request.tags);

    const auto arn = version.solutionVersionArn;
    state_->liveReports.begin(arn);
    state_->jobs.start(
        ResourceKind::SolutionVersion, arn,
        base::concat(request.trainingMode == TrainingMode::Update ? "Updating " : "Training ",
                     solution.name),
        Executor::Pool::Training,
        {[this, arn](const base::JobContext& job) { return state_->trainVersion(arn, job); },
         [this, arn](const std::string& reason, bool stopped) {
             auto failed = state_->resources.get<SolutionVersion>(arn);
             // What was stopped by a person is stopped; what was cut off by closing has failed.
             const bool asked = stopped && !state_->jobs.closing();
             failed.status = asked ? Status::CreateStopped : Status::CreateFailed;
             failed.failureReason = asked ? std::string{} : reason;
             state_->removeModel(arn);
             state_->resources.save(failed, writeReport(state_->liveReports.end(arn)).dump());
             state_->note(ResourceKind::SolutionVersion, arn,
                          base::concat("Version ", base::arnName(arn), " of ",
                                       base::arnName(failed.solutionArn),
                                       asked ? " was stopped" : base::concat(" failed: ", reason)),
                          !asked);
             return failed.status;
         }});
    return arn;
}

SolutionVersion Service::describeSolutionVersion(std::string_view arn) {
    return state_->resources.get<SolutionVersion>(arn);
}

Listing<SolutionVersion> Service::listSolutionVersions(std::string_view solutionArn,
                                                       const Page& page) {
    check(page);
    if (!solutionArn.empty()) state_->resources.get<Solution>(solutionArn);
    return state_->resources.list<SolutionVersion>(solutionArn, page);
}

void Service::stopSolutionVersionCreation(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    auto version = state_->resources.get<SolutionVersion>(arn);
    if (version.status != Status::CreatePending && version.status != Status::CreateInProgress)
        failInUse(base::concat("version ", base::arnName(arn), " is ", enumText(version.status),
                               ": only a version that is being created can be stopped"));
    version.status = Status::CreateStopping;
    state_->resources.save(version);
    state_->jobs.requestStop(arn);
}

SolutionMetrics Service::getSolutionMetrics(std::string_view arn) {
    const auto version = state_->resources.get<SolutionVersion>(arn);
    if (version.status != Status::Active)
        failInUse(base::concat("version ", base::arnName(arn), " is ", enumText(version.status),
                               ": metrics are there once it is ACTIVE"));
    constexpr double kDecimals = 1e4;
    SolutionMetrics metrics{version.solutionVersionArn, {}};
    for (const auto& [name, estimate] : trainingReport(arn).metrics)
        metrics.metrics[name] = std::round(estimate.value * kDecimals) / kDecimals;
    return metrics;
}

TrainingReport Service::trainingReport(std::string_view arn) {
    if (auto live = state_->liveReports.find(arn)) return std::move(*live);
    state_->resources.get<SolutionVersion>(arn);
    const auto extra = state_->resources.extra<SolutionVersion>(arn);
    return extra.empty() ? TrainingReport{} : readTrainingReport(parseJson(extra));
}

SolutionVersion activeVersion(Resources& resources, std::string_view arn) {
    auto version = resources.get<SolutionVersion>(arn);
    if (version.status != Status::Active)
        failInUse(base::concat("solution version ", base::arnName(arn), " is ",
                               enumText(version.status), ": only an ACTIVE version can answer"));
    return version;
}

std::filesystem::path Service::State::modelFile(std::string_view versionArn) const {
    // Solutions may differ in case only; the random id keeps the files apart everywhere.
    return workspace / "models" / base::concat(base::arnName(versionArn), ".safetensors");
}

void Service::State::removeModel(std::string_view versionArn) {
    std::error_code ignored;  // a file that is not there is as good as removed
    auto file = modelFile(versionArn);
    std::filesystem::remove(file, ignored);
    std::filesystem::remove(file.replace_extension(".json"), ignored);
}

}  // namespace foretaste::service
