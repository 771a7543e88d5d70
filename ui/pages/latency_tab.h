// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/pages/campaign_tab.h"

namespace foretaste::bridge {
class Console;
}
namespace foretaste::charts {
class ChartCard;
class HistogramChart;
}  // namespace foretaste::charts
namespace foretaste::widgets {
class MetricTile;
}

namespace foretaste::pages {

/// How fast the campaign answers: percentiles and the spread of its newest requests, live.
class LatencyTab : public CampaignTab {
    Q_OBJECT
public:
    explicit LatencyTab(bridge::Console& console, QWidget* parent = nullptr);
    void setCampaign(const CampaignContext& context, bool fresh) override;
    QWidget* actions() override { return actions_; }

    static constexpr int kRequests = 200;

signals:
    /// A report has arrived and is shown.
    void updated();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void measure();
    void show(const service::LatencyReport& report);

    bridge::Console& console_;
    CampaignContext context_;
    std::int64_t shownRequests_ = -1;
    widgets::MetricTile* p50_;
    widgets::MetricTile* p95_;
    widgets::MetricTile* p99_;
    widgets::MetricTile* requests_;
    charts::HistogramChart* histogram_;
    charts::ChartCard* card_;
    QWidget* actions_;
    QPushButton* measure_;
    QTimer timer_;
};

}  // namespace foretaste::pages
