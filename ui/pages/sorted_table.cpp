// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sorted_table.h"

#include <QHeaderView>
#include <QShortcut>

#include "ui/models/resource_table_model.h"

namespace foretaste::pages {

SortedTable::SortedTable(const QString& name, QAbstractItemModel& model, QWidget* parent)
    : DataTable(name, parent), rows_(new QSortFilterProxyModel(this)) {
    rows_->setSourceModel(&model);
    rows_->setSortRole(models::kSortRole);
    rows_->setSortLocaleAware(true);
    rows_->setFilterKeyColumn(-1);
    rows_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setModel(rows_);
    setSelectionMode(SingleSelection);
    // Rows keep the service's order until a heading is clicked; a third click brings it back.
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    connect(this, &DataTable::opened, this, [this](const QModelIndex& index) {
        emit keyOpened(index.data(models::kKeyRole).toString());
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { emit currentKeyChanged(currentKey()); });
    auto* remove = new QShortcut(QKeySequence::Delete, this, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &SortedTable::deletePressed);
}

void SortedTable::setFilter(const QString& text) {
    rows_->setFilterFixedString(text);
}

QString SortedTable::currentKey() const {
    return currentIndex().data(models::kKeyRole).toString();
}

void SortedTable::setCurrentKey(const QString& key) {
    for (int row = 0; row < rows_->rowCount(); ++row) {
        const auto index = rows_->index(row, 0);
        if (index.data(models::kKeyRole).toString() == key) setCurrentIndex(index);
    }
}

}  // namespace foretaste::pages
