// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/campaign.h"

#include <algorithm>
#include <array>

#include "core/service/check.h"
#include "core/service/exploration_config.h"
#include "core/service/state.h"
#include "core/service/training_files.h"

namespace foretaste::service {
namespace {

constexpr std::string_view kLatest = "/$LATEST";

/// The version that an ARN, or solution/$LATEST, stands for. It must be ACTIVE.
SolutionVersion deployable(Resources& resources, std::string_view arn,
                           const std::optional<CampaignConfig>& config) {
    const bool sync = config && config->syncWithLatestSolutionVersion.value_or(false);
    if (sync && !arn.ends_with(kLatest))
        failInvalid(
            base::concat("solutionVersionArn: with syncWithLatestSolutionVersion give the "
                         "solution's ARN and '",
                         kLatest, "'"));
    if (arn.ends_with(kLatest)) {
        const auto solution = resources.get<Solution>(arn.substr(0, arn.size() - kLatest.size()));
        const auto versions = resources.all<SolutionVersion>(solution.arn());
        const auto newest = std::find_if(versions.rbegin(), versions.rend(), [](const auto& each) {
            return each.status == Status::Active;
        });
        if (newest == versions.rend())
            failInvalid(base::concat("solutionVersionArn: solution ", solution.name,
                                     " has no ACTIVE version yet: train one first"));
        return *newest;
    }
    return activeVersion(resources, arn);
}

void checkForRecipe(const SolutionVersion& version, const std::optional<CampaignConfig>& config) {
    if (!config) return;
    const auto& facts = recipes::findRecipe(version.recipeArn)->facts();
    requireExploring(config->itemExplorationConfig, facts, "campaignConfig");
    requireInfluenced(config->rankingInfluence, facts, "campaignConfig");
}

explore::ExplorationConfig explorationOf(const std::optional<CampaignConfig>& config) {
    return config ? service::explorationOf(config->itemExplorationConfig)
                  : explore::ExplorationConfig{};
}

}  // namespace

std::string Service::createCampaign(const CreateCampaignRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    explorationOf(request.campaignConfig);
    const auto version =
        deployable(state_->resources, request.solutionVersionArn, request.campaignConfig);
    checkForRecipe(version, request.campaignConfig);
    const auto& facts = recipes::findRecipe(version.recipeArn)->facts();
    if (facts.type == recipes::RecipeType::UserSegmentation)
        failInvalid(base::concat("solutionVersionArn: the recipe ", facts.name,
                                 " has no campaigns; use CreateBatchSegmentJob"));

    constexpr std::size_t kQuota = 5;
    std::size_t deployed = 0;
    for (const auto& solution : state_->resources.all<Solution>(version.datasetGroupArn))
        deployed += state_->resources.all<Campaign>(solution.arn()).size();
    if (state_->settings.compatible && deployed >= kQuota)
        throw base::ServiceError(base::ErrorCode::LimitExceeded,
                                 "the service allows 5 campaigns a dataset group: delete one");

    Campaign campaign;
    campaign.name = request.name;
    campaign.campaignArn = base::makeArn(base::concat("campaign/", request.name));
    campaign.solutionVersionArn = version.solutionVersionArn;
    campaign.minProvisionedTPS = request.minProvisionedTPS.value_or(1);
    campaign.campaignConfig = request.campaignConfig;
    state_->resources.add(campaign, request.tags);

    const auto arn = campaign.campaignArn;
    const auto fail = [this, arn](const std::string& reason, bool) {
        auto failed = state_->resources.get<Campaign>(arn);
        failed.status = Status::CreateFailed;
        failed.failureReason = reason;
        state_->resources.save(failed);
        state_->note(ResourceKind::Campaign, arn,
                     base::concat("Campaign ", failed.name, " failed: ", reason), true);
        return Status::CreateFailed;
    };
    state_->jobs.start(ResourceKind::Campaign, arn, base::concat("Deploying ", campaign.name),
                       Executor::Pool::Io,
                       {[this, arn](const base::JobContext&) {
                            auto ready = state_->resources.get<Campaign>(arn);
                            state_->deploy(ready);
                            ready.status = Status::Active;
                            state_->resources.save(ready);
                            state_->note(ResourceKind::Campaign, arn,
                                         base::concat("Campaign ", ready.name, " serves version ",
                                                      base::arnName(ready.solutionVersionArn)));
                            return Status::Active;
                        },
                        fail});
    return arn;
}

std::string Service::updateCampaign(const UpdateCampaignRequest& request) {
    check(request);
    std::lock_guard lock(state_->writing);
    auto campaign = state_->resources.get<Campaign>(request.campaignArn);
    if (campaign.status != Status::Active && campaign.status != Status::CreateFailed)
        failInUse(base::concat("campaign ", campaign.name, " is ", enumText(campaign.status),
                               ": wait until it is ACTIVE"));
    if (campaign.latestCampaignUpdate && isUnderWay(campaign.latestCampaignUpdate->status))
        failInUse(base::concat("campaign ", campaign.name,
                               " is being updated already: wait until that is done"));
    const auto config = request.campaignConfig ? request.campaignConfig : campaign.campaignConfig;
    explorationOf(config);
    const auto version = deployable(state_->resources,
                                    request.solutionVersionArn.empty() ? campaign.solutionVersionArn
                                                                       : request.solutionVersionArn,
                                    request.campaignConfig);
    checkForRecipe(version, request.campaignConfig);
    if (const auto current = state_->resources.find<SolutionVersion>(campaign.solutionVersionArn);
        current && current->datasetGroupArn != version.datasetGroupArn)
        failInvalid(base::concat("solutionVersionArn: version ", base::arnName(version.arn()),
                                 " belongs to another dataset group than campaign ",
                                 campaign.name));

    CampaignUpdateSummary update;
    update.solutionVersionArn = version.solutionVersionArn;
    update.minProvisionedTPS = request.minProvisionedTPS.value_or(campaign.minProvisionedTPS);
    update.campaignConfig = config;
    update.creationDateTime = update.lastUpdatedDateTime = {base::nowMs()};
    campaign.latestCampaignUpdate = update;
    state_->resources.save(campaign);

    const auto arn = campaign.campaignArn;
    state_->jobs.start(
        ResourceKind::Campaign, arn, base::concat("Updating ", campaign.name), Executor::Pool::Io,
        {[this, arn](const base::JobContext&) {
             auto moved = state_->resources.get<Campaign>(arn);
             auto& summary = *moved.latestCampaignUpdate;
             moved.solutionVersionArn = summary.solutionVersionArn;
             moved.minProvisionedTPS = summary.minProvisionedTPS;
             moved.campaignConfig = summary.campaignConfig;
             state_->deploy(moved);  // the old version serves until this line is done
             summary.status = moved.status = Status::Active;
             summary.lastUpdatedDateTime = {base::nowMs()};
             moved.failureReason.clear();
             state_->resources.save(moved);
             state_->note(ResourceKind::Campaign, arn,
                          base::concat("Campaign ", moved.name, " moved to version ",
                                       base::arnName(moved.solutionVersionArn)));
             return Status::Active;
         },
         [this, arn](const std::string& reason, bool) {
             auto failed = state_->resources.get<Campaign>(arn);
             failed.latestCampaignUpdate->status = Status::CreateFailed;
             failed.latestCampaignUpdate->failureReason = reason;
             state_->resources.save(failed);
             state_->note(ResourceKind::Campaign, arn,
                          base::concat("Update of campaign ", failed.name, " failed: ", reason),
                          true);
             return Status::CreateFailed;
         }});
    return arn;
}

void Service::State::followLatest(const SolutionVersion& version) {
    for (const auto& campaign : resources.all<Campaign>(version.solutionArn)) {
        if (!campaign.campaignConfig ||
            !campaign.campaignConfig->syncWithLatestSolutionVersion.value_or(false))
            continue;
        std::lock_guard lock(writing);
        auto moved = resources.get<Campaign>(campaign.arn());
        moved.solutionVersionArn = version.solutionVersionArn;
        deploy(moved);
        resources.save(moved);
        note(ResourceKind::Campaign, moved.arn(),
             base::concat("Campaign ", moved.name, " follows to version ",
                          base::arnName(version.arn())));
    }
}

Campaign Service::describeCampaign(std::string_view arn) {
    return state_->resources.get<Campaign>(arn);
}

Listing<Campaign> Service::listCampaigns(std::string_view solutionArn, const Page& page) {
    check(page);
    return state_->resources.list<Campaign>(solutionArn, page);
}

void Service::deleteCampaign(std::string_view arn) {
    std::lock_guard lock(state_->writing);
    const auto campaign = state_->resources.get<Campaign>(arn);
    if (isUnderWay(campaign.status) ||
        (campaign.latestCampaignUpdate && isUnderWay(campaign.latestCampaignUpdate->status)))
        failInUse(base::concat("campaign ", campaign.name,
                               " is being deployed: wait until it is ACTIVE"));
    state_->resources.remove(campaign);
    {
        // A request that came before may be deploying it at this moment.
        std::lock_guard deploying(state_->deploying);
        state_->stopServing(arn);
    }
    state_->note(ResourceKind::Campaign, arn,
                 base::concat("Campaign ", campaign.name, " was deleted"));
}

std::shared_ptr<CampaignRuntime> Service::State::load(const TrainedModel& model,
                                                      const explore::ExplorationConfig& exploration,
                                                      bool metadata) {
    const auto file = modelFile(model.arn);
    auto ages = readItemAges(std::filesystem::path(file).replace_extension(".json"));
    std::shared_ptr<const recipes::Model> trained = model.recipe->load(file);

    const auto group = model.datasetGroupArn;
    std::int64_t clock = ages.newest;
    if (const auto dataset = datasetOf(group, DatasetType::Interactions))
        if (events.count(dataset->datasetArn) > 0)
            clock = std::max(clock, events.newest(dataset->datasetArn));
    return std::make_shared<CampaignRuntime>(
        group, std::make_shared<serve::Deployment>(std::move(trained), std::move(ages.created)),
        exploration, metadata, model.filter, clock, settings.seed,
        CampaignRuntime::Readers{
            [this, group](std::string_view userId, std::size_t limit) {
                return historyOf(group, userId, limit);
            },
            [this, group](std::string_view userId) { return filterUser(group, userId); }},
        model.useCase);
}

void Service::State::serveNewItems(CampaignRuntime& runtime) {
    if (const auto dataset = datasetOf(runtime.datasetGroupArn(), DatasetType::Items))
        runtime.serveNewItems(putItemsOf(*dataset));
}

void Service::State::serve(const std::string& arn,
                           const std::shared_ptr<CampaignRuntime>& runtime) {
    std::lock_guard items(putting);  // one that is put now is served either here or by its put
    serveNewItems(*runtime);
    buildIndex(arn, *runtime);
    std::unique_lock lock(runtimeMutex);
    runtimes[arn] = runtime;
}

void Service::State::stopServing(std::string_view arn) {
    std::unique_lock lock(runtimeMutex);
    if (const auto found = runtimes.find(arn); found != runtimes.end()) runtimes.erase(found);
}

std::shared_ptr<CampaignRuntime> Service::State::deploy(const Campaign& campaign) {
    auto runtime =
        load(modelOf(resources.get<SolutionVersion>(campaign.solutionVersionArn)),
             explorationOf(campaign.campaignConfig),
             campaign.campaignConfig &&
                 campaign.campaignConfig->enableMetadataWithRecommendations.value_or(false));
    serve(campaign.campaignArn, runtime);
    return runtime;
}

void Service::State::buildIndex(const std::string& arn, const CampaignRuntime& runtime) {
    const auto deployed = runtime.serving()->deployed;
    if (!deployed->wantsIndex() || jobs.closing()) return;
    executor.submit(Executor::Pool::Io, [this, deployed, arn, stop = runtime.ending()] {
        try {
            deployed->buildIndex({stop, {}});
        } catch (const base::Stopped&) {  // nobody asks this deployment any more
        } catch (const std::exception& error) {
            note(ResourceKind::Campaign, arn,
                 base::concat(arn,
                              " looks at all items for every list, since its index could not "
                              "be made: ",
                              error.what()),
                 true);
        }
    });
}

std::vector<std::shared_ptr<CampaignRuntime>> Service::State::runtimesOf(
    std::string_view groupArn) {
    std::vector<std::shared_ptr<CampaignRuntime>> found;
    std::shared_lock lock(runtimeMutex);
    for (const auto& [arn, runtime] : runtimes)
        if (runtime->datasetGroupArn() == groupArn) found.push_back(runtime);
    return found;
}

std::shared_ptr<CampaignRuntime> Service::State::runtimeOf(std::string_view arn) {
    {
        std::shared_lock lock(runtimeMutex);
        if (const auto found = runtimes.find(arn); found != runtimes.end()) return found->second;
    }
    std::lock_guard lock(deploying);  // the first of several requests loads, the others wait
    {
        std::shared_lock again(runtimeMutex);
        if (const auto found = runtimes.find(arn); found != runtimes.end()) return found->second;
    }
    const auto loaded = [this](const auto& resource, std::string_view noun) {
        if (resource.status != Status::Active)
            throw base::ServiceError(
                base::ErrorCode::ResourceNotFound,
                base::concat(noun, ' ', resource.name, " is ", enumText(resource.status),
                             ": it answers once it is ACTIVE"));
        return deploy(resource);
    };
    if (base::arnTail(arn).starts_with("recommender/"))
        return loaded(resources.get<Recommender>(arn), "recommender");
    return loaded(resources.get<Campaign>(arn), "campaign");
}

LatencyReport Service::latencyReport(std::string_view campaignArn) {
    const auto runtime = state_->runtimeOf(campaignArn);
    auto summary = runtime->latency().summary();
    LatencyReport report{summary.requests,
                         summary.p50Ms,
                         summary.p95Ms,
                         summary.p99Ms,
                         summary.maxMs,
                         {},
                         {},
                         false,
                         {}};
    report.recentMs = std::move(summary.recentMs);
    for (std::size_t stage = 0; stage < summary.stages.size(); ++stage) {
        const auto& each = summary.stages[stage];
        report.stages.push_back(
            {serve::kStageNames[stage], each.requests, each.p50Ms, each.p95Ms, each.p99Ms});
    }
    const auto scan = runtime->serving()->deployed->scan();
    report.scoresEstimated = scan->estimatesSum();
    if (scan->isIndexed()) report.indexRecall = scan->recall();
    return report;
}

ExplorationReport Service::explorationReport(std::string_view campaignArn) {
    constexpr int kSteps = 10;
    constexpr std::size_t kUsers = 200, kPlaces = 25;
    const auto runtime = state_->runtimeOf(campaignArn);
    const auto serving = runtime->serving();
    const auto& deployed = *serving->deployed;
    const auto clock = runtime->clock();
    const auto own = runtime->exploration();

    ExplorationReport report;
    for (std::size_t i = 0; i < deployed.size(); ++i)
        report.eligibleItems += explore::isEligible(deployed.created(static_cast<std::int32_t>(i)),
                                                    clock, own.itemAgeCutOffDays);
    const auto users = findUsers(runtime->datasetGroupArn(), {}, kUsers);
    report.users = static_cast<std::int64_t>(users.size());

    constexpr std::array<std::pair<double, const char*>, 4> kAges{
        {{7, "under 7 days"}, {30, "7 to 30 days"}, {90, "30 to 90 days"}, {1e300, "older"}}};
    std::array<double, kAges.size()> byAge{};
    double relevanceAtZero = 0;
    const auto measure = [&](double weight, const std::function<void(std::int32_t)>& eachPlace) {
        ExplorationPoint point;
        point.weight = weight;
        double places = 0, relevance = 0;
        for (std::size_t u = 0; u < users.size(); ++u) {
            const auto answer = runtime->answer(*serving, users[u].userId, kPlaces,
                                                {weight, own.itemAgeCutOffDays}, u);
            for (const auto& item : answer.items) {
                ++places;
                point.coldShare +=
                    explore::isEligible(deployed.created(item.item), clock, own.itemAgeCutOffDays);
                relevance += item.relevance;
                eachPlace(item.item);
            }
        }
        if (places > 0) point.coldShare /= places;
        if (weight == 0) relevanceAtZero = relevance;
        point.relevanceKept = relevanceAtZero > 0 ? relevance / relevanceAtZero : 1;
        return point;
    };
    for (int step = 0; step <= kSteps; ++step)
        report.points.push_back(measure(static_cast<double>(step) / kSteps, [](std::int32_t) {}));
    double places = 0;
    measure(own.weight, [&](std::int32_t item) {
        const double age = explore::ageInDays(deployed.created(item), clock);
        for (std::size_t i = 0; i < kAges.size(); ++i)
            if (age < kAges[i].first) {
                ++byAge[i];
                ++places;
                break;
            }
    });
    for (std::size_t i = 0; i < kAges.size(); ++i)
        report.shareByAge.emplace_back(kAges[i].second, places > 0 ? byAge[i] / places : 0);
    return report;
}

std::string Service::datasetGroupOf(std::string_view arn) {
    auto& resources = state_->resources;
    if (const auto attribution = resources.find<MetricAttribution>(arn))
        return attribution->datasetGroupArn;
    if (const auto recommender = resources.find<Recommender>(arn))
        return recommender->datasetGroupArn;
    if (const auto job = resources.find<BatchSegmentJob>(arn))
        return resources.get<SolutionVersion>(job->solutionVersionArn).datasetGroupArn;
    if (const auto job = resources.find<BatchInferenceJob>(arn))
        return resources.get<SolutionVersion>(job->solutionVersionArn).datasetGroupArn;
    if (const auto dataset = resources.find<Dataset>(arn)) return dataset->datasetGroupArn;
    if (const auto job = resources.find<DatasetImportJob>(arn))
        return resources.get<Dataset>(job->datasetArn).datasetGroupArn;
    if (const auto tracker = resources.find<EventTracker>(arn)) return tracker->datasetGroupArn;
    if (const auto filter = resources.find<Filter>(arn)) return filter->datasetGroupArn;
    if (const auto solution = resources.find<Solution>(arn)) return solution->datasetGroupArn;
    if (const auto version = resources.find<SolutionVersion>(arn)) return version->datasetGroupArn;
    if (const auto campaign = resources.find<Campaign>(arn))
        return resources.get<SolutionVersion>(campaign->solutionVersionArn).datasetGroupArn;
    return resources.get<DatasetGroup>(arn).datasetGroupArn;
}

}  // namespace foretaste::service
