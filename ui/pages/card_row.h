// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;

namespace foretaste::pages {

/// Cards side by side in columns of equal width, or below each other where a column would be too
/// narrow. Hidden cards leave their place to the others.
class CardRow : public QWidget {
    Q_OBJECT

public:
    /// `narrowest` is the width that a card needs.
    explicit CardRow(int narrowest, QWidget* parent = nullptr);
    void add(QWidget* card);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();

    int narrowest_;
    QList<QWidget*> cards_;
    QList<QWidget*> shown_;
    int columns_ = 0;
    QGridLayout* grid_;
};

}  // namespace foretaste::pages
