// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStyledItemDelegate>
#include <QWidget>

#include "ui/theme/icons.h"

namespace foretaste::widgets {

enum class Status { NotStarted, Pending, InProgress, Success, Warning, Error, Info, Stopped };

// How a state of the service is shown: "CREATE IN_PROGRESS" is a clock, "In progress".
struct StatusLook {
    Status status = Status::NotStarted;
    QString word;  // translated, sentence case
};
StatusLook statusLook(const QString& serviceStatus);

theme::Icon statusIcon(Status status);
theme::Tone statusTone(Status status);

// Icon, word and colour of a state. `filled` adds a soft, rounded ground, as in a page's head.
class StatusBadge : public QWidget {
    Q_OBJECT
public:
    explicit StatusBadge(QWidget* parent = nullptr);
    StatusBadge(Status status, const QString& word, QWidget* parent = nullptr);

    void set(Status status, const QString& word);
    void setServiceStatus(const QString& serviceStatus);
    void setFilled(bool filled);
    Status status() const { return status_; }
    QString word() const { return word_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Status status_ = Status::NotStarted;
    QString word_;
    bool filled_ = false;
};

// Paints a state in a table. The cell's display text is the word; its Status is an int under
// kStatusRole, or is worked out from the text where the model has none.
inline constexpr int kStatusRole = Qt::UserRole + 100;
class StatusDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace foretaste::widgets
