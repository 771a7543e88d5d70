// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/base/parallel.h"
#include "core/recipes/evaluation.h"
#include "core/recipes/segments.h"
#include "core/service/report_codec.h"
#include "core/service/state.h"
#include "core/service/training_files.h"

namespace foretaste::service {
namespace {

/// A part of a job as the job of its own: progress 0 to 1 of it fills [first, last] of the whole.
base::JobContext partOf(const base::JobContext& job, double first, double last) {
    return {job.stopToken(), [&job, first, last](base::Progress progress) {
                progress.fraction =
                    first + (last - first) * std::clamp(progress.fraction, 0.0, 1.0);
                job.report(progress);
            }};
}

std::map<std::string, std::string> parametersOf(const SolutionVersion& version) {
    std::map<std::string, std::string> parameters;
    if (version.solutionConfig) {
        parameters = version.solutionConfig->algorithmHyperParameters;
        for (const auto& each : version.solutionConfig->featureTransformationParameters)
            parameters.insert(each);
    }
    return parameters;
}

/// The service's minima: they refuse in compatible mode and warn otherwise.
std::vector<std::string> minimaMissed(const dataset::TrainingData& data) {
    constexpr std::size_t kInteractions = 1000, kUsers = 25;
    std::vector<std::string> missed;
    if (data.eventCount() < kInteractions)
        missed.push_back(base::concat("the service trains from 1,000 interactions on; here are ",
                                      data.eventCount()));
    std::size_t users = 0;
    for (std::size_t user = 0; user < data.userCount(); ++user)
        if (data.offsets[user + 1] - data.offsets[user] >= 2) ++users;
    if (users < kUsers)
        missed.push_back(base::concat(
            "the service wants 25 users with two or more interactions; here are ", users));
    return missed;
}

struct Measured {
    evaluate::Metrics metrics, baseline;
    evaluate::Protocol protocol;
};

}  // namespace

void exclude(const TrainingDataConfig& columns, dataset::InteractionFilter& filter) {
    for (const auto& [type, names] : columns.excludedDatasetColumns)
        for (const auto& name : names) {
            if (schema::typeFromName(type) == DatasetType::Items)
                filter.excludedItemColumns.push_back(base::toUpper(name));
            if (schema::typeFromName(type) == DatasetType::Users)
                filter.excludedUserColumns.push_back(base::toUpper(name));
        }
}

TrainedModel modelOf(const SolutionVersion& version) {
    TrainedModel model{version.solutionVersionArn,
                       recipes::findRecipe(version.recipeArn),
                       version.datasetGroupArn,
                       {},
                       nullptr};
    auto& filter = model.filter;
    filter.eventType = version.eventType;
    if (!version.solutionConfig) return model;
    const auto& config = *version.solutionConfig;
    if (!config.eventValueThreshold.empty())
        filter.hasThreshold =
            base::parseNumber(config.eventValueThreshold, filter.eventValueThreshold);
    if (config.trainingDataConfig) exclude(*config.trainingDataConfig, filter);
    return model;
}

void Service::State::train(const TrainingTask& task, const base::JobContext& job) {
    const base::Stopwatch watch;
    const auto& arn = task.model.arn;
    const auto* recipe = task.model.recipe;
    const auto& group = task.model.datasetGroupArn;

    job.report({.fraction = 0, .phase = "reading the data"});
    const auto items = recordsOf(group, DatasetType::Items);
    const auto users = recordsOf(group, DatasetType::Users);
    const auto data = dataset::buildTrainingData(interactionsOf(group), items ? &*items : nullptr,
                                                 users ? &*users : nullptr, task.model.filter);
    job.throwIfStopped();
    const auto warnings = minimaMissed(data);
    if (settings.compatible && !warnings.empty()) failInvalid(warnings.front());
    liveReports.change(arn, [&](TrainingReport& report) {
        report.events = static_cast<std::int64_t>(data.eventCount());
        report.users = static_cast<std::int64_t>(data.userCount());
        report.items = static_cast<std::int64_t>(data.items.size());
        report.coldItems =
            std::count(data.items.interactions.begin(), data.items.interactions.end(), 0);
        report.warnings = warnings;
    });

    constexpr double kReadShare = 0.04, kTrainedShare = 0.9;
    std::unique_ptr<recipes::Model> model;
    if (const auto& baseArn = task.baseVersionArn; !baseArn.empty()) {
        const auto before =
            readTrainingReport(parseJson(resources.extra<SolutionVersion>(baseArn)));
        const auto old = recipe->load(modelFile(baseArn));
        model = recipe->update(*old, data, partOf(job, kReadShare, kTrainedShare));
        liveReports.change(arn, [&](TrainingReport& report) {
            report.metrics = before.metrics;  // behaviour is not learnt anew: the same numbers
            report.baseline = before.baseline;
            report.protocol = before.protocol;
            report.chosen = before.chosen;
            report.chosen["base version"] = base::arnName(baseArn);
            report.newItems = static_cast<std::int64_t>(model->itemIds().size()) -
                              static_cast<std::int64_t>(old->itemIds().size());
        });
    } else {
        const auto threads = settings.threads > 0 ? settings.threads : base::defaultThreads();
        const auto holdOut = dataset::splitUsers(data, settings.seed);
        recipes::TrainingRequest request{data,
                                         holdOut.trainUsers,
                                         task.hyperparameters,
                                         settings.seed,
                                         threads,
                                         [&](const recipes::TrainingPoint& point) {
                                             liveReports.change(arn, [&](TrainingReport& report) {
                                                 report.curve.push_back(point);
                                             });
                                         }};
        auto result = recipe->train(request, partOf(job, kReadShare, kTrainedShare));
        model = std::move(result.model);

        job.report({.fraction = kTrainedShare, .phase = "measuring on the held-out users"});
        base::Team team(threads);
        Measured measured;
        if (!holdOut.testUsers.empty()) {
            const auto measure = recipe->facts().type == recipes::RecipeType::UserSegmentation
                                     ? recipes::evaluateSegments
                                     : recipes::evaluateHoldOut;
            const auto evaluation = measure(*model, data, holdOut, team, job);
            measured.metrics = measured.baseline = evaluation.metrics;
            measured.protocol = evaluation.protocol;
            const auto* popularity = recipes::findRecipe("aws-popularity-count");
            if (recipe != popularity) {
                recipes::TrainingRequest plain{data, holdOut.trainUsers, {}, settings.seed, threads,
                                               {}};
                const auto baseline = popularity->train(plain, {});
                measured.baseline = measure(*baseline.model, data, holdOut, team, job).metrics;
            }
        }
        liveReports.change(arn, [&](TrainingReport& report) {
            report.curve = result.curve;
            report.bestEpoch = result.bestEpoch;
            report.chosen = result.chosen;
            report.metrics = measured.metrics;
            report.baseline = measured.baseline;
            report.protocol = measured.protocol;
            if (holdOut.testUsers.empty())
                report.warnings.push_back(
                    "no user has two interactions, so nothing could be held out and measured");
        });
    }

    job.throwIfStopped();
    job.report({.fraction = 0.98, .phase = "saving the model"});
    model->save(modelFile(arn));
    writeItemAges(modelFile(arn).replace_extension(".json"), *model, data);

    const double seconds = watch.seconds();
    liveReports.change(arn, [&](TrainingReport& report) { report.seconds = seconds; });
}

Status Service::State::trainVersion(const std::string& arn, const base::JobContext& job) {
    auto version = resources.get<SolutionVersion>(arn);
    version.status = Status::CreateInProgress;
    resources.save(version);
    TrainingTask task{modelOf(version), parametersOf(version), {}};
    if (version.trainingMode == TrainingMode::Update)
        // The newest finished version, whatever its mode: an UPDATE of an UPDATE goes on from it.
        for (const auto& each : resources.all<SolutionVersion>(version.solutionArn))
            if (each.status == Status::Active) task.baseVersionArn = each.arn();
    train(task, job);

    const double seconds = liveReports.find(arn)->seconds;
    constexpr double kSecondsPerHour = 3600;
    {
        // A stop that arrives now comes too late: the version is done.
        std::lock_guard lock(writing);
        version = resources.get<SolutionVersion>(arn);
        version.status = Status::Active;
        version.trainingHours = seconds / kSecondsPerHour;
        resources.save(version, writeReport(*liveReports.find(arn)).dump());
        liveReports.end(arn);
    }
    note(ResourceKind::SolutionVersion, arn,
         base::concat("Version ", base::arnName(arn), " of ", base::arnName(version.solutionArn),
                      " is ACTIVE after ", base::numberText(std::int64_t(seconds * 10) / 10.0),
                      " s"));
    followLatest(version);
    return Status::Active;
}

}  // namespace foretaste::service
