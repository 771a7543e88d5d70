// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview_facts.h"

#include <QCoreApplication>

#include "ui/bridge/words.h"
#include "ui/models/live_list.h"
#include "ui/pages/listings.h"

namespace foretaste::pages {

using bridge::text;
using service::DatasetType;
using service::Service;
using service::Status;

namespace {

QString tr(const char* words) {
    return QCoreApplication::translate("foretaste::pages", words);
}

KindFacts kindOf(Service& service, DatasetType type,
                 const std::vector<service::Dataset>& datasets) {
    KindFacts kind;
    kind.type = type;
    for (const auto& dataset : datasets)
        if (schema::typeFromName(dataset.datasetType) == type) kind.dataset = dataset;
    if (!kind.dataset) return kind;
    const auto& arn = kind.dataset->datasetArn;
    kind.statistics = service.datasetStatistics(arn);
    const auto jobs =
        models::allOf([&](const auto& page) { return service.listDatasetImportJobs(arn, page); });
    if (!jobs.empty()) kind.newestImport = jobs.back();
    for (const auto& job : jobs)
        if (job.status == Status::Active) kind.reportJob = job.arn();
    if (!kind.reportJob.empty()) kind.report = service.importReport(kind.reportJob);
    return kind;
}

std::int64_t requestsOf(const CampaignRow& row) {
    return row.latency ? row.latency->requests : -1;
}

}  // namespace

const service::JobInfo* OverviewFacts::job(std::string_view arn) const {
    for (const auto& each : jobs)
        if (each.arn == arn) return &each;
    return nullptr;
}

OverviewFacts overviewOf(Service& service, const std::string& groupArn) {
    OverviewFacts facts;
    facts.group = service.describeDatasetGroup(groupArn);
    for (auto& job : service.jobs())
        if (service::isUnderWay(job.status)) facts.jobs.push_back(std::move(job));
    const auto datasets = datasetsOf(service, groupArn);
    constexpr DatasetType kKinds[] = {DatasetType::Interactions, DatasetType::Items,
                                      DatasetType::Users};
    for (std::size_t i = 0; i < facts.kinds.size(); ++i)
        facts.kinds[i] = kindOf(service, kKinds[i], datasets);

    facts.solutions = solutionsOf(service, groupArn);
    for (const auto& solution : facts.solutions) {
        for (const auto& version : versionsOf(service, solution.solutionArn)) {
            const auto later = [&](const std::optional<service::SolutionVersion>& than) {
                return !than || version.creationDateTime.ms >= than->creationDateTime.ms;
            };
            if (later(facts.newest)) facts.newest = version;
            if (version.status == Status::Active && later(facts.trained)) facts.trained = version;
        }
        for (auto& campaign : campaignsOf(service, solution.solutionArn))
            facts.campaigns.push_back(
                campaignRow(service, std::move(campaign), solution.recipeArn));
    }
    std::stable_sort(facts.campaigns.begin(), facts.campaigns.end(),
                     [](const auto& a, const auto& b) { return requestsOf(a) > requestsOf(b); });
    if (facts.trained) {
        facts.report = service.trainingReport(facts.trained->solutionVersionArn);
        facts.rivals = rivalsOf(service, *facts.trained, facts.report.protocol);
    }
    return facts;
}

NextStep nextStep(const OverviewFacts& facts) {
    const auto& interactions = facts.interactions();
    if (interactions.rows() == 0)
        return interactions.importing()
                   ? NextStep{NextStep::FollowImport, text(interactions.newestImport->arn())}
                   : NextStep{NextStep::ImportInteractions, {}};
    if (facts.campaigns.empty()) {
        if (facts.isTraining()) return {NextStep::FollowTraining, text(facts.newest->arn())};
        if (facts.trained) return {NextStep::CreateCampaign, text(facts.trained->arn())};
        if (facts.solutions.empty()) return {NextStep::CreateSolution, {}};
        return {NextStep::TrainVersion, text(facts.solutions.back().arn())};
    }
    for (const auto& row : facts.campaigns) {
        const auto& serving = row.campaign.solutionVersionArn;
        const bool newer = facts.trained && facts.trained->solutionArn == solutionArnOf(serving) &&
                           facts.trained->solutionVersionArn != serving;
        if (newer && row.campaign.status == Status::Active &&
            stateOf(row.campaign).look == widgets::Status::Success)
            return {NextStep::UpdateCampaign, text(row.campaign.arn())};
    }
    const auto& busiest = facts.campaigns.front().campaign;
    return {busiest.status == Status::Active ? NextStep::GetRecommendations
                                             : NextStep::FollowDeployment,
            text(busiest.arn())};
}

QString nextStepText(NextStep::Kind kind) {
    switch (kind) {
        case NextStep::ImportInteractions: return tr("Import interactions");
        case NextStep::FollowImport: return tr("Follow the import");
        case NextStep::CreateSolution: return tr("Create solution");
        case NextStep::TrainVersion: return tr("Train a version");
        case NextStep::FollowTraining: return tr("Follow the training");
        case NextStep::CreateCampaign: return tr("Create campaign");
        case NextStep::FollowDeployment: return tr("Open campaign");
        case NextStep::UpdateCampaign: return tr("Update campaign");
        case NextStep::GetRecommendations: return tr("Get recommendations");
    }
    return {};
}

}  // namespace foretaste::pages
