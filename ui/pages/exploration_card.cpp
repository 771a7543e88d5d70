// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exploration_card.h"

#include "ui/bridge/words.h"
#include "ui/charts/line_chart.h"

namespace foretaste::pages {

using charts::Line;
using charts::LineChart;

namespace {

constexpr double kPercent = 100;

}  // namespace

service::ExplorationPoint explorationAt(const service::ExplorationReport& report, double weight) {
    const auto& points = report.points;
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (points[i].weight < weight) continue;
        const auto& low = points[i - 1];
        const auto& high = points[i];
        const double share = (weight - low.weight) / (high.weight - low.weight);
        return {weight, std::lerp(low.coldShare, high.coldShare, share),
                std::lerp(low.relevanceKept, high.relevanceKept, share)};
    }
    return points.empty() ? service::ExplorationPoint{} : points.back();
}

ExplorationCard::ExplorationCard(const QString& title, const QString& subtitle, int plotHeight,
                                 QWidget* parent)
    : ChartCard(title, subtitle, new LineChart(tr("New items by weight")), parent) {
    lines().setObjectName(QStringLiteral("explorationChart"));
    lines().setXAxis(tr("exploration weight"));
    lines().setPlotHeight(plotHeight);
}

LineChart& ExplorationCard::lines() const {
    return static_cast<LineChart&>(chart());
}

void ExplorationCard::setReport(const service::ExplorationReport& report,
                                const ExplorationSettings& settings) {
    Line fresh{tr("places that go to new items, %"), {}, {}, {}, 0};
    Line kept{tr("relevance that is kept, %"), {}, {}, {}, 1};
    for (const auto& point : report.points) {
        fresh.points << QPointF(point.weight, kPercent * point.coldShare);
        kept.points << QPointF(point.weight, kPercent * point.relevanceKept);
    }
    lines().setLines({fresh, kept});
    const auto own = explorationAt(report, settings.weight);
    lines().setMark({settings.weight, kPercent * own.coldShare},
                    tr("here: %1").arg(bridge::percentText(own.coldShare, 1)));
    setProtocol(tr("Lists of 25 for the %1 busiest people at each weight, made for this chart "
                   "alone: nothing is logged. Relevance: the model's own probability of the list "
                   "over that at weight 0.")
                    .arg(bridge::countText(report.users)));
}

}  // namespace foretaste::pages
