// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/service/service.h"
#include "ui/models/resource_table_model.h"

namespace foretaste::pages {

/// How a campaign explores: what it was told, or the recipe's defaults. Nothing where its recipe
/// does not explore at all.
struct ExplorationSettings {
    double weight = 0;
    double cutOffDays = 0;
};
std::optional<ExplorationSettings> explorationOf(const service::Campaign& campaign,
                                                 std::string_view recipeArn);
/// The same as the API takes it.
std::map<std::string, std::string> explorationConfig(const ExplorationSettings& settings);

/// A campaign with what a list of campaigns shows beside it.
struct CampaignRow {
    service::Campaign campaign;
    std::optional<ExplorationSettings> exploration;
    std::optional<service::LatencyReport> latency;  ///< once it serves
};
/// To be called in the background. A campaign that cannot answer has no figures; its own page says
/// why.
CampaignRow campaignRow(service::Service& service, service::Campaign campaign,
                        std::string_view recipeArn);

class CampaignRowModel : public models::ResourceTableModel<CampaignRow> {
    Q_OBJECT
public:
    enum { Name, Version, Exploration, State, Requests, P50, P99 };
    explicit CampaignRowModel(QObject* parent = nullptr);
};

/// "0.009 ms", "0.42 ms", "18.3 ms", "120 ms"
QString millisecondsText(double milliseconds);

/// State and look of a campaign, its update under way included.
struct CampaignState {
    widgets::Status look = widgets::Status::NotStarted;
    QString word;
};
CampaignState stateOf(const service::Campaign& campaign);

}  // namespace foretaste::pages
