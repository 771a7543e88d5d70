// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/histogram_chart.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QValueAxis>

#include "ui/charts/axis.h"
#include "ui/theme/theme.h"

namespace foretaste::charts {

using namespace theme;

namespace {

constexpr int kBins = 24;

double scaled(double value, bool logarithmic) {
    return logarithmic ? std::log(value) : value;
}

}  // namespace

Bins makeBins(const QList<double>& values, int most, bool logarithmic) {
    Bins bins;
    QList<double> usable;
    for (const double value : values) {
        if (std::isfinite(value) && (!logarithmic || value > 0)) usable << value;
    }
    if (usable.isEmpty()) return bins;
    const auto [low, high] = std::minmax_element(usable.begin(), usable.end());
    const double from = scaled(*low, logarithmic);
    double to = scaled(*high, logarithmic);
    if (to <= from) to = from + (logarithmic ? 0.1 : std::max(1e-9, std::abs(from) * 0.1));
    // The square root of the number of values: few values, few bins.
    const int number = std::clamp(
        static_cast<int>(std::lround(std::sqrt(static_cast<double>(usable.size())))), 1, most);
    bins.counts.fill(0, number);
    for (int i = 0; i <= number; ++i) {
        const double edge = from + (to - from) * i / number;
        bins.edges << (logarithmic ? std::exp(edge) : edge);
    }
    for (const double value : usable) {
        const double share = (scaled(value, logarithmic) - from) / (to - from);
        bins.counts[std::clamp(static_cast<int>(share * number), 0, number - 1)] += 1;
    }
    return bins;
}

double percentile(const QList<double>& sorted, double percent) {
    if (sorted.isEmpty()) return 0;
    const double at =
        std::clamp(percent, 0.0, 100.0) / 100 * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<qsizetype>(at);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (at - static_cast<double>(below));
}

HistogramChart::HistogramChart(const QString& name, QWidget* parent)
    : Chart(parent), x_(new QBarCategoryAxis(this)), y_(new QValueAxis(this)) {
    setAccessibleName(name);
    chart().addAxis(x_, Qt::AlignBottom);
    chart().addAxis(y_, Qt::AlignLeft);
    setValues({});
}

void HistogramChart::setAxis(const QString& unit, const QString& what, bool logarithmic) {
    unit_ = unit;
    what_ = what;
    logarithmic_ = logarithmic;
    setValues(sorted_);
}

void HistogramChart::setValues(const QList<double>& values) {
    sorted_ = values;
    std::sort(sorted_.begin(), sorted_.end());
    bins_ = makeBins(sorted_, kBins, logarithmic_);
    chart().removeAllSeries();
    series_ = new QBarSeries;
    series_->setBarWidth(0.84);
    auto* set = new QBarSet(what_);
    QStringList names;
    double highest = 0;
    for (int i = 0; i < bins_.counts.size(); ++i) {
        *set << bins_.counts[i];
        names << QString::number(i);
        highest = std::max(highest, bins_.counts[i]);
    }
    series_->append(set);
    chart().addSeries(series_);
    x_->clear();
    x_->append(names);
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

void HistogramChart::restyle() {
    styleAxis(*x_, false);
    // Ticks lie on the edges of bins, where a category axis has no labels: drawOver writes them
    // into the room that these blank ones keep free.
    x_->setLabelsColor(Qt::transparent);
    x_->setLineVisible(true);
    styleAxis(*y_, true);
    if (!series_) return;
    for (QBarSet* set : series_->barSets()) {
        set->setColor(seriesColor(0));
        set->setPen(Qt::NoPen);
    }
}

double HistogramChart::place(double value) const {
    const QRectF plot = chart().plotArea();
    const double from = scaled(bins_.edges.first(), logarithmic_);
    const double to = scaled(bins_.edges.last(), logarithmic_);
    return plot.left() + plot.width() * (scaled(value, logarithmic_) - from) / (to - from);
}

void HistogramChart::drawOver(QPainter& painter) {
    if (bins_.counts.isEmpty()) return;
    const QRectF plot = chart().plotArea();
    const Colors& c = colors();
    painter.setFont(theme::font(TextRole::Tiny));
    const double low = bins_.edges.first();
    const double high = bins_.edges.last();
    const Ticks ticks = niceTicks(low, high, 5);
    const QList<double> labels = logarithmic_ ? logTicks(low, high) : ticks.values();
    painter.setPen(c.muted);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (labels[i] < low || labels[i] > high) continue;
        const bool last = i + 1 == labels.size() || labels[i + 1] > high;
        const QString text = last ? QStringLiteral("%1 %2").arg(shortNumber(labels[i]), unit_)
                                  : shortNumber(labels[i]);
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 4;
        const double x = place(labels[i]);
        const double left = std::min(x - width / 2, plot.right() - width + 4);
        painter.drawText(QRectF(left, plot.bottom() + 4, width, 16), Qt::AlignCenter, text);
    }
    double y = plot.top();
    for (const double percent : percents_) {
        const double value = percentile(sorted_, percent);
        if (logarithmic_ && value <= 0) continue;
        const double x = place(value);
        painter.setPen(QPen(seriesColor(1), 1.4, Qt::DashLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const QString text =
            QStringLiteral("p%1 %2 %3").arg(shortNumber(percent), shortNumber(value), unit_);
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 8;
        const bool left = x + width > plot.right();
        drawTag(painter, {x + (left ? -3 : 3), y},
                (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop, text, c.text);
        y += 17;
    }
    if (hovered_ < 0 || hovered_ >= bins_.counts.size()) return;
    const double middle =
        plot.left() + plot.width() * (hovered_ + 0.5) / static_cast<double>(bins_.counts.size());
    drawHoverBox(
        painter, {middle, plot.center().y()},
        {QStringLiteral("%1 – %2 %3")
             .arg(shortNumber(bins_.edges[hovered_]), shortNumber(bins_.edges[hovered_ + 1]),
                  unit_),
         QStringLiteral("%1 %2").arg(QLocale().toString(bins_.counts[hovered_], 'f', 0), what_)});
}

void HistogramChart::hover(const std::optional<QPointF>& position) {
    hovered_ = -1;
    const QRectF plot = chart().plotArea();
    if (!position || !plot.contains(*position) || bins_.counts.isEmpty()) return;
    hovered_ = static_cast<int>((position->x() - plot.left()) / plot.width() *
                                static_cast<double>(bins_.counts.size()));
}

void HistogramChart::stepHover(int step) {
    if (bins_.counts.isEmpty()) return;
    hovered_ = std::clamp(hovered_ + step, 0, static_cast<int>(bins_.counts.size()) - 1);
}

ChartTable HistogramChart::table() const {
    ChartTable out;
    out.headings = {tr("From (%1)").arg(unit_), tr("To (%1)").arg(unit_), what_};
    for (int i = 0; i < bins_.counts.size(); ++i) {
        out.rows << QVariantList{bins_.edges[i], bins_.edges[i + 1], bins_.counts[i]};
    }
    return out;
}

QString HistogramChart::summary() const {
    if (sorted_.isEmpty()) return tr("No data yet.");
    QStringList parts;
    for (const double percent : percents_) {
        parts << tr("%1 percent within %2 %3")
                     .arg(shortNumber(percent), shortNumber(percentile(sorted_, percent)), unit_);
    }
    return tr("%1 %2: %3.")
        .arg(QLocale().toString(sorted_.size()), what_, parts.join(QStringLiteral(", ")));
}

}  // namespace foretaste::charts
