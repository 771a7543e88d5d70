// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

#include "ui/charts/chart.h"

namespace foretaste::charts {

// Hands painting, pointer and keys to the chart that owns it.
class Chart::View : public QChartView {
    Q_OBJECT
public:
    View(QChart* chart, Chart& owner);
    // The least that was asked for, not the size of the drawing, which would never shrink again.
    QSize sizeHint() const override { return {360, minimumHeight()}; }

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    Chart& owner_;
};

// Toggles below a chart, wrapped into as many lines as they need.
class Chart::Legend : public QWidget {
    Q_OBJECT
public:
    explicit Legend(QWidget* parent);
    void setEntries(const QList<LegendEntry>& entries);
    const QList<LegendEntry>& entries() const { return entries_; }
    // Draws the entries that are shown from `topLeft` on, at most `width` wide; returns the height.
    double draw(QPainter& painter, const QPointF& topLeft, double width) const;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {200, heightForWidth(width())}; }

signals:
    void toggled(int entry, bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Toggle;
    int place(int width, bool move) const;
    QList<LegendEntry> entries_;
    QList<Toggle*> toggles_;
};

}  // namespace foretaste::charts
