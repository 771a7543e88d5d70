// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

class QBarCategoryAxis;
class QBarSeries;

namespace foretaste::charts {

struct Column {
    QString name;  ///< what stands below it: "3–4", "a day"
    double value = 0;
};

// Upright columns in an order of their own, each with its name below where there is room: counts by
// size or by length of time.
class ColumnChart : public Chart {
    Q_OBJECT
public:
    explicit ColumnChart(const QString& name, QWidget* parent = nullptr);

    // `xTitle` says what the names are, `what` what is counted ("users").
    void setTitles(const QString& xTitle, const QString& what);
    void setColumns(const QList<Column>& columns);
    const QList<Column>& columns() const { return columns_; }

    ChartTable table() const override;
    QString summary() const override;

protected:
    void restyle() override;
    void drawOver(QPainter& painter) override;
    void hover(const std::optional<QPointF>& position) override;
    void stepHover(int step) override;

private:
    QList<Column> columns_;
    QString xTitle_, what_;
    QBarSeries* series_ = nullptr;
    QBarCategoryAxis* x_;
    QValueAxis* y_;
    int hovered_ = -1;
};

}  // namespace foretaste::charts
