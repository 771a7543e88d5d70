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
class DatasetRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kPageRows = 200;
    static constexpr int kPagesKept = 20;

    explicit DatasetRowsModel(bridge::Console& console, QObject* parent = nullptr);

    void setDataset(const QString& datasetArn);
    QString dataset() const { return arn_; }
    /// Asks anew, as after an import.
    void reload();
    /// True until the first page of the present dataset is there.
    bool isLoading() const { return loading_; }
    QString error() const { return error_; }

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
    void take(int page, service::DatasetRows rows);
    void dropOldPages();

    bridge::Console& console_;
    QString arn_;
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
