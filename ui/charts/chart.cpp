// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QValueAxis>

#include "ui/charts/axis.h"
#include "ui/charts/chart_view.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/theme.h"

namespace foretaste::charts {

using namespace theme;

namespace {

QString csvCell(const QVariant& cell) {
    if (cell.typeId() == QMetaType::Double) {
        return QString::number(cell.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    QString text = cell.toString();
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n')) return text;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

}  // namespace

QString toCsv(const ChartTable& table) {
    QString out;
    const auto line = [&out](const auto& cells) {
        QStringList texts;
        for (const auto& cell : cells) texts << csvCell(cell);
        out += texts.join(u',') + u'\n';
    };
    line(table.headings);
    for (const QVariantList& row : table.rows) line(row);
    return out;
}

Chart::Chart(QWidget* parent)
    : QWidget(parent),
      chart_(new QChart),
      view_(new View(chart_, *this)),
      legend_(new Legend(this)) {
    chart_->setAnimationOptions(QChart::NoAnimation);
    chart_->setBackgroundVisible(false);
    chart_->setPlotAreaBackgroundVisible(false);
    chart_->setMargins({});
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    chart_->legend()->hide();
    chart_->setLocalizeNumbers(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addWidget(view_, 1);
    layout->addWidget(legend_);
    setPlotHeight(220);
    setFocusProxy(view_);
    connect(legend_, &Legend::toggled, this, [this](int entry, bool shown) {
        legendToggled(entry, shown);
        refresh();
    });
    connect(&Theme::get(), &Theme::changed, this, [this] {
        restyle();
        refresh();
    });
}

Chart::~Chart() = default;

void Chart::setPlotHeight(int height) {
    plotHeight_ = height;
    view_->setMinimumHeight(height);
    updateGeometry();
}

QSize Chart::sizeHint() const {
    return {360, plotHeight_ + 28};
}

void Chart::setLegend(const QList<LegendEntry>& entries) {
    legend_->setVisible(entries.size() > 1);
    legend_->setEntries(entries);
}

void Chart::refresh() {
    const QString text = summary();
    setAccessibleDescription(text);
    view_->setAccessibleDescription(text);
    view_->setAccessibleName(accessibleName().isEmpty() ? tr("Chart") : accessibleName());
    view_->viewport()->update();
}

void Chart::draw(QPainter& painter, const QRectF& rect) const {
    const double legend =
        legend_->entries().size() > 1 ? legend_->heightForWidth(static_cast<int>(rect.width())) : 0;
    const QRectF plot = rect.adjusted(0, 0, 0, -legend - (legend > 0 ? kSpaceXs : 0));
    view_->render(&painter, plot, view_->rect(), Qt::IgnoreAspectRatio);
    if (legend > 0) {
        legend_->draw(painter, {rect.left(), plot.bottom() + kSpaceXs}, rect.width());
    }
}

void Chart::drawHoverBox(QPainter& painter, const QPointF& anchor, const QStringList& lines) const {
    const PainterGuard guard(painter);
    painter.setFont(theme::font(TextRole::Small));
    const QFontMetricsF metrics(painter.font());
    double width = 0;
    for (const QString& line : lines) width = std::max(width, metrics.horizontalAdvance(line));
    const double height = static_cast<double>(lines.size()) * 18 + 10;
    QRectF box(anchor.x() + kSpaceM, anchor.y() - height / 2, width + 2 * kSpaceS + 4, height);
    const QRectF room = chart_->rect();
    if (box.right() > room.right()) box.moveRight(anchor.x() - kSpaceM);
    box.moveTop(std::clamp(box.top(), room.top(), std::max(room.top(), room.bottom() - height)));
    paint::box(painter, box, kRadiusItem, colors().card, colors().border);
    for (int i = 0; i < lines.size(); ++i) {
        painter.setPen(i == 0 ? colors().muted : colors().text);
        painter.drawText(box.adjusted(kSpaceS + 2, 5 + i * 18, 0, 0), Qt::AlignLeft, lines[i]);
    }
}

void Chart::drawTag(QPainter& painter, const QPointF& at, Qt::Alignment place, const QString& text,
                    const QColor& ink) {
    const PainterGuard guard(painter);
    painter.setFont(theme::font(TextRole::Tiny));
    const QFontMetricsF metrics(painter.font());
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 4, 16);
    box.moveCenter(at);
    if (place & Qt::AlignLeft) box.moveLeft(at.x());
    if (place & Qt::AlignRight) box.moveRight(at.x());
    if (place & Qt::AlignBottom) box.moveBottom(at.y());
    if (place & Qt::AlignTop) box.moveTop(at.y());
    QColor ground = colors().card;
    ground.setAlpha(200);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, text);
}

QColor seriesColor(int index) {
    const auto& all = colors().series;
    return all[static_cast<size_t>(index) % all.size()];
}

QPen seriesPen(int index) {
    QPen pen(seriesColor(index), 2);
    pen.setJoinStyle(Qt::RoundJoin);
    switch (index % 4) {
        case 1: pen.setDashPattern({4, 2}); break;
        case 2: pen.setDashPattern({1.2, 1.8}); break;
        case 3: pen.setDashPattern({6, 2, 1.5, 2}); break;
        default: pen.setCapStyle(Qt::RoundCap); break;
    }
    return pen;
}

void styleAxis(QAbstractAxis& axis, bool grid) {
    const Colors& c = colors();
    axis.setLabelsFont(theme::font(TextRole::Tiny));
    axis.setLabelsColor(c.muted);
    axis.setTitleFont(theme::font(TextRole::Tiny));
    axis.setTitleBrush(c.muted);
    axis.setGridLineVisible(grid);
    axis.setGridLinePen(QPen(c.line, 1));
    axis.setLinePen(QPen(c.line, 1));
    axis.setLineVisible(false);
    axis.setMinorGridLineVisible(false);
}

void setTicks(QValueAxis& axis, const Ticks& ticks) {
    axis.setTickType(QValueAxis::TicksDynamic);
    axis.setTickAnchor(0);
    axis.setTickInterval(ticks.step);
    // The last tick is min plus a multiple of step, which may exceed max by a rounding error.
    axis.setRange(ticks.min, ticks.max + ticks.step * 1e-6);
    axis.setLabelFormat(QStringLiteral("%.%1f").arg(ticks.decimals));
}

}  // namespace foretaste::charts
