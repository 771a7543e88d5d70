// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

#include "ui/widgets/status.h"

namespace foretaste::models {

/// What views and sort proxies ask for besides the display text.
inline constexpr int kSortRole = Qt::UserRole + 1;  ///< a number, a time or the text
inline constexpr int kKeyRole = Qt::UserRole + 2;   ///< what tells rows apart: an ARN, an id

/// One column of a table, written down once. A constructor, since GCC 12 fails over default values
/// of function members in an aggregate.
template <class T>
struct Column {
    Column(QString heading, std::function<QString(const T&)> display, bool isFigures = false,
           std::function<QVariant(const T&)> sortBy = nullptr,
           std::function<widgets::Status(const T&)> look = nullptr,
           std::function<QString(const T&)> tip = nullptr)
        : title(std::move(heading)),
          text(std::move(display)),
          figures(isFigures),
          sort(std::move(sortBy)),
          status(std::move(look)),
          toolTip(std::move(tip)) {}

    QString title;
    std::function<QString(const T&)> text;
    bool figures;                                     ///< right-aligned, digits of equal width
    std::function<QVariant(const T&)> sort;           ///< where the text does not sort
    std::function<widgets::Status(const T&)> status;  ///< for the column of a StatusDelegate
    std::function<QString(const T&)> toolTip;
};

/// A table over values of T. setRows() compares old and new rows by their key and tells views only
/// what came, went, moved or changed, so that selection, scroll position and focus stay.
template <class T>
class ResourceTableModel : public QAbstractTableModel {
public:
    ResourceTableModel(std::vector<Column<T>> columns, std::function<QString(const T&)> key,
                       QObject* parent = nullptr)
        : QAbstractTableModel(parent), columns_(std::move(columns)), key_(std::move(key)) {}

    const std::vector<T>& rows() const { return rows_; }
    /// Null outside of the table.
    const T* at(int row) const {
        return row >= 0 && row < static_cast<int>(rows_.size()) ? &rows_[index_t(row)] : nullptr;
    }
    /// -1 where no row has the key.
    int rowOf(const QString& key) const {
        for (std::size_t i = 0; i < keys_.size(); ++i)
            if (keys_[i] == key) return static_cast<int>(i);
        return -1;
    }

    void setRows(std::vector<T> rows) {
        // Rows that are alike (two log lines of one moment) are told apart by their count.
        std::vector<QString> keys;
        keys.reserve(rows.size());
        QHash<QString, int> seen;
        for (const auto& row : rows) {
            const auto key = key_(row);
            const int before = seen[key]++;
            keys.push_back(before == 0 ? key : QStringLiteral("%1#%2").arg(key).arg(before));
        }
        removeAbsent(keys);
        QSet<QString> present(keys_.begin(), keys_.end());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i < keys_.size() && keys_[i] == keys[i]) {
                update(i, std::move(rows[i]));
            } else if (!present.contains(keys[i])) {
                std::size_t last = i + 1;  // a run of new rows arrives as one
                while (last < rows.size() && !present.contains(keys[last])) ++last;
                insert(i, last, rows, keys);
                i = last - 1;
            } else {
                moveUp(rowOf(keys[i]), static_cast<int>(i));
                update(i, std::move(rows[i]));
            }
        }
    }

    /// Replaces the row of the same key, or adds it at the end.
    void setRow(T row) {
        const auto key = key_(row);
        const int found = rowOf(key);
        if (found >= 0) {
            update(index_t(found), std::move(row));
            return;
        }
        const int end = static_cast<int>(rows_.size());
        beginInsertRows({}, end, end);
        rows_.push_back(std::move(row));
        keys_.push_back(key);
        endInsertRows();
    }
    void removeKey(const QString& key) {
        const int row = rowOf(key);
        if (row >= 0) erase(row, row);
    }

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(columns_.size());
    }

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override {
        const T* row = index.isValid() ? at(index.row()) : nullptr;
        if (!row || index.column() >= columnCount()) return {};
        const auto& column = columns_[index_t(index.column())];
        switch (role) {
            case Qt::DisplayRole: return column.text(*row);
            case Qt::TextAlignmentRole: return alignment(column);
            case Qt::ToolTipRole: return column.toolTip ? column.toolTip(*row) : QVariant();
            case kSortRole: return column.sort ? column.sort(*row) : column.text(*row);
            case kKeyRole: return keys_[index_t(index.row())];
            case widgets::kStatusRole:
                return column.status ? static_cast<int>(column.status(*row)) : QVariant();
            default: return {};
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
        const auto& column = columns_[index_t(section)];
        if (role == Qt::DisplayRole) return column.title;
        if (role == Qt::TextAlignmentRole) return alignment(column);
        return {};
    }

private:
    static std::size_t index_t(int row) { return static_cast<std::size_t>(row); }
    static QVariant alignment(const Column<T>& column) {
        return static_cast<int>((column.figures ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    }

    void removeAbsent(const std::vector<QString>& keys) {
        const QSet<QString> wanted(keys.begin(), keys.end());
        for (int last = static_cast<int>(keys_.size()) - 1; last >= 0; --last) {
            if (wanted.contains(keys_[index_t(last)])) continue;
            int first = last;
            while (first > 0 && !wanted.contains(keys_[index_t(first - 1)])) --first;
            erase(first, last);
            last = first;
        }
    }

    void erase(int first, int last) {
        beginRemoveRows({}, first, last);
        rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
        keys_.erase(keys_.begin() + first, keys_.begin() + last + 1);
        endRemoveRows();
    }

    void insert(std::size_t first, std::size_t last, std::vector<T>& rows,
                std::vector<QString>& keys) {
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(last) - 1);
        const auto offset = static_cast<std::ptrdiff_t>(first);
        const auto end = static_cast<std::ptrdiff_t>(last);
        rows_.insert(rows_.begin() + offset, std::make_move_iterator(rows.begin() + offset),
                     std::make_move_iterator(rows.begin() + end));
        keys_.insert(keys_.begin() + offset, keys.begin() + offset, keys.begin() + end);
        endInsertRows();
    }

    void moveUp(int from, int to) {
        beginMoveRows({}, from, from, {}, to);
        std::rotate(rows_.begin() + to, rows_.begin() + from, rows_.begin() + from + 1);
        std::rotate(keys_.begin() + to, keys_.begin() + from, keys_.begin() + from + 1);
        endMoveRows();
    }

    void update(std::size_t row, T value) {
        int first = -1, last = -1;
        for (int i = 0; i < columnCount(); ++i) {
            const auto& column = columns_[index_t(i)];
            const bool same =
                column.text(rows_[row]) == column.text(value) &&
                (!column.sort || column.sort(rows_[row]) == column.sort(value)) &&
                (!column.status || column.status(rows_[row]) == column.status(value)) &&
                (!column.toolTip || column.toolTip(rows_[row]) == column.toolTip(value));
            if (same) continue;
            if (first < 0) first = i;
            last = i;
        }
        rows_[row] = std::move(value);
        if (first >= 0)
            emit dataChanged(index(static_cast<int>(row), first),
                             index(static_cast<int>(row), last));
    }

    std::vector<Column<T>> columns_;
    std::function<QString(const T&)> key_;
    std::vector<T> rows_;
    std::vector<QString> keys_;
};

}  // namespace foretaste::models
