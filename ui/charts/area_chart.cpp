// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/area_chart.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

#include "ui/charts/axis.h"
#include "ui/theme/theme.h"

namespace foretaste::charts {

using namespace theme;

namespace {

// The mockup's order: the new in orange at the bottom, green above, the old in blue on top.
constexpr std::array<int, 6> kOrder{1, 2, 0, 3, 4, 5};

QColor areaColor(int series) {
    const QColor strong = seriesColor(kOrder[static_cast<size_t>(series) % kOrder.size()]);
    return blend(colors().card, strong, 0.5);
}

}  // namespace

AreaChart::AreaChart(const QString& name, QWidget* parent)
    : Chart(parent), x_(new QValueAxis(this)), y_(new QValueAxis(this)) {
    setAccessibleName(name);
    chart().addAxis(x_, Qt::AlignBottom);
    chart().addAxis(y_, Qt::AlignLeft);
    setTicks(*y_, {0, 100, 25, 0});
    y_->setLabelFormat(QStringLiteral("%.0f %"));
    restyle();
    refresh();
}

double AreaChart::share(int series, int column) const {
    double sum = 0;
    for (const Share& one : shares_) sum += one.values.value(column);
    return sum > 0 ? shares_[series].values.value(column) / sum : 0;
}

double AreaChart::below(int series, int column) const {
    double sum = 0;
    for (int i = 0; i < series; ++i) sum += share(i, column);
    return sum;
}

void AreaChart::setShares(const QString& xTitle, const QStringList& places,
                          const QList<Share>& shares) {
    xTitle_ = xTitle;
    places_ = places;
    shares_ = shares;
    chart().removeAllSeries();
    qDeleteAll(borders_);
    borders_.clear();
    areas_.clear();
    const int columns = static_cast<int>(places_.size());
    for (int i = 0; i <= shares_.size(); ++i) {
        QList<QPointF> points;
        for (int column = 0; column < columns; ++column) {
            points << QPointF(column, 100 * below(i, column));
        }
        auto* border = new QLineSeries(this);
        border->replace(points);
        borders_ << border;
        if (i == 0) continue;
        auto* area = new QAreaSeries(border, borders_[i - 1]);
        chart().addSeries(area);
        area->attachAxis(x_);
        area->attachAxis(y_);
        areas_ << area;
    }
    x_->setTickType(QValueAxis::TicksDynamic);
    x_->setTickInterval(std::max(1, columns / 6));
    x_->setRange(0, std::max(1, columns - 1));
    hovered_ = -1;
    restyle();
    refresh();
}

void AreaChart::restyle() {
    styleAxis(*x_, false);
    x_->setLabelsColor(Qt::transparent);  // drawOver writes the names of the columns
    styleAxis(*y_, true);
    QList<LegendEntry> legend;
    for (int i = 0; i < areas_.size(); ++i) {
        areas_[i]->setBrush(areaColor(i));
        areas_[i]->setPen(QPen(colors().card, 1));
        legend << LegendEntry{shares_[i].name, QPen(areaColor(i), 2), true, true};
    }
    setLegend(legend);
}

void AreaChart::drawOver(QPainter& painter) {
    const int columns = static_cast<int>(places_.size());
    if (columns < 2) return;
    const QRectF plot = chart().plotArea();
    const Colors& c = colors();
    const auto x = [&](double column) {
        return plot.left() + plot.width() * column / (columns - 1);
    };
    painter.setFont(theme::font(TextRole::Tiny));
    painter.setPen(c.muted);
    const QFontMetricsF metrics(painter.font());
    const int step = std::max(1, (columns + 5) / 7);
    double free = plot.left() - 20;
    for (int column = 0; column < columns; ++column) {
        const bool last = column == columns - 1;
        if (column % step && !last) continue;
        const double width = metrics.horizontalAdvance(places_[column]) + 4;
        const double left =
            std::clamp(x(column) - width / 2, plot.left() - 2, plot.right() - width + 2);
        const double lastLeft = plot.right() - metrics.horizontalAdvance(places_.last()) - 12;
        if (left < free || (!last && left + width > lastLeft)) continue;
        painter.drawText(QRectF(left, plot.bottom() + 4, width, 16), Qt::AlignCenter,
                         places_[column]);
        free = left + width + 8;
    }
    QList<QRectF> named;
    for (int i = 0; i < shares_.size(); ++i) {
        // The name stands where its area is thickest, and free of other names.
        int widest = 0;
        for (int column = 1; column < columns; ++column) {
            if (share(i, column) > share(i, widest)) widest = column;
        }
        const double height = plot.height() * share(i, widest);
        if (height < 20) continue;
        const double width = metrics.horizontalAdvance(shares_[i].name);
        const double middle =
            plot.bottom() - plot.height() * (below(i, widest) + share(i, widest) / 2);
        const double left =
            std::clamp(x(widest) - width / 2, plot.left() + 12, plot.right() - width - 12);
        const QRectF place(left, middle - 8, width + 2, 16);
        const auto meets = [&](const QRectF& other) { return other.intersects(place); };
        if (std::any_of(named.cbegin(), named.cend(), meets)) continue;
        named << place;
        painter.setPen(c.text);
        painter.drawText(place, Qt::AlignCenter, shares_[i].name);
    }
    if (hovered_ < 0) return;
    painter.setPen(QPen(c.text, 1, Qt::DashLine));
    painter.drawLine(QPointF(x(hovered_), plot.top()), QPointF(x(hovered_), plot.bottom()));
    QStringList texts{xTitle_.isEmpty() ? places_[hovered_]
                                        : QStringLiteral("%1 %2").arg(xTitle_, places_[hovered_])};
    for (qsizetype i = shares_.size() - 1; i >= 0; --i) {
        texts << QStringLiteral("%1: %2 %")
                     .arg(shares_[i].name, shortNumber(100 * share(static_cast<int>(i), hovered_)));
    }
    drawHoverBox(painter, {x(hovered_), plot.center().y()}, texts);
}

void AreaChart::hover(const std::optional<QPointF>& position) {
    hovered_ = -1;
    const QRectF plot = chart().plotArea();
    if (!position || places_.size() < 2 || !plot.contains(*position)) return;
    hovered_ = static_cast<int>(std::lround((position->x() - plot.left()) / plot.width() *
                                            static_cast<double>(places_.size() - 1)));
}

void AreaChart::stepHover(int step) {
    if (places_.isEmpty()) return;
    hovered_ = std::clamp(hovered_ + step, 0, static_cast<int>(places_.size()) - 1);
}

ChartTable AreaChart::table() const {
    ChartTable out;
    out.headings << (xTitle_.isEmpty() ? tr("Place") : xTitle_);
    for (const Share& one : shares_) out.headings << tr("%1 (%)").arg(one.name);
    for (int column = 0; column < places_.size(); ++column) {
        QVariantList row{places_[column]};
        for (int i = 0; i < shares_.size(); ++i) row << 100 * share(i, column);
        out.rows << row;
    }
    return out;
}

QString AreaChart::summary() const {
    if (places_.isEmpty() || shares_.isEmpty()) return tr("No data yet.");
    const int last = static_cast<int>(places_.size()) - 1;
    QStringList parts;
    for (int i = 0; i < shares_.size(); ++i) {
        parts << tr("%1 from %2 to %3 percent")
                     .arg(shares_[i].name, shortNumber(100 * share(i, 0)),
                          shortNumber(100 * share(i, last)));
    }
    return tr("Between %1 and %2: %3.")
        .arg(places_.first(), places_.last(), parts.join(QStringLiteral("; ")));
}

}  // namespace foretaste::charts
