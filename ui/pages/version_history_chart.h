// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"
#include "ui/charts/chart_card.h"

namespace foretaste::charts {
class LineChart;
}

namespace foretaste::pages {

/// A version and what its training found.
struct TrainedVersion {
    service::SolutionVersion version;
    service::TrainingReport report;
};

/// How NDCG at 10 went from version to version, beside the popularity baseline of each. Hidden
/// while there are fewer than two measured versions.
class VersionHistoryChart : public charts::ChartCard {
    Q_OBJECT
public:
    explicit VersionHistoryChart(QWidget* parent = nullptr);
    /// Oldest first.
    void setVersions(const std::vector<TrainedVersion>& versions);

private:
    charts::LineChart& lines() const;
};

}  // namespace foretaste::pages
