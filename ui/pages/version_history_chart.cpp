// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/version_history_chart.h"

#include "ui/bridge/words.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/metric_names.h"

namespace foretaste::pages {

VersionHistoryChart::VersionHistoryChart(QWidget* parent)
    : ChartCard(tr("Versions over time"), tr("NDCG at 10 with its 95 % interval"),
                new charts::LineChart(tr("Versions over time")), parent) {
    constexpr int kHeight = 180;
    lines().setXAxis(tr("version"), true);
    lines().setPlotHeight(kHeight);
    setProtocol(
        tr("Each version is measured on people held out from the data of its day, so a "
           "step between two versions may come from the data as well as from the model."));
    hide();
}

charts::LineChart& VersionHistoryChart::lines() const {
    return static_cast<charts::LineChart&>(chart());
}

void VersionHistoryChart::setVersions(const std::vector<TrainedVersion>& versions) {
    charts::Line own{tr("NDCG at 10"), {}, {}, {}, 0};
    charts::Line popularity{tr("Popularity, same split"), {}, {}, {}, 1};
    for (const auto& [version, report] : versions) {
        const auto found = report.metrics.find(kNdcgAt10);
        if (found == report.metrics.end()) continue;
        const auto place = static_cast<double>(own.points.size() + 1);
        const auto& estimate = found->second;
        own.points << QPointF(place, estimate.value);
        own.low << estimate.value - estimate.halfWidth;
        own.high << estimate.value + estimate.halfWidth;
        if (const auto base = report.baseline.find(kNdcgAt10); base != report.baseline.end())
            popularity.points << QPointF(place, base->second.value);
    }
    const bool enough = own.points.size() > 1;
    if (enough) {
        lines().setLines({own, popularity});
        lines().setMark(own.points.last(), bridge::numberText(own.points.last().y(), 3), 0);
    }
    setVisible(enough);
}

}  // namespace foretaste::pages
