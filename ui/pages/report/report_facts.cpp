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
const std::string kNobodyYet = "somebody-new";

/// Lists as the campaign would make them; nobody is shown them, so that they are not logged.
std::vector<StudioAnswer> examplesOf(Service& service, const StudioQuestion& question) {
    const auto& groupArn = question.groupArn;
    std::vector<std::string> people;
    const auto busiest = service.findUsers(groupArn, {}, kBusiest);
    if (!busiest.empty()) people.push_back(busiest.front().userId);
    if (busiest.size() > 2) people.push_back(busiest[busiest.size() / 2].userId);
    if (question.recipe == recipes::RecipeType::UserPersonalization ||
        question.recipe == recipes::RecipeType::PopularItems)
        people.push_back(kNobodyYet);
    std::vector<StudioAnswer> answers;
    for (const auto& person : people) {
        auto asked = question;
        asked.userId = person;
        answers.push_back(askFor(service, asked));
    }
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
        if (const auto* recipe = recipes::findRecipe(version.recipeArn)) {
            const auto own = facts.settings.value_or(ExplorationSettings{0, 30});
            facts.examples =
                examplesOf(service, {campaign.arn(),
                                     version.datasetGroupArn,
                                     {},
                                     kPlaces,
                                     recipe->facts().type,
                                     service::ExplorationPreview{own.weight, own.cutOffDays}});
        }
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
