// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/simulation.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QComboBox;
class QSlider;
class QSpinBox;

namespace foretaste::pages {

/// What is to be played, and how fast it is shown.
class SimulatorControls : public widgets::Card {
    Q_OBJECT
public:
    explicit SimulatorControls(QWidget* parent = nullptr);

    service::SimulationRequest request() const;
    /// Days a second; 0: as fast as they are played.
    double speed() const;
    /// All but the speed can be changed only between two games.
    void setPlaying(bool playing);

private:
    void tellWeight();

    QList<QCheckBox*> policies_;
    QLabel* weightLabel_;
    QSlider* weight_;
    QSpinBox* days_;
    QSpinBox* seed_;
    QComboBox* speed_;
};

}  // namespace foretaste::pages
