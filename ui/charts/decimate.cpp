// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/decimate.h"

#include <algorithm>

namespace foretaste::charts {

QList<QPointF> decimate(const QList<QPointF>& points, int most) {
    if (points.size() <= most || most < 4) return points;
    const qsizetype inner = points.size() - 2;
    const qsizetype stretches = (most - 2) / 2;
    QList<QPointF> out;
    out.reserve(most);
    out << points.first();
    for (qsizetype i = 0; i < stretches; ++i) {
        const qsizetype from = 1 + inner * i / stretches;
        const qsizetype to = 1 + inner * (i + 1) / stretches;
        const auto byHeight = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
        const auto [low, high] =
            std::minmax_element(points.begin() + from, points.begin() + to, byHeight);
        out << *std::min(low, high);
        if (low != high) out << *std::max(low, high);
    }
    out << points.last();
    return out;
}

}  // namespace foretaste::charts
