// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace foretaste::wizards {

/// How much new items are tried, 0 to 1: a slider, the number, and what it means in a sentence.
class WeightInput : public QWidget {
    Q_OBJECT
    Q_PROPERTY(double value READ value WRITE setValue NOTIFY valueChanged USER true)

public:
    explicit WeightInput(QWidget* parent = nullptr);

    double value() const;
    void setValue(double value);

signals:
    void valueChanged(double value);

private:
    void explain(double value);

    QSlider* slider_;
    QDoubleSpinBox* number_;
    QLabel* meaning_;
};

}  // namespace foretaste::wizards
