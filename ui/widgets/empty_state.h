// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/icons.h"

class QLabel;
class QPushButton;

namespace foretaste::widgets {

// What stands where content is going to be: icon, one sentence, an explanation, one helpful action.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(theme::Icon icon, const QString& sentence, const QString& explanation,
               QWidget* parent = nullptr);

    void setIcon(theme::Icon icon);
    void setText(const QString& sentence, const QString& explanation);
    // Shows the button; an empty text hides it.
    void setAction(const QString& text);
    // Another way on, quieter, beside the button.
    void setSecondAction(const QString& text);
    QPushButton* button() const { return button_; }
    QPushButton* secondButton() const { return secondButton_; }
    QSize minimumSizeHint() const override;

signals:
    void actionTriggered();
    void secondActionTriggered();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitTexts();

    QLabel* sentence_;
    QLabel* explanation_;
    QPushButton* button_;
    QPushButton* secondButton_;
    class Picture;
    Picture* picture_;
};

}  // namespace foretaste::widgets
