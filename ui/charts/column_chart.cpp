// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/column_chart.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QValueAxis>

#include "ui/charts/axis.h"
#include "ui/theme/theme.h"

namespace foretaste::charts {

using namespace theme;

ColumnChart::ColumnChart(const QString& name, QWidget* parent)
    : Chart(parent), x_(new QBarCategoryAxis(this)), y_(new QValueAxis(this)) {
    setAccessibleName(name);
    chart().addAxis(x_, Qt::AlignBottom);
    chart().addAxis(y_, Qt::AlignLeft);
    setColumns({});
}

void ColumnChart::setTitles(const QString& xTitle, const QString& what) {
    xTitle_ = xTitle;
    what_ = what;
    x_->setTitleText(xTitle);
    refresh();
}

void ColumnChart::setColumns(const QList<Column>& columns) {
    columns_ = columns;
    chart().removeAllSeries();
    series_ = new QBarSeries;
    series_->setBarWidth(0.8);
    auto* set = new QBarSet(what_);
    QStringList places;
    double highest = 0;
    for (const auto& column : columns_) {
        *set << column.value;
        places << QString::number(places.size());  // names need not differ, places must
        highest = std::max(highest, column.value);
    }
    series_->append(set);
    chart().addSeries(series_);
    x_->clear();
    x_->append(places);
    series_->attachAxis(x_);
    series_->attachAxis(y_);
    Ticks ticks = niceTicks(0, std::max(1.0, highest), 3, true);
    ticks.step = std::max(1.0, ticks.step);
    ticks.decimals = 0;
    setTicks(*y_, ticks);
    hovered_ = -1;
    restyle();
    refresh();
}

void ColumnChart::restyle() {
    styleAxis(*x_, false);
    // A category axis cuts names short; drawOver leaves out those that have no room instead.
    x_->setLabelsColor(Qt::transparent);
    x_->setLineVisible(true);
    styleAxis(*y_, true);
    if (!series_) return;
    for (QBarSet* set : series_->barSets()) {
        set->setColor(seriesColor(0));
        set->setPen(Qt::NoPen);
    }
}

void ColumnChart::drawOver(QPainter& painter) {
    if (columns_.isEmpty()) return;
    const QRectF plot = chart().plotArea();
    const double width = plot.width() / static_cast<double>(columns_.size());
    painter.setFont(theme::font(TextRole::Tiny));
    painter.setPen(colors().muted);
    const QFontMetricsF metrics(painter.font());
    double widest = 0;
    for (const auto& column : columns_)
        widest = std::max(widest, metrics.horizontalAdvance(column.name));
    const int every = std::max(1, static_cast<int>(std::ceil((widest + kSpaceS) / width)));
    for (int i = 0; i < columns_.size(); i += every) {
        const double middle = plot.left() + (i + 0.5) * width;
        painter.drawText(QRectF(middle - widest, plot.bottom() + 4, 2 * widest, 16),
                         Qt::AlignCenter, columns_[i].name);
    }
    if (hovered_ < 0 || hovered_ >= columns_.size()) return;
    drawHoverBox(painter, {plot.left() + (hovered_ + 0.5) * width, plot.center().y()},
                 {columns_[hovered_].name,
                  QStringLiteral("%1 %2").arg(tickLabel(columns_[hovered_].value, 0), what_)});
}

void ColumnChart::hover(const std::optional<QPointF>& position) {
    hovered_ = -1;
    const QRectF plot = chart().plotArea();
    if (!position || !plot.contains(*position) || columns_.isEmpty()) return;
    hovered_ = static_cast<int>((position->x() - plot.left()) / plot.width() *
                                static_cast<double>(columns_.size()));
}

void ColumnChart::stepHover(int step) {
    if (columns_.isEmpty()) return;
    hovered_ = std::clamp(hovered_ + step, 0, static_cast<int>(columns_.size()) - 1);
}

ChartTable ColumnChart::table() const {
    ChartTable out;
    out.headings = {xTitle_, what_};
    for (const auto& column : columns_) out.rows << QVariantList{column.name, column.value};
    return out;
}

QString ColumnChart::summary() const {
    if (columns_.isEmpty()) return tr("No data yet.");
    const auto most =
        std::max_element(columns_.begin(), columns_.end(),
                         [](const Column& a, const Column& b) { return a.value < b.value; });
    return tr("%1 by %2: most, %3, at %4.")
        .arg(what_, xTitle_, tickLabel(most->value, 0), most->name);
}

}  // namespace foretaste::charts
