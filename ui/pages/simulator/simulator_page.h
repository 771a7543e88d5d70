// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include "ui/pages/simulator/simulator_story.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace foretaste::bridge {
class Console;
}

namespace foretaste::charts {
class ChartCard;
}

namespace foretaste::widgets {
class EmptyState;
class MetricTile;
class ProgressLine;
}  // namespace foretaste::widgets

namespace foretaste::pages {

class SimulatorControls;

/// Exploration policies play on people with known tastes, day by day, before one's eyes. The engine
/// plays as fast as it can; the page shows what it has played at the speed that is asked for.
class SimulatorPage : public shell::Page {
    Q_OBJECT
public:
    explicit SimulatorPage(bridge::Console& console, QWidget* parent = nullptr);
    ~SimulatorPage() override;  ///< stops the game

    /// The day that is shown; 0 before the first.
    int shownDay() const { return shownDay_; }
    bool isPlaying() const { return playing_; }

signals:
    void finished();

private:
    struct Game;
    QWidget* makeFigures();
    void toggle();
    void play();
    void end();
    void tick();
    void show(const SimulatorStory& story);

    bridge::Console& console_;
    SimulatorControls* controls_;
    QPushButton* toggle_;
    QStackedWidget* parts_;
    widgets::EmptyState* intro_;
    QWidget* figures_;
    QLabel* words_;
    widgets::ProgressLine* progress_;
    widgets::MetricTile *lead_, *found_, *clicksOnNew_;
    charts::LineChart *leads_, *regrets_, *discoveries_;
    charts::AreaChart* places_;
    std::shared_ptr<Game> game_;  ///< what is being played, shared with the thread that plays
    bool playing_ = false;
    int shownDay_ = 0;
    double due_ = 0;  ///< days that may be shown by now
    QElapsedTimer sinceTick_;
    QTimer timer_;
};

}  // namespace foretaste::pages
