// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/overview_facts.h"
#include "ui/pages/resource_page.h"

namespace foretaste::charts {
class ChartCard;
class HistogramChart;
}  // namespace foretaste::charts
namespace foretaste::widgets {
class Card;
}

namespace foretaste::pages {

class DataStep;
class ExplorationCard;
class RecommendStep;
class TrainStep;

/// A dataset group at a glance: three steps from data to recommendations, the next one as the
/// page's primary action, and the figures that there are so far.
class OverviewPage : public ResourcePage {
    Q_OBJECT

public:
    explicit OverviewPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    void show(OverviewFacts facts);
    void showServing();
    void measureExploration(const CampaignRow& row);
    void takeNextStep();
    void addSteps();
    void addFigures();

    void importData(service::DatasetType type);
    void createSolution();
    void trainVersion(const QString& solutionArn);
    void createCampaign();
    void updateCampaign(const QString& campaignArn);

    OverviewFacts facts_;
    QString explored_;  ///< the campaign and its change that exploration is measured of
    bool measured_ = false;
    QPushButton* nextStep_;
    DataStep* data_;
    TrainStep* train_;
    RecommendStep* recommend_;
    LeaderboardCard* quality_;
    widgets::Card* noQuality_;
    widgets::EmptyState* noQualityText_;
    ExplorationCard* exploration_;
    charts::HistogramChart* latency_;
    charts::ChartCard* latencyCard_;
    widgets::Card* noServing_;
    widgets::EmptyState* noServingText_;
    QTimer again_;
};

}  // namespace foretaste::pages
