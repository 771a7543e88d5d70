// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QWidget>

namespace foretaste::pages {

/// A line without axes, its last value beside its end: how a figure has developed, at a glance.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(QWidget* parent = nullptr);

    /// `label` stands at the end of the line ("NDCG at 10 0.233"); points are sorted by x. One
    /// point is a dot.
    void setPoints(const QList<QPointF>& points, const QString& label);
    const QList<QPointF>& points() const { return points_; }
    QString label() const { return label_; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<QPointF> points_;
    QString label_;
};

}  // namespace foretaste::pages
