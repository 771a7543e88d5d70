// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "core/service/service.h"

namespace foretaste::widgets {
class MetricTile;
}

namespace foretaste::pages {

/// The four figures that a version is judged by first, each against the popularity baseline of the
/// same split.
class MetricTiles : public QWidget {
    Q_OBJECT
public:
    explicit MetricTiles(QWidget* parent = nullptr);
    /// `previousSeconds`: what the version before needed, where there is one of the same mode.
    void setReport(const service::TrainingReport& report, bool isBaseline,
                   std::optional<double> previousSeconds);

private:
    void setMetric(widgets::MetricTile& tile, const char* name,
                   const service::TrainingReport& report, bool isBaseline);

    widgets::MetricTile* ndcg_;
    widgets::MetricTile* reciprocalRank_;
    widgets::MetricTile* coverage_;
    widgets::MetricTile* seconds_;
};

/// "2.4× popularity"; empty where the baseline has none.
QString ratioText(double value, double baseline);

}  // namespace foretaste::pages
