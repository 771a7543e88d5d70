// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/pages/campaign_facts.h"
#include "ui/pages/leaderboard_card.h"
#include "ui/pages/studio_calls.h"

namespace foretaste::pages {

/// A dataset in one line.
struct DatasetLine {
    QString type;
    service::DatasetStatistics statistics;
};

/// The campaign that a version serves, and what was measured of it.
struct ServedFacts {
    service::Campaign campaign;
    service::LatencyReport latency;
    std::optional<ExplorationSettings> settings;  ///< nothing where the recipe does not explore
    std::optional<service::ExplorationReport> exploration;
    std::vector<StudioAnswer> examples;  ///< a busy, a middling, and a new person
};

/// All that a stakeholder report tells of a solution version.
struct ReportFacts {
    QString group, solution, versionTitle, recipe;
    qint64 madeAtMs = 0;
    bool baseline = false;  ///< the version is the popularity recipe
    service::TrainingReport training;
    std::vector<Rival> rivals;
    std::vector<DatasetLine> datasets;
    std::optional<ServedFacts> served;  ///< nothing while no campaign answers with the version
};

/// Reads them; to be called in the background. Throws what the service throws, and InvalidInput
/// where the version is not trained.
ReportFacts reportFacts(service::Service& service, const std::string& versionArn);

}  // namespace foretaste::pages
