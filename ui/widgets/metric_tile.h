// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/theme.h"

class QLabel;

namespace foretaste::widgets {

// A figure with its context: label, big number in figures of equal width, a line that compares, and
// the definition as tool tip.
class MetricTile : public QWidget {
    Q_OBJECT
public:
    explicit MetricTile(const QString& label, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    void setValue(const QString& value);
    QString value() const;
    // "2.4x popularity"; Ok draws an arrow up before it, Bad an arrow down, other tones none.
    void setDelta(const QString& text, theme::Tone tone = theme::Tone::Muted);
    void setDefinition(const QString& definition);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    class Figure;
    QLabel* label_;
    Figure* figure_;
    class Delta;
    Delta* delta_;
    QString definition_;
};

}  // namespace foretaste::widgets
