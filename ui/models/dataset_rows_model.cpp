// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/dataset_rows_model.h"

#include <QDateTime>
#include <QLocale>
#include <limits>

#include "ui/bridge/words.h"
#include "ui/theme/theme.h"

namespace foretaste::models {

using bridge::text;

namespace {

/// A time of a column that holds times, for people; the cell itself where it holds none.
QString shownText(const QString& column, const QString& cell) {
    if (!column.endsWith(QLatin1String("TIMESTAMP"), Qt::CaseInsensitive)) return cell;
    bool number = false;
    const auto seconds = cell.toLongLong(&number);
    if (!number) return cell;
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC),
                              QStringLiteral("d MMM yyyy HH:mm:ss"));
}

}  // namespace

DatasetRowsModel::DatasetRowsModel(bridge::Console& console, QObject* parent)
    : QAbstractTableModel(parent), console_(console) {
    fetchTimer_.setSingleShot(true);
    fetchTimer_.setInterval(0);
    connect(&fetchTimer_, &QTimer::timeout, this, &DatasetRowsModel::fetchWanted);
}

void DatasetRowsModel::setDataset(const QString& datasetArn) {
    if (datasetArn == arn_) return;
    arn_ = datasetArn;
    query_ = {};
    reload();
}

void DatasetRowsModel::reload() {
    beginResetModel();
    columns_.clear();
    figures_.clear();
    total_ = 0;
    pages_.clear();
    endResetModel();
    ask();
}

void DatasetRowsModel::setQuery(service::RowQuery query) {
    query.sortColumn = query_.sortColumn;
    query.descending = query_.descending;
    if (query == query_) return;
    query_ = std::move(query);
    ask();
}

void DatasetRowsModel::sort(int column, Qt::SortOrder order) {
    auto sorted = query_;
    const bool any = column >= 0 && column < columns_.size();
    sorted.sortColumn = any ? columns_[column].toStdString() : std::string();
    sorted.descending = any && order == Qt::DescendingOrder;
    if (sorted == query_) return;
    query_ = std::move(sorted);
    ask();
}

void DatasetRowsModel::ask() {
    ++generation_;
    wanted_.clear();
    asked_.clear();
    error_.clear();
    loading_ = !arn_.isEmpty();
    if (loading_) fetch(0);
}

const std::vector<std::optional<std::string>>* DatasetRowsModel::find(int row) const {
    const auto page = pages_.constFind(row / kPageRows);
    const auto place = static_cast<std::size_t>(row % kPageRows);
    return page == pages_.cend() || place >= page->rows.size() ? nullptr : &page->rows[place];
}

QList<std::pair<QString, QString>> DatasetRowsModel::cells(int row) const {
    QList<std::pair<QString, QString>> cells;
    const auto* found = row < 0 ? nullptr : find(row);
    if (!found) return cells;
    for (std::size_t i = 0; i < found->size(); ++i)
        if (const auto& cell = (*found)[i])
            cells.append({columns_[static_cast<int>(i)], text(*cell)});
    return cells;
}

QString DatasetRowsModel::cell(int row, QLatin1String column) const {
    for (const auto& [name, value] : cells(row))
        if (name.compare(column, Qt::CaseInsensitive) == 0) return value;
    return {};
}

int DatasetRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : total_;
}

int DatasetRowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant DatasetRowsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= total_ || index.column() >= columns_.size()) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((figures_[index.column()] ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ForegroundRole && role != Qt::ToolTipRole) return {};
    const int page = index.row() / kPageRows;
    const auto found = pages_.find(page);
    if (found == pages_.end()) {
        want(page);
        if (role == Qt::ForegroundRole) return QBrush(theme::colors().muted);
        return index.column() == 0 && role == Qt::DisplayRole ? tr("Loading…") : QString();
    }
    found->used = ++clock_;
    const auto row = static_cast<std::size_t>(index.row() % kPageRows);
    const auto column = static_cast<std::size_t>(index.column());
    if (row >= found->rows.size() || column >= found->rows[row].size()) return {};
    const auto& cell = found->rows[row][column];
    if (role == Qt::ForegroundRole)
        return cell ? QVariant() : QVariant(QBrush(theme::colors().muted));
    if (!cell) return role == Qt::DisplayRole ? QStringLiteral("–") : QString();
    const auto whole = text(*cell);
    const auto shown = shownText(columns_[index.column()], whole);
    if (role == Qt::DisplayRole) return shown;
    return shown == whole ? QString() : whole;
}

QVariant DatasetRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columns_.size()) return {};
    if (role == Qt::DisplayRole) return columns_[section];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((figures_[section] ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    return {};
}

void DatasetRowsModel::want(int page) const {
    if (loading_ || asked_.contains(page)) return;  // an answer to another question is on its way
    wanted_.insert(page);
    // data() is const and is called many times a paint: the pages of one paint are asked together.
    if (!fetchTimer_.isActive()) fetchTimer_.start();
}

void DatasetRowsModel::fetchWanted() {
    const auto wanted = std::exchange(wanted_, {});
    if (wanted.size() > kPagesKept) {
        // Nobody sees this many at once: something has read all cells (a copy of everything). Views
        // paint anew and so ask again for what they show.
        emit dataChanged(index(0, 0), index(total_ - 1, 0));
        return;
    }
    for (const int page : wanted) fetch(page);
}

void DatasetRowsModel::fetch(int page) {
    if (asked_.contains(page)) return;
    asked_.insert(page);
    console_.call(
        this,
        [arn = arn_.toStdString(), page, query = query_](service::Service& service) {
            return service.datasetRows(arn, static_cast<std::int64_t>(page) * kPageRows, kPageRows,
                                       query);
        },
        [this, page, generation = generation_](service::DatasetRows rows) {
            if (generation == generation_) take(page, std::move(rows));
        },
        [this, page, generation = generation_](const bridge::CallError& problem) {
            if (generation != generation_) return;
            loading_ = false;  // the page stays asked for: a paint must not ask again and again
            error_ = problem.message;
            emit failed(error_);
        });
}

void DatasetRowsModel::take(int page, service::DatasetRows rows) {
    asked_.remove(page);
    if (loading_) {
        loading_ = false;
        beginResetModel();
        pages_.clear();
        columns_.clear();
        for (const auto& column : rows.columns) columns_ << text(column);
        figures_.fill(!rows.rows.empty(), columns_.size());
        for (const auto& row : rows.rows)
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (!row[i] || row[i]->empty()) continue;
                bool number = false;
                text(*row[i]).toDouble(&number);
                if (!number) figures_[static_cast<int>(i)] = false;
            }
        constexpr std::int64_t kMost = std::numeric_limits<int>::max();
        total_ = static_cast<int>(std::min(rows.total, kMost));
        pages_.insert(page, {std::move(rows.rows), ++clock_});
        endResetModel();
        emit loaded();
        return;
    }
    pages_.insert(page, {std::move(rows.rows), ++clock_});
    dropOldPages();
    const int first = page * kPageRows;
    const int last = std::min(first + kPageRows, total_) - 1;
    if (last >= first && !columns_.isEmpty())
        emit dataChanged(index(first, 0), index(last, static_cast<int>(columns_.size()) - 1));
}

void DatasetRowsModel::dropOldPages() {
    while (pages_.size() > kPagesKept) {
        auto oldest = pages_.begin();
        for (auto each = pages_.begin(); each != pages_.end(); ++each)
            if (each->used < oldest->used) oldest = each;
        pages_.erase(oldest);
    }
}

}  // namespace foretaste::models
