// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_card.h"
#include "ui/pages/campaign_facts.h"

namespace foretaste::charts {
class LineChart;
}

namespace foretaste::pages {

/// What a campaign's exploration does at each weight: how many places go to new items, and how much
/// relevance the lists keep.
class ExplorationCard : public charts::ChartCard {
    Q_OBJECT

public:
    ExplorationCard(const QString& title, const QString& subtitle, int plotHeight,
                    QWidget* parent = nullptr);
    /// Marks the place where the campaign stands.
    void setReport(const service::ExplorationReport& report, const ExplorationSettings& settings);

private:
    charts::LineChart& lines() const;
};

/// The report at a weight between two that were measured.
service::ExplorationPoint explorationAt(const service::ExplorationReport& report, double weight);

}  // namespace foretaste::pages
