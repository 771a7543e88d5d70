// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_chart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QValueAxis>

#include "ui/charts/axis.h"
#include "ui/theme/theme.h"

namespace foretaste::charts {

using namespace theme;

namespace {

constexpr int kRow = 36;
constexpr int kFoot = 44;

bool hasWhisker(const Bar& bar) {
    return bar.high > bar.low;
}

}  // namespace

BarChart::BarChart(const QString& name, QWidget* parent)
    : Chart(parent), names_(new QBarCategoryAxis(this)), values_(new QValueAxis(this)) {
    setAccessibleName(name);
    chart().addAxis(names_, Qt::AlignLeft);
    chart().addAxis(values_, Qt::AlignBottom);
    restyle();
    setBars({});
}

void BarChart::setValueAxis(const QString& title, int decimals) {
    title_ = title;
    decimals_ = decimals;
    values_->setTitleText(title);
    refresh();
}

QColor BarChart::colorOf(const Bar& bar) const {
    return bar.baseline ? colors().muted : seriesColor(bar.style);
}

void BarChart::setBars(const QList<Bar>& bars) {
    bars_ = bars;
    chart().removeAllSeries();
    series_ = new QHorizontalStackedBarSeries;
    series_->setBarWidth(20.0 / kRow);
    QStringList names;
    double highest = 0;
    // Categories run upwards. One set a bar, zero in every other row, gives each its own colour.
    for (qsizetype i = bars_.size() - 1; i >= 0; --i) {
        names << bars_[i].name;
        auto* set = new QBarSet(bars_[i].name);
        for (qsizetype row = bars_.size() - 1; row >= 0; --row) {
            *set << (row == i ? bars_[i].value : 0.0);
        }
        series_->append(set);
        highest = std::max({highest, bars_[i].value, bars_[i].high});
    }
    names_->clear();
    names_->append(names);
    chart().addSeries(series_);
    series_->attachAxis(names_);
    series_->attachAxis(values_);
    // Room for the value labels at the right.
    const Ticks ticks = niceTicks(0, highest > 0 ? highest : 1, 4, true);
    setTicks(*values_, ticks);
    values_->setRange(0, (highest > 0 ? highest : 1) * 1.16);
    setPlotHeight(std::max(120, static_cast<int>(bars_.size()) * kRow + kFoot));
    restyle();
    refresh();
}

void BarChart::restyle() {
    styleAxis(*names_, false);
    names_->setLabelsColor(colors().text);
    styleAxis(*values_, true);
    if (!series_) return;
    const QList<QBarSet*> sets = series_->barSets();
    for (qsizetype i = 0; i < sets.size(); ++i) {
        sets[i]->setColor(colorOf(bars_[bars_.size() - 1 - i]));
        sets[i]->setPen(Qt::NoPen);
    }
}

void BarChart::drawOver(QPainter& painter) {
    const QRectF plot = chart().plotArea();
    const Colors& c = colors();
    // QChart::mapToPosition does not swap the axes of horizontal bars.
    const auto place = [&](int row, double value) {
        const double x = plot.left() + plot.width() * value / values_->max();
        const double y =
            plot.top() + plot.height() * (row + 0.5) / static_cast<double>(bars_.size());
        return QPointF(x, y);
    };
    for (int i = 0; i < bars_.size(); ++i) {
        if (!bars_[i].baseline) continue;
        painter.setPen(QPen(c.muted, 1, Qt::DashLine));
        const double x = place(i, bars_[i].value).x();
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    painter.setFont(theme::font(TextRole::Tiny));
    for (int i = 0; i < bars_.size(); ++i) {
        const Bar& bar = bars_[i];
        double end = place(i, bar.value).x();
        if (hasWhisker(bar)) {
            const QPointF low = place(i, bar.low);
            const QPointF high = place(i, bar.high);
            painter.setPen(QPen(c.text, 1));
            painter.drawLine(low, high);
            for (const QPointF& tip : {low, high}) {
                painter.drawLine(tip - QPointF(0, 6), tip + QPointF(0, 6));
            }
            end = std::max(end, high.x());
        }
        drawTag(painter, QPointF(end + 8, place(i, 0).y()), Qt::AlignLeft,
                tickLabel(bar.value, decimals_), c.text);
    }
    if (hovered_ < 0 || hovered_ >= bars_.size()) return;
    const Bar& bar = bars_[hovered_];
    QStringList texts{bar.name,
                      QStringLiteral("%1 %2").arg(title_, tickLabel(bar.value, decimals_))};
    if (hasWhisker(bar)) {
        texts << tr("95 % interval: %1 to %2")
                     .arg(tickLabel(bar.low, decimals_), tickLabel(bar.high, decimals_));
    }
    drawHoverBox(painter, place(hovered_, bar.value * 0.5), texts);
}

void BarChart::hover(const std::optional<QPointF>& position) {
    hovered_ = -1;
    const QRectF plot = chart().plotArea();
    if (!position || !plot.contains(*position) || bars_.isEmpty()) return;
    hovered_ = static_cast<int>((position->y() - plot.top()) / plot.height() *
                                static_cast<double>(bars_.size()));
}

void BarChart::stepHover(int step) {
    if (bars_.isEmpty()) return;
    hovered_ = std::clamp(hovered_ + step, 0, static_cast<int>(bars_.size()) - 1);
}

ChartTable BarChart::table() const {
    ChartTable out;
    out.headings = {tr("Name"), title_.isEmpty() ? tr("Value") : title_, tr("95 % low"),
                    tr("95 % high")};
    for (const Bar& bar : bars_) {
        const bool whisker = hasWhisker(bar);
        out.rows << QVariantList{bar.name, bar.value,
                                 whisker ? QVariant(bar.low) : QVariant(QString()),
                                 whisker ? QVariant(bar.high) : QVariant(QString())};
    }
    return out;
}

QString BarChart::summary() const {
    if (bars_.isEmpty()) return tr("No data yet.");
    const auto best = std::max_element(
        bars_.begin(), bars_.end(), [](const Bar& a, const Bar& b) { return a.value < b.value; });
    QString text = tr("Best of %1 by %2: %3 with %4")
                       .arg(bars_.size())
                       .arg(title_, best->name, tickLabel(best->value, decimals_));
    for (const Bar& bar : bars_) {
        if (!bar.baseline || &bar == &*best || bar.value <= 0) continue;
        text +=
            tr(", %1 times %2").arg(QLocale().toString(best->value / bar.value, 'f', 1), bar.name);
    }
    return text + u'.';
}

}  // namespace foretaste::charts
