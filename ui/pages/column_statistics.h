// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/data_insights.h"
#include "ui/models/resource_table_model.h"
#include "ui/pages/sorted_table.h"
#include "ui/widgets/card.h"

class QLabel;
class QVBoxLayout;

namespace foretaste::charts {
class Chart;
}

namespace foretaste::pages {

struct ColumnRow {
    service::DatasetType dataset = service::DatasetType::Interactions;
    ingest::ColumnInsight column;
};

class ColumnModel : public models::ResourceTableModel<ColumnRow> {
    Q_OBJECT
public:
    enum { Dataset, Name, Type, Filled, Different, Middle, Range };
    explicit ColumnModel(QObject* parent = nullptr);
};

/// Every column of a group's datasets in figures; the chosen one as a chart.
class ColumnStatistics : public widgets::Card {
    Q_OBJECT

public:
    explicit ColumnStatistics(QWidget* parent = nullptr);
    /// `dataset`: only its columns; nothing: all.
    void show(const service::DataInsights& insights, std::optional<service::DatasetType> dataset);

private:
    void showColumn(const QString& key);

    ColumnModel* model_;
    SortedTable* table_;
    QLabel* name_;
    QVBoxLayout* beside_;
    charts::Chart* chart_ = nullptr;
};

}  // namespace foretaste::pages
