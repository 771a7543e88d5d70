// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/batch_inference_job.h"

#include "core/base/parallel.h"
#include "core/service/answering.h"
#include "core/service/batch_lines.h"
#include "core/service/check.h"
#include "core/service/exploration_config.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

constexpr std::int64_t kResults = 25;

struct InputLine {
    std::string userId, itemId;
    std::vector<std::string> itemList;
    std::map<std::string, std::string> filterValues;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("userId", self.userId, kText256);
        visit.optional("itemId", self.itemId, kText256);
        visit.optional("itemList", self.itemList,
                       Rule{.maxSize = kRankedList.maxSize, .entry = &kId});
        visit.optional("filterValues", self.filterValues, kFilterValues);
    }
};

InputLine readLine(const Json& json) {
    auto line = fromJson<InputLine>(json);
    check(line);
    return line;
}

/// The service writes scores for the recipes that follow single users.
Json outputOf(const std::vector<PredictedItem>& items, bool scores) {
    Json output{{"recommendedItems", Json::array()}};
    for (const auto& item : items) output["recommendedItems"].push_back(item.itemId);
    if (!scores) return output;
    output["scores"] = Json::array();
    for (const auto& item : items)
        output["scores"].push_back(item.score ? Json(*item.score) : Json());
    return output;
}

void requireBatch(const recipes::RecipeFacts& facts) {
    using enum recipes::RecipeType;
    if (facts.type == UserSegmentation)
        failInvalid(base::concat("solutionVersionArn: the recipe ", facts.name,
                                 " picks users for items; use CreateBatchSegmentJob"));
    if (facts.type == PersonalizedActions || facts.name == "aws-trending-now")
        failInvalid(base::concat("solutionVersionArn: the recipe ", facts.name,
                                 " has no batch recommendations"));
}

}  // namespace

std::string Service::createBatchInferenceJob(const CreateBatchInferenceJobRequest& request) {
    check(request);
    if (request.batchInferenceJobMode == BatchInferenceJobMode::ThemeGeneration ||
        request.themeGenerationConfig)
        failNotAvailable("Theme generation (batchInferenceJobMode THEME_GENERATION)");
    std::lock_guard lock(state_->writing);
    const auto version = activeVersion(state_->resources, request.solutionVersionArn);
    const auto& facts = recipes::findRecipe(version.recipeArn)->facts();
    requireBatch(facts);
    if (request.batchInferenceJobConfig) {
        const auto& config = *request.batchInferenceJobConfig;
        explorationOf(config.itemExplorationConfig);
        requireExploring(config.itemExplorationConfig, facts, "batchInferenceJobConfig");
        requireInfluenced(config.rankingInfluence, facts, "batchInferenceJobConfig");
    }
    state_->requireBatchPlaces(version, request.filterArn, request.jobInput, request.jobOutput);

    BatchInferenceJob job;
    job.jobName = request.jobName;
    job.batchInferenceJobArn = base::makeArn(base::concat("batch-inference-job/", request.jobName));
    job.filterArn = request.filterArn;
    job.solutionVersionArn = version.solutionVersionArn;
    job.numResults = request.numResults.value_or(0) == 0 ? kResults : *request.numResults;
    job.jobInput = request.jobInput;
    job.jobOutput = request.jobOutput;
    job.batchInferenceJobConfig = request.batchInferenceJobConfig;
    job.roleArn = request.roleArn;
    state_->resources.add(job, request.tags);

    const auto arn = job.batchInferenceJobArn;
    state_->jobs.start(
        ResourceKind::BatchInferenceJob, arn, base::concat("Recommending for ", job.jobName),
        Executor::Pool::Io,
        {[this, arn](const base::JobContext& context) { return state_->inferBatch(arn, context); },
         state_->failing<BatchInferenceJob>(arn, "Batch inference", Status::CreateFailed)});
    return arn;
}

