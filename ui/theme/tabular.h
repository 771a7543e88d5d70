// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFontMetricsF;
class QPainter;
class QRectF;

// Figures of equal width. Inter's own are proportional, and Qt cannot ask a font for its tabular
// figures before 6.7, so each figure is drawn in a cell as wide as the widest one.
namespace foretaste::theme {

double tabularWidth(const QFontMetricsF& metrics, const QString& text);
// Draws one line in the painter's font and pen, placed in `rect` by `alignment`.
void drawTabular(QPainter& painter, const QRectF& rect, int alignment, const QString& text);

}  // namespace foretaste::theme
