// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/service/service.h"
#include "ui/pages/campaign_facts.h"
#include "ui/pages/leaderboard_card.h"

namespace foretaste::pages {

/// What a group has of one kind of data.
struct KindFacts {
    service::DatasetType type = service::DatasetType::Interactions;
    std::optional<service::Dataset> dataset;
    service::DatasetStatistics statistics;
    std::optional<service::DatasetImportJob> newestImport;
    std::string reportJob;         ///< the import that brought the rows; empty: none has
    service::ImportReport report;  ///< of it

    std::int64_t rows() const { return statistics.bulkRows + statistics.putRows; }
    bool importing() const { return newestImport && service::isUnderWay(newestImport->status); }
};

/// All that the overview of a dataset group shows.
struct OverviewFacts {
    service::DatasetGroup group;
    std::array<KindFacts, 3> kinds;  ///< Interactions, Items, Users
    std::vector<service::Solution> solutions;
    std::optional<service::SolutionVersion> newest;   ///< of all solutions, whatever became of it
    std::optional<service::SolutionVersion> trained;  ///< the newest that was finished
    service::TrainingReport report;                   ///< of `trained`
    std::vector<Rival> rivals;                        ///< of `trained`
    std::vector<CampaignRow> campaigns;               ///< the busiest first
    std::vector<service::JobInfo> jobs;               ///< under way, of the whole workspace

    const KindFacts& interactions() const { return kinds[0]; }
    bool isTraining() const { return newest && service::isUnderWay(newest->status); }
    const service::JobInfo* job(std::string_view arn) const;  ///< null where none is under way
};

/// To be called in the background. Throws ServiceError where the group is gone.
OverviewFacts overviewOf(service::Service& service, const std::string& groupArn);

/// What brings a group on from where it is; `subject` is the ARN it is about, where there is one.
struct NextStep {
    enum Kind {
        ImportInteractions,
        FollowImport,  ///< import job
        CreateSolution,
        TrainVersion,        ///< solution
        FollowTraining,      ///< version
        CreateCampaign,      ///< version
        FollowDeployment,    ///< campaign
        UpdateCampaign,      ///< campaign
        GetRecommendations,  ///< campaign
    };
    Kind kind = ImportInteractions;
    QString subject;
};
NextStep nextStep(const OverviewFacts& facts);
QString nextStepText(NextStep::Kind kind);  ///< as on a button

}  // namespace foretaste::pages
