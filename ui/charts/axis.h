// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace foretaste::charts {

// An axis that ends on round numbers.
struct Ticks {
    double min = 0;
    double max = 1;
    double step = 1;
    int decimals = 0;  // what a label needs to tell neighbours apart

    QList<double> values() const;
};

// Round limits around [min, max] with about `wanted` steps of 1, 2, 2.5 or 5 times a power of ten.
// `fromZero` starts a range of positive values at 0. Equal or non-finite limits give a range of 1.
Ticks niceTicks(double min, double max, int wanted = 4, bool fromZero = false);
// The same for whole numbers (epochs): the step is at least 1, the limits are kept as they are.
Ticks wholeTicks(double min, double max, int wanted = 6);
// 1, 2 and 5 times powers of ten within [min, max], both above 0; only the powers where these would
// be more than `most`.
QList<double> logTicks(double min, double max, int most = 6);

// A label in the user's locale: "0.25", "12,000".
QString tickLabel(double value, int decimals);
// A figure with three significant digits and no needless zeros: "0.21", "12.4", "1,204".
QString shortNumber(double value);

}  // namespace foretaste::charts
