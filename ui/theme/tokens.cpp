// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace foretaste::theme {

const Colors& lightColors() {
    static const Colors colors{
        .bg = "#f6f7f9",
        .card = "#ffffff",
        .line = "#e3e7ec",
        .border = "#7f8998",
        .text = "#16191f",
        .muted = "#5b6472",
        .accent = "#0b5fbf",
        .onAccent = "#ffffff",
        .soft = "#e8f1fc",
        .hover = "#f0f2f5",
        .ok = "#0a7a45",
        .okSoft = "#e7f6ee",
        .warn = "#8a5a00",
        .warnSoft = "#fdf3dc",
        .bad = "#c4261d",
        .badSoft = "#fdedec",
        .shadow = QColor(16, 24, 40, 36),
        .series = {"#0072b2", "#d55e00", "#009e73", "#7b4fa3", "#00857c", "#8c564b"},
    };
    return colors;
}

const Colors& darkColors() {
    static const Colors colors{
        .bg = "#15191f",
        .card = "#1e242c",
        .line = "#2e3742",
        .border = "#6c7788",
        .text = "#e7eaee",
        .muted = "#a3adba",
        .accent = "#6fb3ff",
        .onAccent = "#0b1016",
        .soft = "#1b2c42",
        .hover = "#262e38",
        .ok = "#3dcb84",
        .okSoft = "#16302a",
        .warn = "#f5c04a",
        .warnSoft = "#332b1a",
        .bad = "#ff8a80",
        .badSoft = "#3a2326",
        .shadow = QColor(0, 0, 0, 120),
        .series = {"#56b4e9", "#e69f00", "#3dcb84", "#cc79a7", "#e5d85c", "#b39ddb"},
    };
    return colors;
}

namespace {

double linear(int channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) +
           0.0722 * linear(color.blue());
}

}  // namespace

double contrast(const QColor& first, const QColor& second) {
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor blend(const QColor& under, const QColor& over, double share) {
    const auto mix = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()),
            mix(under.blue(), over.blue())};
}

}  // namespace foretaste::theme
