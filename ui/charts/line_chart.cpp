// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_chart.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

#include "ui/charts/axis.h"
#include "ui/charts/decimate.h"
#include "ui/theme/theme.h"

namespace foretaste::charts {

using namespace theme;

namespace {

// The point of the line whose x is nearest; lines are sorted and not empty.
qsizetype nearest(const QList<QPointF>& points, double x) {
    const auto above =
        std::lower_bound(points.begin(), points.end(), x,
                         [](const QPointF& p, double value) { return p.x() < value; });
    if (above == points.begin()) return 0;
    if (above == points.end()) return points.size() - 1;
    const qsizetype at = above - points.begin();
    return x - points[at - 1].x() <= points[at].x() - x ? at - 1 : at;
}

}  // namespace

LineChart::LineChart(const QString& name, QWidget* parent)
    : Chart(parent), x_(new QValueAxis(this)), y_(new QValueAxis(this)) {
    setAccessibleName(name);
    chart().addAxis(x_, Qt::AlignBottom);
    chart().addAxis(y_, Qt::AlignLeft);
    restyle();
    rescale();
    refresh();
}

void LineChart::setXAxis(const QString& title, bool whole) {
    xTitle_ = title;
    wholeX_ = whole;
    x_->setTitleText(title);
    rescale();
}

void LineChart::setYAxis(const QString& title, bool fromZero) {
    yTitle_ = title;
    fromZero_ = fromZero;
    rescale();
}

int LineChart::styleOf(int line) const {
    return lines_[line].style < 0 ? line : lines_[line].style;
}

void LineChart::setLines(const QList<Line>& lines) {
    bool same = lines.size() == lines_.size();
    for (int i = 0; same && i < lines.size(); ++i) {
        same = lines[i].name == lines_[i].name && lines[i].style == lines_[i].style &&
               lines[i].low.isEmpty() == lines_[i].low.isEmpty();
    }
    lines_ = lines;
    if (!same) rebuild();
    for (int i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        drawn_[i].line->replace(decimate(line.points));
        if (!drawn_[i].band) continue;
        QList<QPointF> low;
        QList<QPointF> high;
        for (qsizetype p = 0; p < line.points.size(); ++p) {
            low << QPointF(line.points[p].x(), line.low.value(p));
            high << QPointF(line.points[p].x(), line.high.value(p));
        }
        drawn_[i].low->replace(decimate(low));
        drawn_[i].high->replace(decimate(high));
    }
    rescale();
    refresh();
}

void LineChart::rebuild() {
    chart().removeAllSeries();  // the areas leave their border lines alone
    for (const Drawn& old : drawn_) {
        delete old.low;
        delete old.high;
    }
    drawn_.clear();
    QList<LegendEntry> legend;
    for (int i = 0; i < lines_.size(); ++i) {
        Drawn drawn;
        if (!lines_[i].low.isEmpty()) {
            drawn.low = new QLineSeries(this);
            drawn.high = new QLineSeries(this);
            drawn.band = new QAreaSeries(drawn.high, drawn.low);
            chart().addSeries(drawn.band);
            drawn.band->attachAxis(x_);
            drawn.band->attachAxis(y_);
        }
        drawn.line = new QLineSeries;
        drawn.line->setName(lines_[i].name);
        chart().addSeries(drawn.line);
        drawn.line->attachAxis(x_);
        drawn.line->attachAxis(y_);
        drawn_ << drawn;
        legend << LegendEntry{lines_[i].name, seriesPen(styleOf(i)), false, true};
    }
    setLegend(legend);
    restyle();
}

void LineChart::restyle() {
    styleAxis(*x_, false);
    x_->setLineVisible(true);
    styleAxis(*y_, true);
    QList<LegendEntry> legend;
    for (int i = 0; i < drawn_.size(); ++i) {
        const QPen pen = seriesPen(styleOf(i));
        drawn_[i].line->setPen(pen);
        if (drawn_[i].band) {
            QColor ground = pen.color();
            ground.setAlphaF(0.2f);
            drawn_[i].band->setPen(Qt::NoPen);
            drawn_[i].band->setBrush(ground);
        }
        legend << LegendEntry{lines_[i].name, pen, false, drawn_[i].shown};
    }
    setLegend(legend);
}

void LineChart::rescale() {
    double left = 0, right = 1, low = 0, high = 1;
    bool any = false;
    const auto take = [&](double x, double y) {
        if (!std::isfinite(y)) return;
        left = any ? std::min(left, x) : x;
        right = any ? std::max(right, x) : x;
        low = any ? std::min(low, y) : y;
        high = any ? std::max(high, y) : y;
        any = true;
    };
    for (int i = 0; i < lines_.size(); ++i) {
        if (!drawn_[i].shown) continue;
        const Line& line = lines_[i];
        for (qsizetype p = 0; p < line.points.size(); ++p) {
            take(line.points[p].x(), line.points[p].y());
            if (line.low.isEmpty()) continue;
            take(line.points[p].x(), line.low.value(p));
            take(line.points[p].x(), line.high.value(p));
        }
    }
    Ticks x = wholeX_ ? wholeTicks(left, right) : niceTicks(left, right, 6);
    if (!wholeX_ && any && right > left) {  // no empty room beside the lines
        x.min = left;
        x.max = right;
    }
    setTicks(*x_, x);
    setTicks(*y_, niceTicks(low, high, 4, fromZero_));
    y_->setTitleText({});
}

void LineChart::legendToggled(int entry, bool shown) {
    drawn_[entry].shown = shown;
    drawn_[entry].line->setVisible(shown);
    if (drawn_[entry].band) drawn_[entry].band->setVisible(shown);
    rescale();
}

void LineChart::setMark(const QPointF& point, const QString& label, int style) {
    mark_ = point;
    markLabel_ = label;
    markStyle_ = style;
    refresh();
}

const Line* LineChart::firstShown() const {
    for (int i = 0; i < lines_.size(); ++i) {
        if (drawn_[i].shown && !lines_[i].points.isEmpty()) return &lines_[i];
    }
    return nullptr;
}

void LineChart::hover(const std::optional<QPointF>& position) {
    hoverX_.reset();
    const Line* line = firstShown();
    if (!position || !line || !chart().plotArea().adjusted(-6, 0, 6, 0).contains(*position)) return;
    const double x = chart().mapToValue(*position, drawn_.first().line).x();
    hoverX_ = line->points[nearest(line->points, x)].x();
}

void LineChart::stepHover(int step) {
    const Line* line = firstShown();
    if (!line) return;
    const qsizetype last = line->points.size() - 1;
    const qsizetype at = hoverX_ ? nearest(line->points, *hoverX_) + step : (step > 0 ? 0 : last);
    hoverX_ = line->points[std::clamp<qsizetype>(at, 0, last)].x();
}

void LineChart::drawOver(QPainter& painter) {
    if (drawn_.isEmpty()) return;
    const QRectF plot = chart().plotArea();
    const Colors& c = colors();
    const auto place = [&](const QPointF& value) {
        return chart().mapToPosition(value, drawn_.first().line);
    };
    if (!yTitle_.isEmpty()) {
        painter.setFont(theme::font(TextRole::Tiny));
        painter.setPen(c.muted);
        drawTag(painter, plot.topLeft() + QPointF(4, 2), Qt::AlignLeft | Qt::AlignTop, yTitle_,
                c.muted);
    }
    if (!markLabel_.isEmpty()) {
        const QPointF at = place(mark_);
        painter.setPen(QPen(c.card, 2));
        painter.setBrush(seriesColor(markStyle_));
        painter.drawEllipse(at, 5, 5);
        const bool right = at.x() > plot.right() - 60;
        const bool below = at.y() - plot.top() < 26;
        drawTag(painter, at + QPointF(right ? 4 : -2, below ? 8 : -8),
                (right ? Qt::AlignRight : Qt::AlignLeft) | (below ? Qt::AlignTop : Qt::AlignBottom),
                markLabel_, c.text);
    }
    if (!hoverX_) return;
    QStringList texts{xTitle_.isEmpty()
                          ? shortNumber(*hoverX_)
                          : QStringLiteral("%1 %2").arg(xTitle_, shortNumber(*hoverX_))};
    QPointF anchor(place({*hoverX_, 0}).x(), plot.center().y());
    painter.setPen(QPen(c.border, 1, Qt::DashLine));
    painter.drawLine(QPointF(anchor.x(), plot.top()), QPointF(anchor.x(), plot.bottom()));
    for (int i = 0; i < lines_.size(); ++i) {
        if (!drawn_[i].shown || lines_[i].points.isEmpty()) continue;
        const qsizetype nearby = nearest(lines_[i].points, *hoverX_);
        const QPointF& point = lines_[i].points[nearby];
        painter.setPen(QPen(c.card, 1.5));
        painter.setBrush(seriesColor(styleOf(i)));
        painter.drawEllipse(place(point), 4, 4);
        QString text = QStringLiteral("%1: %2").arg(lines_[i].name, shortNumber(point.y()));
        if (!lines_[i].low.isEmpty()) {
            text += QStringLiteral(" (%1 – %2)")
                        .arg(shortNumber(lines_[i].low.value(nearby)),
                             shortNumber(lines_[i].high.value(nearby)));
        }
        texts << text;
    }
    drawHoverBox(painter, anchor, texts);
}

QList<QPointF> LineChart::drawnPoints(int line) const {
    return drawn_[line].line->points();
}

ChartTable LineChart::table() const {
    ChartTable out;
    out.headings << (xTitle_.isEmpty() ? tr("x") : xTitle_);
    QList<double> xs;
    for (const Line& line : lines_) {
        out.headings << line.name;
        if (!line.low.isEmpty())
            out.headings << tr("%1, low").arg(line.name) << tr("%1, high").arg(line.name);
        for (const QPointF& point : line.points) xs << point.x();
    }
    std::sort(xs.begin(), xs.end());
    xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
    QList<qsizetype> next(lines_.size(), 0);
    for (const double x : xs) {
        QVariantList row{x};
        for (int i = 0; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            const qsizetype p = next[i];
            const bool here = p < line.points.size() && line.points[p].x() == x;
            row << (here ? QVariant(line.points[p].y()) : QVariant(QString()));
            if (!line.low.isEmpty()) {
                row << (here ? QVariant(line.low.value(p)) : QVariant(QString()))
                    << (here ? QVariant(line.high.value(p)) : QVariant(QString()));
            }
            if (here) ++next[i];
        }
        out.rows << row;
    }
    return out;
}

QString LineChart::summary() const {
    QStringList parts;
    for (const Line& line : lines_) {
        if (line.points.isEmpty()) continue;
        parts << tr("%1 goes from %2 to %3")
                     .arg(line.name, shortNumber(line.points.first().y()),
                          shortNumber(line.points.last().y()));
    }
    if (parts.isEmpty()) return tr("No data yet.");
    const Line* line = firstShown();
    if (!line) return parts.join(QStringLiteral("; ")) + u'.';
    return tr("%1, over %2 %3 to %4.")
        .arg(parts.join(QStringLiteral("; ")), xTitle_, shortNumber(line->points.first().x()),
             shortNumber(line->points.last().x()));
}

}  // namespace foretaste::charts
