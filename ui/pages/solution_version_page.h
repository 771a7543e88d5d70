// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/leaderboard_card.h"
#include "ui/pages/resource_page.h"

namespace foretaste::widgets {
class Card;
class KeyValuePanel;
}  // namespace foretaste::widgets

namespace foretaste::pages {

class JobCard;
class MetricTiles;
class MetricsCard;
class Notice;
class TrainingCurves;

/// One training: live while it runs, its metrics and the way to a campaign afterwards.
class SolutionVersionPage : public ResourcePage {
    Q_OBJECT
public:
    explicit SolutionVersionPage(bridge::Console& console, QWidget* parent = nullptr);

    /// The most often that the curve of a running training is read.
    static constexpr int kPollMs = 250;

protected:
    void open() override;

private:
    struct Shown {
        service::SolutionVersion version;
        service::TrainingReport report;
        std::vector<Rival> rivals;
        std::vector<service::Campaign> campaigns;  ///< of the solution
        std::optional<service::JobInfo> job;
        std::optional<double> previousSeconds;
    };
    static Shown fetch(service::Service& service, const std::string& versionArn);
    void show(const Shown& shown);
    void showState(const Shown& shown);
    void showFigures(const Shown& shown);
    void showFacts(const Shown& shown);
    void showActions(const Shown& shown);
    void poll();
    void stop();
    void saveReport();
    void deploy();
    void moveCampaign();
    void trainAgain();

    Notice* outcome_;
    Notice* warnings_;
    JobCard* job_;
    MetricTiles* tiles_;
    QWidget* figures_;
    LeaderboardCard* leaderboard_;
    MetricsCard* metrics_;
    TrainingCurves* curves_;
    widgets::Card* factsCard_;
    widgets::KeyValuePanel* facts_;
    QPushButton* trainAgain_;
    QPushButton* deploy_;  ///< where another action is the primary one
    QPushButton* move_;    ///< the same
    QPushButton* report_;
    QPushButton* primary_;

    QString solutionArn_, groupArn_;
    service::Status status_ = service::Status::CreatePending;
    std::function<void()> primaryRun_;
    QList<std::pair<QString, QString>> movable_;  ///< ARN and name of campaigns elsewhere
    QTimer pollTimer_;
};

}  // namespace foretaste::pages
