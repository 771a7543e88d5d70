// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pages.h"

#include <QCoreApplication>

#include "ui/pages/activity_page.h"
#include "ui/pages/campaign_page.h"
#include "ui/pages/campaigns_page.h"
#include "ui/pages/data_insights_page.h"
#include "ui/pages/dataset_groups_page.h"
#include "ui/pages/dataset_import_job_page.h"
#include "ui/pages/dataset_page.h"
#include "ui/pages/dataset_rows_page.h"
#include "ui/pages/datasets_page.h"
#include "ui/pages/endpoint_page.h"
#include "ui/pages/event_tracker_page.h"
#include "ui/pages/filter/filters_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/schema/schemas_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/simulator/simulator_page.h"
#include "ui/pages/solution_page.h"
#include "ui/pages/solution_version_page.h"
#include "ui/pages/solutions_page.h"

namespace foretaste::pages {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("foretaste::pages", text);
}

}  // namespace

QString pageOf(service::ResourceKind kind) {
    using service::ResourceKind;
    switch (kind) {
        case ResourceKind::DatasetGroup: return kOverview;
        case ResourceKind::Dataset: return kDataset;
        case ResourceKind::DatasetImportJob: return kImportJob;
        case ResourceKind::Solution: return kSolution;
        case ResourceKind::SolutionVersion: return kSolutionVersion;
        case ResourceKind::Campaign: return kCampaign;
        default: return {};  // they are shown on the pages of others
    }
}

void addPages(shell::Navigator& navigator, bridge::Console& console, bridge::Endpoint& endpoint) {
    const auto add = [&]<class PageClass>(const QString& id, const QString& title,
                                          std::type_identity<PageClass>) {
        navigator.addPage(id, title, [&console] { return new PageClass(console); });
    };
    add(kDatasetGroups, tr("Dataset groups"), std::type_identity<DatasetGroupsPage>());
    add(kOverview, tr("Overview"), std::type_identity<OverviewPage>());
    add(kDatasets, tr("Datasets"), std::type_identity<DatasetsPage>());
    add(kDataset, tr("Dataset"), std::type_identity<DatasetPage>());
    add(kDatasetRows, tr("Rows of a dataset"), std::type_identity<DatasetRowsPage>());
    add(kImportJob, tr("Import"), std::type_identity<DatasetImportJobPage>());
    add(kDataInsights, tr("Data insights"), std::type_identity<DataInsightsPage>());
    add(kEventTracker, tr("Event tracker"), std::type_identity<EventTrackerPage>());
    add(kSchemas, tr("Schemas"), std::type_identity<SchemasPage>());
    add(kFilters, tr("Filters"), std::type_identity<FiltersPage>());
    add(kSolutions, tr("Solutions"), std::type_identity<SolutionsPage>());
    add(kSolution, tr("Solution"), std::type_identity<SolutionPage>());
    add(kSolutionVersion, tr("Solution version"), std::type_identity<SolutionVersionPage>());
    add(kCampaigns, tr("Campaigns"), std::type_identity<CampaignsPage>());
    add(kCampaign, tr("Campaign"), std::type_identity<CampaignPage>());
    add(kSimulator, tr("Simulator"), std::type_identity<SimulatorPage>());
    navigator.addPage(kEndpoint, tr("API endpoint"),
                      [&endpoint] { return new EndpointPage(endpoint); });
    add(kActivity, tr("Activity"), std::type_identity<ActivityPage>());
    add(kSettings, tr("Settings"), std::type_identity<SettingsPage>());
}

}  // namespace foretaste::pages