void Service::State::requireBatchPlaces(const SolutionVersion& version,
                                        const std::string& filterArn, const BatchJobInput& input,
                                        const BatchJobOutput& output) {
    if (!filterArn.empty())
        if (const auto filter = resources.get<Filter>(filterArn);
            filter.datasetGroupArn != version.datasetGroupArn)
            failInvalid(base::concat("filterArn: filter ", filter.name,
                                     " belongs to another dataset group than the version"));
    const auto from = locate(input.s3DataSource.path), to = locate(output.s3DataDestination.path);
    batchInputs(from);
    if ((from / "").lexically_normal() == (to / "").lexically_normal())
        failInvalid("jobOutput: the output must have another place than the input");
}

Status Service::State::inferBatch(const std::string& jobArn, const base::JobContext& context) {
    auto job = resources.get<BatchInferenceJob>(jobArn);
    job.status = Status::CreateInProgress;
    resources.save(job);

    context.report({.fraction = 0, .phase = "loading the model"});
    const auto exploration = job.batchInferenceJobConfig
                                 ? explorationOf(job.batchInferenceJobConfig->itemExplorationConfig)
                                 : explore::ExplorationConfig{};
    const auto runtime =
        load(modelOf(resources.get<SolutionVersion>(job.solutionVersionArn)), exploration, false);
    {
        std::lock_guard items(putting);
        serveNewItems(*runtime);
    }
    const auto& facts = runtime->serving()->deployed->model().facts();
    const bool ranks = facts.type == recipes::RecipeType::PersonalizedRanking;
    const auto recommend = [&](const BatchLine& asked) {
        auto line = readLine(asked.input);
        const Answering answering(*this, runtime);
        serve::StageTimes unused;
        if (ranks) {
            if (line.itemList.empty())
                failInvalid(base::concat("itemList is missing: the recipe ", facts.name,
                                         " orders the items of each line"));
            if (line.userId.empty())
                failInvalid(
                    base::concat("userId is missing: the recipe ", facts.name, " needs it"));
            return outputOf(answering.order({.inputList = std::move(line.itemList),
                                             .userId = std::move(line.userId),
                                             .filterArn = job.filterArn,
                                             .filterValues = std::move(line.filterValues)},
                                            unused),
                            true);
        }
        return outputOf(answering.list({.itemId = std::move(line.itemId),
                                        .userId = std::move(line.userId),
                                        .numResults = job.numResults,
                                        .filterArn = job.filterArn,
                                        .filterValues = std::move(line.filterValues)},
                                       {exploration, asked.number}, unused),
                        answering.isPersonal());
    };
    base::Team team(settings.threads > 0 ? settings.threads : base::defaultThreads());
    const auto answer = [&](std::vector<BatchLine>& lines) {
        team.forRange(lines.size(), [&](std::size_t first, std::size_t last, int) {
            for (auto i = first; i < last && !context.stopRequested(); ++i)
                tryLine(lines[i], [&] { lines[i].output = recommend(lines[i]); });
        });
    };
    const auto totals = answerLines(batchInputs(locate(job.jobInput.s3DataSource.path)),
                                    locate(job.jobOutput.s3DataDestination.path),
                                    "recommendedItems", context, answer);
    job.status = Status::Active;
    resources.save(job);
    note(ResourceKind::BatchInferenceJob, jobArn,
         base::concat("Batch inference ", job.jobName, totals.text()));
    return Status::Active;
}

BatchInferenceJob Service::describeBatchInferenceJob(std::string_view arn) {
    return state_->resources.get<BatchInferenceJob>(arn);
}

Listing<BatchInferenceJob> Service::listBatchInferenceJobs(std::string_view solutionVersionArn,
                                                           const Page& page) {
    check(page);
    return state_->resources.list<BatchInferenceJob>(solutionVersionArn, page);
}

void Service::stopBatchInferenceJob(std::string_view arn) {
    const auto job = state_->resources.get<BatchInferenceJob>(arn);
    if (!isUnderWay(job.status))
        failInUse(base::concat("batch inference ", job.jobName, " is ", enumText(job.status),
                               ": there is nothing to stop"));
    state_->jobs.requestStop(arn);
}

}  // namespace foretaste::service
