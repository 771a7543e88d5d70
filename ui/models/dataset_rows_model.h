// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <QTimer>

#include "ui/bridge/console.h"

namespace foretaste::models {

/// The bulk rows of a dataset, fetched a page at a time as they come into view. Rows that are still
/// on their way show "Loading…"; only some pages are kept, so that a million rows cost no memory.
/// Search and order are the service's: the model never holds more than what is looked at.
class DatasetRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kPageRows = 200;
    static constexpr int kPagesKept = 20;

    explicit DatasetRowsModel(bridge::Console& console, QObject* parent = nullptr);

    void setDataset(const QString& datasetArn);
    QString dataset() const { return arn_; }
    /// Which rows; their order stays as sort() has set it. What is shown stays until the answer is
    /// there.
    void setQuery(service::RowQuery query);
    const service::RowQuery& query() const { return query_; }
    /// A column below 0: in the order of import.
    void sort(int column, Qt::SortOrder order) override;
    /// Asks anew, as after an import.
    void reload();
    /// True until the first page of the present dataset is there.
    bool isLoading() const { return loading_; }
    QString error() const { return error_; }
    /// A row's cells by column as the dataset has them, nulls left out; empty while the row is on
    /// its way.
    QList<std::pair<QString, QString>> cells(int row) const;
    /// One of them; a null text where there is none.
    QString cell(int row, QLatin1String column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void loaded();  ///< the first page, or an empty dataset
    void failed(const QString& message);

private:
    struct RowPage {
        std::vector<std::vector<std::optional<std::string>>> rows;
        quint64 used = 0;
    };
    void want(int page) const;
    void fetchWanted();
    void fetch(int page);
    void ask();
    const std::vector<std::optional<std::string>>* find(int row) const;
    void take(int page, service::DatasetRows rows);
    void dropOldPages();

    bridge::Console& console_;
    QString arn_;
    service::RowQuery query_;
    quint64 generation_ = 0;  ///< answers to earlier questions are dropped
    bool loading_ = false;
    QString error_;
    QStringList columns_;
    QList<bool> figures_;  ///< columns whose first rows are all numbers
    int total_ = 0;
    mutable QHash<int, RowPage> pages_;
    mutable QSet<int> wanted_;
    QSet<int> asked_;
    mutable quint64 clock_ = 0;
    mutable QTimer fetchTimer_;
};

}  // namespace foretaste::models
