// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/training_curves.h"

#include "ui/bridge/words.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/line_chart.h"
#include "ui/theme/tokens.h"

namespace foretaste::pages {

using charts::ChartCard;
using charts::LineChart;

namespace {

constexpr int kHeight = 170;

QString epochsText(const service::TrainingReport& report, bool running) {
    if (report.curve.empty()) return TrainingCurves::tr("the first epoch is under way");
    const int last = report.curve.back().epoch;
    if (running) return TrainingCurves::tr("after epoch %1").arg(last);
    if (report.bestEpoch == 0) return TrainingCurves::tr("ended at epoch %1").arg(last);
    return report.bestEpoch == last
               ? TrainingCurves::tr("epoch %1 kept, the last").arg(last)
               : TrainingCurves::tr("epoch %1 kept, ended at %2").arg(report.bestEpoch).arg(last);
}

}  // namespace

TrainingCurves::TrainingCurves(QWidget* parent)
    : QWidget(parent),
      quality_(new LineChart(tr("Quality on held-out people"))),
      loss_(new LineChart(tr("Training loss"))),
      qualityCard_(new ChartCard(tr("Training curve"), {}, quality_)),
      lossCard_(new ChartCard(tr("Loss"), tr("mean cross-entropy, nats"), loss_)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceM);
    for (auto* card : {qualityCard_, lossCard_}) layout->addWidget(card, 1);
    for (auto* chart : {quality_, loss_}) {
        chart->setXAxis(tr("epoch"), true);
        chart->setPlotHeight(kHeight);
    }
    quality_->setObjectName(QStringLiteral("qualityChart"));
    loss_->setObjectName(QStringLiteral("lossChart"));
    loss_->setYAxis({}, false);
    lossCard_->setProtocol(
        tr("What the training minimises, on the people it learns from. It may "
           "go on falling when the curve at the left no longer rises: the best "
           "epoch of that one is kept."));
}

void TrainingCurves::setReport(const service::TrainingReport& report, bool running) {
    setVisible(running || !report.curve.empty());
    charts::Line quality{tr("NDCG at 10"), {}, {}, {}, 0};
    charts::Line loss{tr("Loss"), {}, {}, {}, 1};
    std::optional<QPointF> kept;
    for (const auto& point : report.curve) {
        loss.points << QPointF(point.epoch, point.loss);
        if (std::isnan(point.validationNdcg)) continue;
        quality.points << QPointF(point.epoch, point.validationNdcg);
        if (!running && point.epoch == report.bestEpoch) kept = quality.points.last();
    }
    quality_->setLines({quality});
    loss_->setLines({loss});
    quality_->setMark(kept.value_or(QPointF()),
                      kept ? bridge::numberText(kept->y(), 3) : QString());
    qualityCard_->setSubtitle(tr("NDCG at 10, %1").arg(epochsText(report, running)));
    const auto people = report.chosen.find("validation users");
    qualityCard_->setProtocol(
        people == report.chosen.end()
            ? tr("Measured after each epoch on people held out from the training. The epoch with "
                 "the "
                 "highest value is kept, and the training ends when it has not risen for a while.")
            : tr("Measured after each epoch on %1 people held out from the training; the metrics "
                 "above are of others still.")
                  .arg(bridge::text(people->second)));
}

}  // namespace foretaste::pages
