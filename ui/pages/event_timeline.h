// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace foretaste::pages {

/// When things happened: a dot an event along a line of time, the days of the first and the last
/// one below it. Dots that fall together look stronger.
class EventTimeline : public QWidget {
    Q_OBJECT

public:
    explicit EventTimeline(QWidget* parent = nullptr);

    /// Epoch seconds, in any order.
    void setTimes(QList<std::int64_t> times);
    const QList<std::int64_t>& times() const { return times_; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<std::int64_t> times_;  ///< sorted
};

}  // namespace foretaste::pages
