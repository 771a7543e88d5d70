// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace foretaste::wizards {

/// What most people leave alone, behind one line that opens it: "Advanced".
class Disclosure : public QWidget {
    Q_OBJECT

public:
    explicit Disclosure(const QString& title, QWidget* parent = nullptr);

    QVBoxLayout* body() const { return body_; }
    bool isOpen() const;
    void setOpen(bool open);

private:
    void paintArrow();

    QToolButton* head_;
    QWidget* content_;
    QVBoxLayout* body_;
};

}  // namespace foretaste::wizards
