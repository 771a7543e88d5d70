// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/leaderboard_card.h"

#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"
#include "ui/charts/bar_chart.h"
#include "ui/pages/listings.h"
#include "ui/pages/metric_names.h"

namespace foretaste::pages {

using charts::Bar;
using charts::BarChart;

namespace {

constexpr std::string_view kBaselineRecipe = "aws-popularity-count";

void add(QList<Bar>& bars, const QString& name, const evaluate::Metrics& metrics, int style,
         bool baseline) {
    const auto found = metrics.find(kNdcgAt10);
    if (found == metrics.end()) return;
    const auto& estimate = found->second;
    bars << Bar{name,
                estimate.value,
                std::max(0.0, estimate.value - estimate.halfWidth),
                estimate.value + estimate.halfWidth,
                style,
                baseline};
}

}  // namespace

bool isBaseline(const service::SolutionVersion& version) {
    return version.recipeArn.ends_with(kBaselineRecipe);
}

std::vector<Rival> rivalsOf(service::Service& service, const service::SolutionVersion& version,
                            const evaluate::Protocol& protocol) {
    std::vector<Rival> rivals;
    if (protocol.users == 0) return rivals;
    for (const auto& solution : solutionsOf(service, version.datasetGroupArn)) {
        if (solution.arn() == version.solutionArn) continue;
        if (solution.recipeArn.ends_with(kBaselineRecipe)) continue;  // the baseline's bar is there
        const auto versions = versionsOf(service, solution.arn());
        const auto newest = std::find_if(versions.rbegin(), versions.rend(), [](const auto& each) {
            return each.status == service::Status::Active;
        });
        if (newest == versions.rend()) continue;
        auto report = service.trainingReport(newest->arn());
        if (report.protocol.text() == protocol.text())
            rivals.push_back({bridge::text(solution.name), std::move(report.metrics)});
    }
    return rivals;
}

LeaderboardCard::LeaderboardCard(QWidget* parent)
    : ChartCard(tr("Leaderboard"), tr("same split for all; whiskers are 95 % intervals"),
                new BarChart(tr("Leaderboard")), parent) {
    bars().setObjectName(QStringLiteral("leaderboardChart"));
    bars().setValueAxis(bridge::metricTitle(kNdcgAt10));
}

BarChart& LeaderboardCard::bars() const {
    return static_cast<BarChart&>(chart());
}

void LeaderboardCard::setFigures(const QString& solution, const service::TrainingReport& report,
                                 const std::vector<Rival>& rivals, bool isBaseline) {
    QList<Bar> bars;
    add(bars,
        isBaseline ? tr("%1 (this, the baseline)").arg(solution) : tr("%1 (this)").arg(solution),
        report.metrics, 0, isBaseline);
    int style = 0;
    for (const auto& rival : rivals) add(bars, rival.solution, rival.metrics, ++style, false);
    if (!isBaseline) add(bars, tr("popularity (baseline)"), report.baseline, 0, true);
    std::stable_sort(bars.begin(), bars.end(),
                     [](const Bar& a, const Bar& b) { return a.value > b.value; });
    this->bars().setBars(bars);
    // Two bars need not fill a tall card.
    constexpr int kMostHeight = 60, kAxis = 44;
    this->bars().setMaximumHeight(static_cast<int>(bars.size()) * kMostHeight + kAxis);
    const auto& protocol = report.protocol;
    setProtocol(tr("Protocol: %1 · %2 · %3 · %4 people · %5 items ranked · seed %6")
                    .arg(bridge::spoken(protocol.split), bridge::spoken(protocol.ties),
                         bridge::spoken(protocol.seenItems),
                         bridge::countText(static_cast<std::int64_t>(protocol.users)),
                         bridge::countText(static_cast<std::int64_t>(protocol.items)))
                    .arg(protocol.seed));
}

}  // namespace foretaste::pages
