// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace foretaste::wizards {

/// A spin box that shows no more decimals than a number has: 30, 0.5, 0.125.
class NumberInput : public QDoubleSpinBox {
public:
    NumberInput(double least, double most, double step, QWidget* parent = nullptr)
        : QDoubleSpinBox(parent) {
        constexpr int kDecimals = 6;
        setDecimals(kDecimals);
        setRange(least, most);
        setSingleStep(step);
    }
    QString textFromValue(double value) const override {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest);
    }
};

}  // namespace foretaste::wizards
