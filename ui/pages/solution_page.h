// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/resource_models.h"
#include "ui/pages/resource_page.h"
#include "ui/pages/sorted_table.h"
#include "ui/pages/version_history_chart.h"

namespace foretaste::widgets {
class Card;
class KeyValuePanel;
}  // namespace foretaste::widgets

namespace foretaste::pages {

class HyperparameterModel;

/// A solution: how it is set up, and the versions trained from it.
class SolutionPage : public ResourcePage {
    Q_OBJECT
public:
    explicit SolutionPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    struct Shown {
        service::Solution solution;
        std::vector<TrainedVersion> versions;  ///< oldest first
        std::vector<service::Campaign> campaigns;
    };
    static Shown fetch(service::Service& service, const std::string& solutionArn);
    void show(const Shown& shown);
    void showFacts(const service::Solution& solution);
    void showVersions(const Shown& shown);
    void train();
    void createCampaign();
    void remove();

    QLabel* words_;
    widgets::KeyValuePanel* facts_;
    widgets::Card* versionsCard_;
    models::SolutionVersionModel* versions_;
    SortedTable* versionsTable_;
    widgets::EmptyState* untrained_;
    VersionHistoryChart* history_;
    widgets::Card* settingsCard_;
    HyperparameterModel* settings_;
    QPushButton* train_;
    QPushButton* createCampaign_;
    QPushButton* delete_;
    QString groupArn_;
    QString newestActive_;  ///< ARN of the version that a campaign would begin with
};

}  // namespace foretaste::pages
