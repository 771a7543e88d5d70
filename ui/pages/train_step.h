// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/overview_facts.h"
#include "ui/pages/step_card.h"

namespace foretaste::bridge {
class Console;
}
namespace foretaste::widgets {
class ProgressLine;
}

namespace foretaste::pages {

class Sparkline;
class TextLink;

/// The second step: the training under way, or what the newest version came to.
class TrainStep : public StepCard {
    Q_OBJECT

public:
    explicit TrainStep(bridge::Console& console, QWidget* parent = nullptr);
    void show(const OverviewFacts& facts);
    /// A training goes on: its bar moves, and its curve grows.
    void takeProgress(const service::JobInfo& job);

signals:
    void versionOpened(const QString& arn);
    void createRequested();
    void trainRequested(const QString& solutionArn);
    void stopRequested(const QString& versionArn);

private:
    void showTraining(const OverviewFacts& facts);
    void showTrained(const OverviewFacts& facts);
    void showCurve(const service::TrainingReport& report, bool running);
    void fetchCurve();

    bridge::Console& console_;
    std::string training_;  ///< the version under way; empty: none
    bool fetching_ = false;
    QString recipe_;    ///< of it, in words
    QString opened_;    ///< the version that the link leads to
    QString solution_;  ///< that another version would be of
    QLabel* intro_;
    TextLink* link_;
    QLabel* facts_;
    QLabel* problem_;
    widgets::ProgressLine* progress_;
    QWidget* figure_;
    QLabel* number_;
    QLabel* comparison_;
    Sparkline* curve_;
    QPushButton* stop_;
    QPushButton* again_;
    QPushButton* create_;
};

}  // namespace foretaste::pages
