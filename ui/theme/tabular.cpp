// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tabular.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace foretaste::theme {

namespace {

double digitWidth(const QFontMetricsF& metrics) {
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    }
    return widest;
}

bool isFigure(QChar character) {
    return character >= u'0' && character <= u'9';
}

// Calls place(piece, x, width) for each figure and for each run of other characters.
template <typename Place>
double layOut(const QFontMetricsF& metrics, const QString& text, Place place) {
    const double cell = digitWidth(metrics);
    double x = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at + 1;
        if (!isFigure(text[at])) {
            while (end < text.size() && !isFigure(text[end])) ++end;
        }
        const QString piece = text.mid(at, end - at);
        const double natural = metrics.horizontalAdvance(piece);
        const double width = isFigure(text[at]) ? cell : natural;
        place(piece, x + (width - natural) / 2);
        x += width;
        at = end;
    }
    return x;
}

}  // namespace

double tabularWidth(const QFontMetricsF& metrics, const QString& text) {
    return layOut(metrics, text, [](const QString&, double) {});
}

void drawTabular(QPainter& painter, const QRectF& rect, int alignment, const QString& text) {
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double width = tabularWidth(metrics, text);
    double left = rect.left();
    if (alignment & Qt::AlignRight) left = rect.right() - width;
    if (alignment & Qt::AlignHCenter) left = rect.center().x() - width / 2;
    double baseline = rect.top() + metrics.ascent();
    if (alignment & Qt::AlignVCenter) {
        baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    }
    if (alignment & Qt::AlignBottom) baseline = rect.bottom() - metrics.descent();
    layOut(metrics, text, [&](const QString& piece, double x) {
        painter.drawText(QPointF(left + x, baseline), piece);
    });
}

}  // namespace foretaste::theme
