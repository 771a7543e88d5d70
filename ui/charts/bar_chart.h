// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

class QBarCategoryAxis;
class QHorizontalStackedBarSeries;

namespace foretaste::charts {

// One horizontal bar; `low` and `high` are the ends of its 95 % whisker, absent where they are
// equal to the value. `style` picks the colour, a baseline is grey.
struct Bar {
    QString name;
    double value = 0;
    double low = 0;
    double high = 0;
    int style = 0;
    bool baseline = false;
};

// A leaderboard: bars from 0, best on top in the order given, whiskers, a dashed line at the value
// of the bar that is the baseline, each value beside its bar.
class BarChart : public Chart {
    Q_OBJECT
public:
    explicit BarChart(const QString& name, QWidget* parent = nullptr);

    // `title` names the value ("NDCG at 10"), `decimals` are those of the labels.
    void setValueAxis(const QString& title, int decimals = 3);
    void setBars(const QList<Bar>& bars);
    const QList<Bar>& bars() const { return bars_; }

    ChartTable table() const override;
    QString summary() const override;

protected:
    void restyle() override;
    void drawOver(QPainter& painter) override;
    void hover(const std::optional<QPointF>& position) override;
    void stepHover(int step) override;

private:
    QColor colorOf(const Bar& bar) const;

    QList<Bar> bars_;
    QHorizontalStackedBarSeries* series_ = nullptr;
    QBarCategoryAxis* names_;
    QValueAxis* values_;
    QString title_;
    int decimals_ = 3;
    int hovered_ = -1;
};

}  // namespace foretaste::charts
