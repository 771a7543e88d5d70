// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace foretaste::widgets {

// A titled group: rounded, hairline border. Put content into body(), links and buttons into head().
class Card : public QWidget {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, const QString& subtitle = {},
                  QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    QString title() const;
    // Adds a widget at the right end of the title line.
    void addHeadWidget(QWidget* widget);
    QVBoxLayout* body() const { return body_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showHead();

    QHBoxLayout* head_;
    QWidget* headBox_;
    QLabel* title_;
    QLabel* subtitle_;
    QVBoxLayout* body_;
};

}  // namespace foretaste::widgets
