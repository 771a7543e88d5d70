// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/report/report_facts.h"

#include "core/base/clock.h"
#include "ui/bridge/words.h"
#include "ui/pages/listings.h"

namespace foretaste::pages {

using bridge::text;
using service::Service;
using service::Status;

namespace {

constexpr std::int64_t kPlaces = 5;
/// Whom the middling person is found among.
constexpr std::size_t kBusiest = 200;

std::vector<StudioAnswer> examplesOf(Service& service, const std::string& campaignArn,
                                     const std::string& groupArn, recipes::RecipeType recipe) {
    std::vector<std::string> people;
    const auto busiest = service.findUsers(groupArn, {}, kBusiest);
    if (!busiest.empty()) people.push_back(busiest.front().userId);
    if (busiest.size() > 2) people.push_back(busiest[busiest.size() / 2].userId);
    std::vector<StudioAnswer> answers;
    for (const auto& person : people)
        answers.push_back(askFor(service, {campaignArn, groupArn, person, kPlaces, recipe}));
    if (recipe == recipes::RecipeType::UserPersonalization ||
        recipe == recipes::RecipeType::PopularItems)
        answers.push_back(
            askFor(service, {campaignArn, groupArn, "somebody-new", kPlaces, recipe}));
    return answers;
}

std::optional<ServedFacts> servedFacts(Service& service, const service::SolutionVersion& version) {
    for (auto& campaign : campaignsOf(service, version.solutionArn)) {
        if (campaign.solutionVersionArn != version.arn() || campaign.status != Status::Active)
            continue;
        ServedFacts facts;
        facts.settings = explorationOf(campaign, version.recipeArn);
        if (facts.settings) facts.exploration = service.explorationReport(campaign.arn());
        facts.latency = service.latencyReport(campaign.arn());
        const auto* recipe = recipes::findRecipe(version.recipeArn);
        if (recipe)
            facts.examples =
                examplesOf(service, campaign.arn(), version.datasetGroupArn, recipe->facts().type);
        facts.campaign = std::move(campaign);
        return facts;
    }
    return std::nullopt;
}

}  // namespace

ReportFacts reportFacts(Service& service, const std::string& versionArn) {
    const auto version = service.describeSolutionVersion(versionArn);
    if (version.status != Status::Active)
        throw base::ServiceError(
            base::ErrorCode::InvalidInput,
            "a report needs a trained version: this one is not ACTIVE; train it first");
    ReportFacts facts;
    facts.group = text(service.describeDatasetGroup(version.datasetGroupArn).name);
    facts.solution = text(service.describeSolution(version.solutionArn).name);
    facts.versionTitle = version.name.empty() ? bridge::shortId(versionArn) : text(version.name);
    facts.recipe = bridge::recipeTitle(version.recipeArn);
    facts.madeAtMs = base::nowMs();
    facts.baseline = isBaseline(version);
    facts.training = service.trainingReport(versionArn);
    facts.rivals = rivalsOf(service, version, facts.training.protocol);
    for (const auto& dataset : datasetsOf(service, version.datasetGroupArn))
        facts.datasets.push_back(
            {text(dataset.datasetType), service.datasetStatistics(dataset.arn())});
    facts.served = servedFacts(service, version);
    return facts;
}

}  // namespace foretaste::pages
