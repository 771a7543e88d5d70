// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include "ui/widgets/data_table.h"

namespace foretaste::pages {

/// A table over one of ui/models: sorted by a click on a heading, filtered by a text, its rows
/// known by their key (an ARN).
class SortedTable : public widgets::DataTable {
    Q_OBJECT

public:
    /// `name` is what assistive technology calls the table.
    SortedTable(const QString& name, QAbstractItemModel& model, QWidget* parent = nullptr);

    /// Shows the rows with this text in any cell, in any case.
    void setFilter(const QString& text);
    /// Key of the row under the cursor; empty where there is none.
    QString currentKey() const;
    void setCurrentKey(const QString& key);

signals:
    void keyOpened(const QString& key);
    void currentKeyChanged(const QString& key);
    void deletePressed();

private:
    QSortFilterProxyModel* rows_;
};

}  // namespace foretaste::pages
