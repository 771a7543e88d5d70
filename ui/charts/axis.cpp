// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis.h"

#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace foretaste::charts {

namespace {

// Multiplying the step gathers less error than adding it, and rounding to the step's own decimals
// removes the rest, so that 3 * 0.1 is labelled 0.3.
double snapped(double value, double step) {
    const double scale = std::pow(10, std::ceil(-std::log10(step)) + 2);
    return std::round(value * scale) / scale;
}

int decimalsOf(double step) {
    int decimals = 0;
    double scaled = step;
    while (decimals < 9 && std::abs(scaled - std::round(scaled)) > 1e-6 * std::abs(scaled)) {
        scaled *= 10;
        ++decimals;
    }
    return decimals;
}

}  // namespace

QList<double> Ticks::values() const {
    QList<double> out;
    const auto first = static_cast<long long>(std::ceil(min / step - 1e-9));
    const auto last = static_cast<long long>(std::floor(max / step + 1e-9));
    for (long long i = first; i <= last; ++i) out << snapped(static_cast<double>(i) * step, step);
    return out;
}

Ticks niceTicks(double min, double max, int wanted, bool fromZero) {
    if (!std::isfinite(min) || !std::isfinite(max)) return {0, 1, 0.25, 2};
    if (fromZero && min > 0) min = 0;
    if (fromZero && max < 0) max = 0;
    if (max <= min) {
        const double pad = min == 0 ? 1 : std::abs(min) * 0.5;
        if (min != 0) min -= pad;
        max += pad;
    }
    const double rough = (max - min) / std::max(1, wanted);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    Ticks best;
    double bestCost = std::numeric_limits<double>::infinity();
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double step = factor * power;
        const double low = std::floor(min / step + 1e-9);
        const double high = std::ceil(max / step - 1e-9);
        // Steps too many or too few, and room that no value uses, count against it alike.
        const double unused = (high - low) * step / (max - min) - 1;
        const double cost = std::abs(high - low - wanted) / wanted + unused;
        if (cost >= bestCost) continue;
        bestCost = cost;
        best = {snapped(low * step, step), snapped(high * step, step), step, decimalsOf(step)};
    }
    return best;
}

Ticks wholeTicks(double min, double max, int wanted) {
    Ticks ticks = niceTicks(min, max, wanted);
    ticks.step = std::max(1.0, std::ceil(ticks.step));
    ticks.min = min;
    ticks.max = std::max(max, min + 1);
    ticks.decimals = 0;
    return ticks;
}

QList<double> logTicks(double min, double max, int most) {
    QList<double> powers;
    QList<double> all;
    const int first = static_cast<int>(std::floor(std::log10(min)));
    const int last = static_cast<int>(std::ceil(std::log10(max)));
    for (int exponent = first; exponent <= last; ++exponent) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = factor * std::pow(10, exponent);
            if (value < min * (1 - 1e-9) || value > max * (1 + 1e-9)) continue;
            all << value;
            if (factor == 1) powers << value;
        }
    }
    return all.size() <= most || powers.size() < 2 ? all : powers;
}

QString tickLabel(double value, int decimals) {
    // A rounded zero must not read "-0".
    if (std::abs(value) < 0.5 * std::pow(10, -decimals)) value = 0;
    return QLocale().toString(value, 'f', decimals);
}

QString shortNumber(double value) {
    const double size = std::abs(value);
    if (size == 0) return QLocale().toString(0);
    int decimals = std::clamp(2 - static_cast<int>(std::floor(std::log10(size))), 0, 6);
    const double scale = std::pow(10, decimals);
    value = std::round(value * scale) / scale;
    while (decimals > 0) {
        const double scaled = value * std::pow(10, decimals - 1);
        if (std::abs(scaled - std::round(scaled)) > 1e-9 * std::abs(scaled)) break;
        --decimals;
    }
    return QLocale().toString(value, 'f', decimals);
}

}  // namespace foretaste::charts
