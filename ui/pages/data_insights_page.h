// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include "core/service/data_insights.h"
#include "ui/pages/resource_page.h"

class QGridLayout;

namespace foretaste::widgets {
class Card;
class MetricTile;
class SearchField;
}  // namespace foretaste::widgets

namespace foretaste::pages {

class ColumnStatistics;

/// What a group's data say about themselves: findings with a chart, a sentence and what to do, the
/// figures behind them, and every column. Always as the data are now.
class DataInsightsPage : public ResourcePage {
    Q_OBJECT

public:
    explicit DataInsightsPage(bridge::Console& console, QWidget* parent = nullptr);
    ~DataInsightsPage() override;

protected:
    void open() override;

private:
    /// What a click on a fix needs besides the finding; empty where the group has none.
    struct Shown {
        std::shared_ptr<const service::DataInsights> insights;
        std::vector<service::Dataset> datasets;
        std::string campaign, solution;  ///< the newest
    };
    static Shown fetch(service::Service& service, const std::string& groupArn,
                       const base::JobContext& job);
    void show(Shown shown);
    void showTiles();
    void showFindings();
    void showFigures();
    void filterFindings();
    void fix(const ingest::Finding& finding);
    QWidget* makeTiles();
    QWidget* makeFilter();
    std::optional<service::DatasetType> chosenDataset() const;

    Shown shown_;
    base::StopToken stop_;  ///< of the count that is under way
    widgets::MetricTile* rows_;
    widgets::MetricTile* users_;
    widgets::MetricTile* items_;
    widgets::MetricTile* span_;
    widgets::SearchField* search_;
    QComboBox* dataset_;
    QLabel* count_;
    QWidget* findingsBox_;
    QGridLayout* findings_;
    QList<std::pair<ingest::Finding, widgets::Card*>> cards_;
    QWidget* figuresBox_;
    QGridLayout* figures_;
    ColumnStatistics* columns_;
};

}  // namespace foretaste::pages
