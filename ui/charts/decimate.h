// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

namespace foretaste::charts {

// Qt Charts redraws a line of 2,000 points in 3 ms and one of 100,000 in 100 ms; no screen shows
// more.
inline constexpr int kMostPoints = 2000;

// At most `most` of the points, in order: the first, the last, and lowest and highest of each
// stretch between, so that no peak is lost. Points must be sorted by x; with fewer than `most` they
// are returned as they are.
QList<QPointF> decimate(const QList<QPointF>& points, int most = kMostPoints);

}  // namespace foretaste::charts
