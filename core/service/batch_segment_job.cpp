// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/batch_segment_job.h"

#include <algorithm>
#include <numeric>

#include "core/recipes/segments.h"
#include "core/service/batch_lines.h"
#include "core/service/check.h"
#include "core/service/item_attributes.h"
#include "core/service/state.h"

namespace foretaste::service {
namespace {

constexpr std::int64_t kUsers = 25;
/// Numbers kept for one block of lines, at most: 128 MB.
constexpr std::size_t kMostScores = std::size_t{1} << 25U;

struct InputLine {
    std::string itemId, itemAttributes;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("itemId", self.itemId, kText256);
        visit.optional("itemAttributes", self.itemAttributes, Rule{0, 2500});
    }
};

/// The users with the highest scores, the highest first; equal ones in the order of the data.
Json likeliest(std::span<const float> scores, const std::vector<std::string>& ids,
               std::size_t count) {
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    count = std::min(count, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end(), [&](std::uint32_t a, std::uint32_t b) {
                          return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
                      });
    Json users = Json::array();
    for (std::size_t i = 0; i < count; ++i) users.push_back(ids[order[i]]);
    return {{"recommendedUsers", std::move(users)}};
}

}  // namespace

std::string Service::createBatchSegmentJob(const CreateBatchSegmentJobRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    const auto version = activeVersion(state_->resources, request.solutionVersionArn);
    const auto& facts = recipes::findRecipe(version.recipeArn)->facts();
    if (facts.type != recipes::RecipeType::UserSegmentation)
        failInvalid(base::concat("solutionVersionArn: the recipe ", facts.name,
                                 " recommends items; use CreateBatchInferenceJob, or a version of "
                                 "aws-item-affinity or aws-item-attribute-affinity"));
    if (!request.filterArn.empty()) failNotAvailable("A filter of user segments (filterArn)");
    state_->requireBatchPlaces(version, {}, request.jobInput, request.jobOutput);

    BatchSegmentJob job;
    job.jobName = request.jobName;
    job.batchSegmentJobArn = base::makeArn(base::concat("batch-segment-job/", request.jobName));
    job.solutionVersionArn = version.solutionVersionArn;
    job.numResults = request.numResults.value_or(0) == 0 ? kUsers : *request.numResults;
    job.jobInput = request.jobInput;
    job.jobOutput = request.jobOutput;
    job.roleArn = request.roleArn;
    state_->resources.add(job, request.tags);

    const auto arn = job.batchSegmentJobArn;
    state_->jobs.start(
        ResourceKind::BatchSegmentJob, arn, base::concat("Picking users for ", job.jobName),
        Executor::Pool::Io,
        {[this, arn](const base::JobContext& context) { return state_->pickUsers(arn, context); },
         state_->failing<BatchSegmentJob>(arn, "Batch segment", Status::CreateFailed)});
    return arn;
}

Status Service::State::pickUsers(const std::string& jobArn, const base::JobContext& context) {
    auto job = resources.get<BatchSegmentJob>(jobArn);
    job.status = Status::CreateInProgress;
    resources.save(job);

    context.report({.fraction = 0, .phase = "reading the users' histories"});
    const auto source = modelOf(resources.get<SolutionVersion>(job.solutionVersionArn));
    const auto model = source.recipe->load(modelFile(source.arn));
    const auto data = dataset::buildTrainingData(interactionsOf(source.datasetGroupArn), nullptr,
                                                 nullptr, source.filter);
    std::vector<std::uint32_t> users(data.userCount()), lengths(data.userCount());
    std::iota(users.begin(), users.end(), 0U);
    for (const auto user : users)
        lengths[user] = static_cast<std::uint32_t>(data.offsets[user + 1] - data.offsets[user]);
    base::Team team(settings.threads > 0 ? settings.threads : base::defaultThreads());
    const auto states = recipes::statesAfter(*model, data, users, lengths, team, context);

    const bool byAttributes = source.recipe->facts().name == "aws-item-attribute-affinity";
    const ItemAttributes attributes(model->itemIds(), itemBook(source.datasetGroupArn));
    const auto itemsOf = [&](const Json& json) {
        const auto line = fromJson<InputLine>(json);
        check(line);
        const auto& given = byAttributes ? line.itemAttributes : line.itemId;
        if (given.empty())
            failInvalid(base::concat(byAttributes ? "itemAttributes" : "itemId",
                                     " is missing: the recipe ", source.recipe->facts().name,
                                     " needs it"));
        return byAttributes ? attributes.matching(given) : attributes.withId(given);
    };
    const auto atOnce = std::clamp<std::size_t>(
        kMostScores / std::max<std::size_t>(users.size(), 1), 1, kBatchBlock);
    const auto answer = [&](std::vector<BatchLine>& lines) {
        for (auto first = lines.begin(); first != lines.end();) {
            std::vector<BatchLine*> asked;
            std::vector<recipes::ItemSet> sets;
            for (; first != lines.end() && sets.size() < atOnce; ++first)
                tryLine(*first, [&] {
                    sets.push_back(itemsOf(first->input));
                    asked.push_back(&*first);
                });
            const auto scores = recipes::segmentScores(*model, states, sets, team, context);
            for (std::size_t i = 0; i < asked.size(); ++i)
                asked[i]->output =
                    likeliest(std::span(scores).subspan(i * users.size(), users.size()), data.users,
                              static_cast<std::size_t>(job.numResults));
        }
    };
    const auto totals = answerLines(batchInputs(locate(job.jobInput.s3DataSource.path)),
                                    locate(job.jobOutput.s3DataDestination.path),
                                    "recommendedUsers", context, answer);
    job.status = Status::Active;
    resources.save(job);
    note(ResourceKind::BatchSegmentJob, jobArn,
         base::concat("Batch segment ", job.jobName, totals.text()));
    return Status::Active;
}

BatchSegmentJob Service::describeBatchSegmentJob(std::string_view arn) {
    return state_->resources.get<BatchSegmentJob>(arn);
}

Listing<BatchSegmentJob> Service::listBatchSegmentJobs(std::string_view solutionVersionArn,
                                                       const Page& page) {
    check(page);
    return state_->resources.list<BatchSegmentJob>(solutionVersionArn, page);
}

void Service::stopBatchSegmentJob(std::string_view arn) {
    const auto job = state_->resources.get<BatchSegmentJob>(arn);
    if (!isUnderWay(job.status))
        failInUse(base::concat("batch segment ", job.jobName, " is ", enumText(job.status),
                               ": there is nothing to stop"));
    state_->jobs.requestStop(arn);
}

}  // namespace foretaste::service
