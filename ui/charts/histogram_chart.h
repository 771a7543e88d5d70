// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

class QBarCategoryAxis;
class QBarSeries;

namespace foretaste::charts {

// Counts in bins of equal width, or of equal ratio where the axis is logarithmic.
struct Bins {
    QList<double> edges;  // one more than counts
    QList<double> counts;
};
// At most `most` bins; values that are not finite (or not above 0 on a logarithmic axis) are left
// out.
Bins makeBins(const QList<double>& values, int most, bool logarithmic);
// The value below which `percent` of the sorted values lie, interpolated between neighbours.
double percentile(const QList<double>& sorted, double percent);

// How often values occur, with percentile lines: the latency of recommendations in ms.
class HistogramChart : public Chart {
    Q_OBJECT
public:
    explicit HistogramChart(const QString& name, QWidget* parent = nullptr);

    // `unit` stands behind numbers ("ms"); `what` is what is counted ("requests").
    void setAxis(const QString& unit, const QString& what, bool logarithmic);
    void setPercentiles(const QList<double>& percents) { percents_ = percents; }
    void setValues(const QList<double>& values);
    const Bins& bins() const { return bins_; }

    ChartTable table() const override;
    QString summary() const override;

protected:
    void restyle() override;
    void drawOver(QPainter& painter) override;
    void hover(const std::optional<QPointF>& position) override;
    void stepHover(int step) override;

private:
    double place(double value) const;  // x in the chart

    Bins bins_;
    QList<double> sorted_;
    QList<double> percents_{50, 99};
    QBarSeries* series_ = nullptr;
    QBarCategoryAxis* x_;
    QValueAxis* y_;
    QString unit_;
    QString what_;
    bool logarithmic_ = false;
    int hovered_ = -1;
};

}  // namespace foretaste::charts
