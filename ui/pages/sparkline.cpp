// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sparkline.h"

#include "ui/theme/style_paint.h"
#include "ui/theme/theme.h"

namespace foretaste::pages {

using namespace theme;

namespace {

constexpr int kHeight = 48;
constexpr double kDot = 3;

}  // namespace

Sparkline::Sparkline(QWidget* parent) : QWidget(parent) {
    setFixedHeight(kHeight);
}

void Sparkline::setPoints(const QList<QPointF>& points, const QString& label) {
    points_ = points;
    label_ = label;
    setAccessibleName(label);
    setAccessibleDescription(points.size() < 2
                                 ? QString()
                                 : tr("From %1 to %2.")
                                       .arg(QLocale().toString(points.first().y(), 'g', 3),
                                            QLocale().toString(points.last().y(), 'g', 3)));
    update();
}

QSize Sparkline::sizeHint() const {
    return {200, kHeight};
}

void Sparkline::paintEvent(QPaintEvent*) {
    if (points_.isEmpty()) return;
    QPainter painter(this);
    const PainterGuard guard(painter);
    painter.setFont(theme::font(TextRole::Tiny));
    const double labelWidth = QFontMetricsF(painter.font()).horizontalAdvance(label_);
    const QRectF plot =
        QRectF(rect()).adjusted(kDot, kDot + 2, -labelWidth - 3 * kDot - kSpaceXs, -kDot - 2);
    const auto [low, high] =
        std::minmax_element(points_.begin(), points_.end(),
                            [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
    const double left = points_.first().x();
    const double across = points_.last().x() - left, up = high->y() - low->y();
    const auto place = [&](const QPointF& point) {
        return QPointF(
            plot.left() + plot.width() * (across > 0 ? (point.x() - left) / across : 0),
            plot.bottom() - plot.height() * (up > 0 ? (point.y() - low->y()) / up : 0.5));
    };
    QPolygonF line;
    for (const auto& point : points_) line << place(point);
    const QColor ink = colors().series[0];
    QPen pen(ink, 2);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(line.last(), kDot, kDot);
    painter.setPen(colors().muted);
    const double y = std::clamp(line.last().y(), 8.0, height() - 8.0);
    painter.drawText(QRectF(line.last().x() + 2 * kDot + kSpaceXs, y - 8, labelWidth + 2, 16),
                     Qt::AlignVCenter | Qt::AlignLeft, label_);
}

}  // namespace foretaste::pages
