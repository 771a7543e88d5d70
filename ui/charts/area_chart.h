// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

class QAreaSeries;
class QLineSeries;

namespace foretaste::charts {

// A part of a whole over time; values need not add up to 1, each column is scaled to 100 %.
struct Share {
    QString name;
    QList<double> values;
};

// Stacked shares, the first at the bottom: who sees new items. Each area bears its name where it is
// thick enough; the legend names them all.
class AreaChart : public Chart {
    Q_OBJECT
public:
    explicit AreaChart(const QString& name, QWidget* parent = nullptr);

    // `places` are the labels of the columns ("Mon" to "Sun", or 0 to 1); as many as values.
    void setShares(const QString& xTitle, const QStringList& places, const QList<Share>& shares);

    ChartTable table() const override;
    QString summary() const override;

protected:
    void restyle() override;
    void drawOver(QPainter& painter) override;
    void hover(const std::optional<QPointF>& position) override;
    void stepHover(int step) override;

private:
    double share(int series, int column) const;
    // Share of all series below `series`.
    double below(int series, int column) const;

    QString xTitle_;
    QStringList places_;
    QList<Share> shares_;
    QList<QAreaSeries*> areas_;
    QList<QLineSeries*> borders_;
    QValueAxis* x_;
    QValueAxis* y_;
    int hovered_ = -1;
};

}  // namespace foretaste::charts
