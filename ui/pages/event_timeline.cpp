// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/event_timeline.h"

#include "ui/bridge/words.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/theme.h"

namespace foretaste::pages {

using namespace theme;

namespace {

constexpr int kHeight = 40;
constexpr double kDot = 4;         // radius
constexpr double kStrength = 0.5;  // of one dot

}  // namespace

EventTimeline::EventTimeline(QWidget* parent) : QWidget(parent) {
    setFixedHeight(kHeight);
    setAccessibleName(tr("When the events happened"));
}

void EventTimeline::setTimes(QList<std::int64_t> times) {
    times_ = std::move(times);
    std::sort(times_.begin(), times_.end());
    setAccessibleDescription(times_.isEmpty() ? QString()
                                              : tr("%1 events from %2 to %3.")
                                                    .arg(bridge::countText(times_.size()),
                                                         bridge::dateText(times_.first()),
                                                         bridge::dateText(times_.last())));
    update();
}

QSize EventTimeline::sizeHint() const {
    return {200, kHeight};
}

void EventTimeline::paintEvent(QPaintEvent*) {
    if (times_.isEmpty()) return;
    QPainter painter(this);
    const PainterGuard guard(painter);
    const double left = kDot, right = width() - kDot, middle = kDot + 6;
    painter.setPen(QPen(colors().line, 2));
    painter.drawLine(QPointF(left, middle), QPointF(right, middle));
    const auto first = times_.first(), last = times_.last();
    QColor ink = colors().series[0];
    ink.setAlphaF(kStrength);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const auto across = static_cast<double>(last - first);
    for (const auto time : times_) {
        const double share = across > 0 ? static_cast<double>(time - first) / across : 0.5;
        painter.drawEllipse(QPointF(left + share * (right - left), middle), kDot, kDot);
    }
    painter.setFont(theme::font(TextRole::Tiny));
    painter.setPen(colors().muted);
    const QRectF words(0, middle + kDot + kSpaceXs, width(), 16);
    const auto from = bridge::dateText(first), to = bridge::dateText(last);
    if (from == to) {
        painter.drawText(words, Qt::AlignCenter, from);
        return;
    }
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, from);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, to);
}

}  // namespace foretaste::pages
