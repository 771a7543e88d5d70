// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/metric_tiles.h"

#include "ui/bridge/words.h"
#include "ui/pages/metric_names.h"
#include "ui/widgets/metric_tile.h"
#include "ui/widgets/progress_line.h"

namespace foretaste::pages {

using theme::Tone;
using widgets::MetricTile;

namespace {

/// A change of training time below this is noise of the machine.
constexpr double kNoticeable = 0.05;

}  // namespace

QString ratioText(double value, double baseline) {
    if (!(baseline > 0)) return {};
    return MetricTiles::tr("%1× popularity").arg(bridge::numberText(value / baseline, 1));
}

MetricTiles::MetricTiles(QWidget* parent)
    : QWidget(parent),
      ndcg_(new MetricTile(bridge::metricTitle(kNdcgAt10))),
      reciprocalRank_(new MetricTile(tr("Mean reciprocal rank at 25"))),
      coverage_(new MetricTile(tr("Coverage of the catalogue"))),
      seconds_(new MetricTile(tr("Training and measuring"))) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceM);
    for (auto* tile : {ndcg_, reciprocalRank_, coverage_, seconds_}) layout->addWidget(tile, 1);
    ndcg_->setObjectName(QStringLiteral("ndcgTile"));
    reciprocalRank_->setObjectName(QStringLiteral("reciprocalRankTile"));
    coverage_->setObjectName(QStringLiteral("coverageTile"));
    seconds_->setObjectName(QStringLiteral("secondsTile"));
    ndcg_->setDefinition(bridge::metricMeaning(kNdcgAt10));
    reciprocalRank_->setDefinition(bridge::metricMeaning(kReciprocalRank));
    coverage_->setDefinition(bridge::metricMeaning(kCoverage));
    seconds_->setDefinition(
        tr("Wall clock from reading the data to the saved model, on this machine."));
}

void MetricTiles::setMetric(MetricTile& tile, const char* name,
                            const service::TrainingReport& report, bool isBaseline) {
    const auto found = report.metrics.find(name);
    if (found == report.metrics.end()) {
        tile.setValue(QStringLiteral("–"));
        tile.setDelta(tr("nobody could be held out to measure"));
        return;
    }
    const auto& estimate = found->second;
    const bool share = name == std::string_view(kCoverage);
    tile.setValue(share ? bridge::percentText(estimate.value)
                        : bridge::numberText(estimate.value, 3));
    const auto base = report.baseline.find(name);
    if (isBaseline || base == report.baseline.end()) {
        tile.setDelta(tr("the popularity baseline itself"));
        return;
    }
    if (share) {
        tile.setDelta(tr("popularity: %1").arg(bridge::percentText(base->second.value)),
                      estimate.value > base->second.value ? Tone::Ok : Tone::Muted);
        return;
    }
    QStringList parts;
    if (const auto ratio = ratioText(estimate.value, base->second.value); !ratio.isEmpty())
        parts << ratio;
    else
        parts << tr("popularity: %1").arg(bridge::numberText(base->second.value, 3));
    if (estimate.halfWidth > 0)
        parts << QStringLiteral("± %1").arg(bridge::numberText(estimate.halfWidth, 3));
    tile.setDelta(parts.join(QStringLiteral(" · ")),
                  estimate.value >= base->second.value ? Tone::Ok : Tone::Bad);
}

void MetricTiles::setReport(const service::TrainingReport& report, bool isBaseline,
                            std::optional<double> previousSeconds) {
    setMetric(*ndcg_, kNdcgAt10, report, isBaseline);
    setMetric(*reciprocalRank_, kReciprocalRank, report, isBaseline);
    setMetric(*coverage_, kCoverage, report, isBaseline);
    seconds_->setValue(widgets::durationText(report.seconds));
    const double change =
        previousSeconds && *previousSeconds > 0 ? report.seconds / *previousSeconds - 1 : 0;
    if (!previousSeconds || std::abs(change) < kNoticeable)
        seconds_->setDelta(tr("%1 events").arg(bridge::countText(report.events)));
    else if (change < 0)
        seconds_->setDelta(tr("%1 faster than the last").arg(bridge::percentText(-change)),
                           Tone::Ok);
    else
        seconds_->setDelta(tr("%1 longer than the last").arg(bridge::percentText(change)));
}

}  // namespace foretaste::pages
