// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"
#include "ui/bridge/console.h"
#include "ui/bridge/endpoint.h"
#include "ui/shell/navigator.h"

/// The console's pages. What a page is about is its argument: an ARN, or nothing.
namespace foretaste::pages {

// Ids of pages, and what their argument is.
inline const QString kDatasetGroups = QStringLiteral("datasetGroups");      ///< none
inline const QString kOverview = QStringLiteral("overview");                ///< dataset group
inline const QString kDatasets = QStringLiteral("datasets");                ///< dataset group
inline const QString kDataset = QStringLiteral("dataset");                  ///< dataset
inline const QString kDatasetRows = QStringLiteral("datasetRows");          ///< dataset
inline const QString kImportJob = QStringLiteral("datasetImportJob");       ///< import job
inline const QString kDataInsights = QStringLiteral("dataInsights");        ///< dataset group
inline const QString kEventTracker = QStringLiteral("eventTracker");        ///< dataset group
inline const QString kSchemas = QStringLiteral("schemas");                  ///< none
inline const QString kFilters = QStringLiteral("filters");                  ///< dataset group
inline const QString kSolutions = QStringLiteral("solutions");              ///< dataset group
inline const QString kSolution = QStringLiteral("solution");                ///< solution
inline const QString kSolutionVersion = QStringLiteral("solutionVersion");  ///< solution version
inline const QString kCampaigns = QStringLiteral("campaigns");              ///< dataset group
inline const QString kCampaign = QStringLiteral("campaign");                ///< campaign
inline const QString kSimulator = QStringLiteral("simulator");              ///< none
inline const QString kEndpoint = QStringLiteral("endpoint");                ///< none
inline const QString kActivity = QStringLiteral("activity");                ///< none

/// The page that is about one resource of this kind; empty where there is none.
QString pageOf(service::ResourceKind kind);

/// Makes every page known to the navigator.
void addPages(shell::Navigator& navigator, bridge::Console& console, bridge::Endpoint& endpoint);

}  // namespace foretaste::pages
