// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QDateEdit>
#include <QTimer>
#include <QWidget>

#include "core/service/dataset.h"

class QPushButton;

namespace foretaste::widgets {
class SearchField;
}

namespace foretaste::pages {

/// What the rows of a dataset are searched by: a part of an id, exactly one user or item, an event
/// type, and the days from and until.
class RowFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit RowFilterBar(QWidget* parent = nullptr);

    /// Forgets every condition: for another dataset.
    void reset();
    void setSearchHint(const QString& hint);
    /// None hides the choice. Others than these can be typed.
    void setEventTypes(const QStringList& types);
    /// Epoch seconds of the oldest and newest row; 0, 0 hides the days.
    void setRange(std::int64_t oldest, std::int64_t newest);
    void setUser(const QString& id);
    void setItem(const QString& id);

    service::RowQuery query() const { return query_; }

signals:
    void queryChanged();

private:
    QDateEdit* makeDay(const QString& name, const QString& label, const QString& any);
    QPushButton* makeChip(const QString& name);
    void showChips();
    void read();

    service::RowQuery query_;
    QString user_, item_;
    widgets::SearchField* search_;
    QComboBox* type_;
    QDateEdit* from_;
    QDateEdit* until_;
    QPushButton* userChip_;
    QPushButton* itemChip_;
    QWidget* chips_;
    QTimer typing_;
};

}  // namespace foretaste::pages
