// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/service/service.h"

namespace foretaste::charts {
class ChartCard;
class LineChart;
}  // namespace foretaste::charts

namespace foretaste::pages {

/// How a training went, epoch by epoch: quality on held-out people, and what it minimises. Grows
/// while the training runs. Hidden where a recipe has no epochs.
class TrainingCurves : public QWidget {
    Q_OBJECT
public:
    explicit TrainingCurves(QWidget* parent = nullptr);
    /// `running`: more epochs are to come.
    void setReport(const service::TrainingReport& report, bool running);
    charts::ChartCard& qualityCard() const { return *qualityCard_; }

private:
    charts::LineChart* quality_;
    charts::LineChart* loss_;
    charts::ChartCard* qualityCard_;
    charts::ChartCard* lossCard_;
};

}  // namespace foretaste::pages
