// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"
#include "ui/charts/chart_card.h"

namespace foretaste::charts {
class BarChart;
}

namespace foretaste::pages {

/// Another solution's newest version, measured on the identical split.
struct Rival {
    QString solution;
    evaluate::Metrics metrics;
};

/// The newest finished version of every other solution that was measured on the identical split. To
/// be called in the background.
std::vector<Rival> rivalsOf(service::Service& service, const service::SolutionVersion& version,
                            const evaluate::Protocol& protocol);
/// Whether the version is of the popularity recipe, which others are measured against.
bool isBaseline(const service::SolutionVersion& version);

/// NDCG at 10 of a version beside its rivals and the popularity baseline, with 95 % intervals.
class LeaderboardCard : public charts::ChartCard {
    Q_OBJECT
public:
    explicit LeaderboardCard(QWidget* parent = nullptr);
    /// `isBaseline`: the version is the popularity recipe, which needs no second bar.
    void setFigures(const QString& solution, const service::TrainingReport& report,
                    const std::vector<Rival>& rivals, bool isBaseline);

private:
    charts::BarChart& bars() const;
};

}  // namespace foretaste::pages
