// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/campaign_tab.h"

class QStackedWidget;

namespace foretaste::bridge {
class Console;
}
namespace foretaste::charts {
class BarChart;
class ChartCard;
}  // namespace foretaste::charts
namespace foretaste::widgets {
class EmptyState;
}

namespace foretaste::pages {

class ExplorationCard;
class Notice;

/// What exploration does at each weight: how many places go to new items, what that costs, and who
/// gets the places at the campaign's own weight.
class ExplorationTab : public CampaignTab {
    Q_OBJECT
public:
    explicit ExplorationTab(bridge::Console& console, QWidget* parent = nullptr);
    void setCampaign(const CampaignContext& context, bool fresh) override;
    QWidget* actions() override { return actions_; }

signals:
    /// A report has arrived and is shown.
    void measured();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void measure();
    void show(const service::ExplorationReport& report);

    bridge::Console& console_;
    CampaignContext context_;
    bool stale_ = true;  ///< measured for another state of the campaign, or not at all
    int asked_ = 0;
    Notice* words_;
    QStackedWidget* parts_;
    QLabel* waiting_;
    widgets::EmptyState* none_;
    QWidget* figures_;
    charts::BarChart* byAge_;
    ExplorationCard* weightCard_;
    charts::ChartCard* ageCard_;
    QWidget* actions_;
    QPushButton* measure_;
};

}  // namespace foretaste::pages
