// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

class QAreaSeries;
class QLineSeries;

namespace foretaste::charts {

// One line. Points are sorted by x; `low` and `high`, where given, have a value for each point and
// are drawn as a band (a 95 % interval). `style` picks colour and dash; -1 is the place in the
// list.
struct Line {
    QString name;
    QList<QPointF> points;
    QList<double> low;
    QList<double> high;
    int style = -1;
};

// Several lines over one x: training curves, regret over time. Values appear under the pointer (or
// with Left and Right), series are toggled in the legend, long series are thinned to what a screen
// can show.
class LineChart : public Chart {
    Q_OBJECT
public:
    explicit LineChart(const QString& name, QWidget* parent = nullptr);

    void setXAxis(const QString& title, bool whole = false);
    void setYAxis(const QString& title, bool fromZero = true);
    // All lines at once: one redraw a call, whatever their length.
    void setLines(const QList<Line>& lines);
    const QList<Line>& lines() const { return lines_; }
    // A dot with a label on a line ("0.241" at the epoch that was kept); an empty label removes it.
    void setMark(const QPointF& point, const QString& label, int style = 0);

    ChartTable table() const override;
    QString summary() const override;
    // What is drawn of a line after thinning.
    QList<QPointF> drawnPoints(int line) const;

protected:
    void legendToggled(int entry, bool shown) override;
    void restyle() override;
    void drawOver(QPainter& painter) override;
    void hover(const std::optional<QPointF>& position) override;
    void stepHover(int step) override;

private:
    struct Drawn {
        QLineSeries* line = nullptr;
        QLineSeries* low = nullptr;
        QLineSeries* high = nullptr;
        QAreaSeries* band = nullptr;
        bool shown = true;
    };
    int styleOf(int line) const;
    void rebuild();
    void rescale();
    const Line* firstShown() const;

    QList<Line> lines_;
    QList<Drawn> drawn_;
    QValueAxis* x_;
    QValueAxis* y_;
    QString xTitle_;
    QString yTitle_;
    bool wholeX_ = false;
    bool fromZero_ = true;
    std::optional<double> hoverX_;
    QPointF mark_;
    QString markLabel_;
    int markStyle_ = 0;
};

}  // namespace foretaste::charts
