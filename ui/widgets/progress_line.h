// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace foretaste::widgets {

// A thin bar, below it phase, rate and time left. The bar never jumps back within one run.
class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(QWidget* parent = nullptr);

    // `fraction` 0 to 1, negative where the total is unknown (the bar is then empty); `rate` as
    // "3,120 sequences/s"; `secondsLeft` negative where unknown. Empty parts are left out.
    void set(double fraction, const QString& phase, const QString& rate = {},
             double secondsLeft = -1);
    // Begins a new run: the bar may start from 0 again.
    void reset();
    // The work is over: full bar and this text, as "Trained in 38 s".
    void finish(const QString& text);
    double fraction() const;
    QString text() const;

private:
    class Bar;
    Bar* bar_;
    QLabel* text_;
};

// "about 16 s left", "about 4 min left".
QString timeLeftText(double seconds);
// "0.4 s", "38 s", "4 min 10 s", "2 h 5 min".
QString durationText(double seconds);

}  // namespace foretaste::widgets
