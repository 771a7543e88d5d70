// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/widgets/flash_bar.h"

namespace foretaste::pages {

/// A remark that belongs to the page and stays as long as it is true: icon, text, at most one
/// action, on a soft ground. Hidden while it has no text.
class Notice : public QWidget {
    Q_OBJECT
public:
    explicit Notice(widgets::FlashKind kind, QWidget* parent = nullptr);

    void setKind(widgets::FlashKind kind);
    void setText(const QString& text);
    QString text() const;
    /// Shows the button; `name` is its object name. An empty text hides it.
    void setAction(const QString& text, const QString& name);
    QPushButton* button() const { return button_; }

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    widgets::FlashKind kind_;
    QLabel* text_;
    QPushButton* button_;
};

}  // namespace foretaste::pages
