// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/column_statistics.h"

#include <QHBoxLayout>
#include <QLabel>

#include "ui/bridge/words.h"
#include "ui/charts/axis.h"
#include "ui/models/resource_models.h"
#include "ui/pages/insight_charts.h"
#include "ui/theme/theme.h"

namespace foretaste::pages {

using bridge::text;

namespace {

QString typeText(const schema::Field& field) {
    if (field.categorical) return ColumnModel::tr("category");
    if (field.textual) return ColumnModel::tr("description");
    switch (field.type) {
        case schema::FieldType::String: return ColumnModel::tr("text");
        case schema::FieldType::Boolean: return ColumnModel::tr("true or false");
        case schema::FieldType::Long:
        case schema::FieldType::Int: return ColumnModel::tr("whole number");
        case schema::FieldType::Float:
        case schema::FieldType::Double: break;
    }
    return ColumnModel::tr("number");
}

/// Times are read as days.
QString valueText(const ingest::ColumnInsight& column, double value) {
    const bool time = text(column.field.name).endsWith(QLatin1String("TIMESTAMP"));
    return time ? bridge::dateText(static_cast<std::int64_t>(value)) : charts::shortNumber(value);
}

/// The median of numbers, the commonest of texts.
QString middleText(const ingest::ColumnInsight& column) {
    if (column.numbers) return valueText(column, column.numbers->median);
    return column.commonest.empty() ? QStringLiteral("–") : text(column.commonest[0].first);
}

QString rangeText(const ingest::ColumnInsight& column) {
    if (!column.numbers) return QStringLiteral("–");
    return ColumnModel::tr("%1 to %2")
        .arg(valueText(column, column.numbers->least), valueText(column, column.numbers->most));
}

QString distinctText(const ingest::ColumnInsight& column) {
    const auto count = bridge::countText(column.distinct);
    return column.moreThanDistinct ? ColumnModel::tr("over %1").arg(count) : count;
}

QString keyOf(const ColumnRow& row) {
    return text(schema::typeName(row.dataset)) + u'/' + text(row.column.field.name);
}

}  // namespace

ColumnModel::ColumnModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Dataset"),
            [](const ColumnRow& row) { return models::typeWord(schema::typeName(row.dataset)); }},
           {tr("Column"), [](const ColumnRow& row) { return text(row.column.field.name); }},
           {tr("Type"), [](const ColumnRow& row) { return typeText(row.column.field); }},
           {tr("Filled"),
            [](const ColumnRow& row) {
                return bridge::percentText(1 - row.column.missingShare(), 1);
            },
            true, [](const ColumnRow& row) { return QVariant(1 - row.column.missingShare()); }},
           {tr("Different values"), [](const ColumnRow& row) { return distinctText(row.column); },
            true,
            [](const ColumnRow& row) {
                return QVariant::fromValue<qlonglong>(row.column.distinct);
            }},
           {tr("Median or commonest"), [](const ColumnRow& row) { return middleText(row.column); }},
           {tr("Range"), [](const ColumnRow& row) { return rangeText(row.column); }}},
          keyOf, parent) {}

ColumnStatistics::ColumnStatistics(QWidget* parent)
    : Card(tr("Columns"), tr("over all rows; choose one to see how it is spread"), parent),
      model_(new ColumnModel(this)),
      table_(new SortedTable(tr("Columns"), *model_)),
      name_(theme::makeLabel({}, theme::TextRole::Strong)) {
    constexpr int kMostRows = 10, kChartWidth = 340;
    setObjectName(QStringLiteral("columnStatistics"));
    table_->setObjectName(QStringLiteral("columnsTable"));
    table_->setFitRows(kMostRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* box = new QWidget;
    box->setFixedWidth(kChartWidth);
    beside_ = new QVBoxLayout(box);
    beside_->setContentsMargins(0, 0, 0, 0);
    beside_->addWidget(name_);
    beside_->addStretch();
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme::kSpaceL);
    columns->addWidget(table_, 1);
    columns->addWidget(box);
    body()->addLayout(columns);
    connect(table_, &SortedTable::currentKeyChanged, this, &ColumnStatistics::showColumn);
}

void ColumnStatistics::show(const service::DataInsights& insights,
                            std::optional<service::DatasetType> dataset) {
    std::vector<ColumnRow> rows;
    for (const auto& each : insights.datasets)
        if (!dataset || each.type == *dataset)
            for (const auto& column : each.columns) rows.push_back({each.type, column});
    setVisible(!rows.empty());
    const auto first = rows.empty() ? QString() : keyOf(rows.front());
    model_->setRows(std::move(rows));
    if (model_->rowOf(table_->currentKey()) < 0) table_->setCurrentKey(first);
    showColumn(table_->currentKey());
}

void ColumnStatistics::showColumn(const QString& key) {
    const auto* row = model_->at(model_->rowOf(key));
    delete std::exchange(chart_, nullptr);
    name_->setText(row ? text(row->column.field.name) : QString());
    if (!row) return;
    chart_ = columnChart(row->column);
    if (chart_) beside_->insertWidget(1, chart_);
}

}  // namespace foretaste::pages
