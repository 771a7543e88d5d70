// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPen>
#include <QStringList>
#include <QVariant>
#include <QWidget>

#include <optional>

class QAbstractAxis;
class QChart;
class QValueAxis;

namespace foretaste::charts {

// What a chart shows, as a table: the twin that can be read aloud, and the CSV export.
struct ChartTable {
    QStringList headings;
    QList<QVariantList> rows;  // numbers as double, the rest as text
};
// Comma-separated, numbers with a point, quotes where needed, one heading line.
QString toCsv(const ChartTable& table);

// A legend entry: a piece of line or a swatch, and a name. The user hides a series by clicking it.
struct LegendEntry {
    QString name;
    QPen pen;
    bool swatch = false;
    bool shown = true;
};

// A chart of ours: a flat QChart in the theme's colours on a transparent ground, a legend of
// toggles below it, decorations painted over it. Colours follow the theme. Charts keep still: no
// animation, no OpenGL.
class Chart : public QWidget {
    Q_OBJECT
public:
    ~Chart() override;

    virtual ChartTable table() const = 0;
    // One sentence for those who cannot see the chart; also its accessible description.
    virtual QString summary() const = 0;
    // Height of the drawing without the legend.
    void setPlotHeight(int height);
    // Draws plot and legend into `rect`, for exports.
    void draw(QPainter& painter, const QRectF& rect) const;

    QSize sizeHint() const override;

protected:
    explicit Chart(QWidget* parent);

    QChart& chart() const { return *chart_; }
    // Entries in the order of the series; one or none hides the legend.
    void setLegend(const QList<LegendEntry>& entries);
    virtual void legendToggled(int /*entry*/, bool /*shown*/) {}
    // Sets every colour and font that depends on the theme.
    virtual void restyle() = 0;
    // Paints over the series, in the coordinates of chart().
    virtual void drawOver(QPainter& /*painter*/) {}
    // The pointer is at this place of the chart, or has left it.
    virtual void hover(const std::optional<QPointF>& /*position*/) {}
    // Left and Right: moves the hover by one value.
    virtual void stepHover(int /*step*/) {}
    // Call at the end of every change of data or style.
    void refresh();

    // A box with lines of text beside `anchor`, kept within the plot.
    void drawHoverBox(QPainter& painter, const QPointF& anchor, const QStringList& lines) const;
    // Text on a ground of the card's colour, so that lines below do not disturb it.
    static void drawTag(QPainter& painter, const QPointF& at, Qt::Alignment place,
                        const QString& text, const QColor& ink);

private:
    class View;
    class Legend;
    QChart* chart_;
    View* view_;
    Legend* legend_;
    int plotHeight_ = 0;
};

// Colour and dash of the n-th series; dashes differ too, for those who do not tell colours apart.
QPen seriesPen(int index);
QColor seriesColor(int index);
// Grid, labels and title of an axis in the theme's colours.
void styleAxis(QAbstractAxis& axis, bool grid);
// Range, step and number format of a value axis.
struct Ticks;
void setTicks(QValueAxis& axis, const Ticks& ticks);

}  // namespace foretaste::charts
