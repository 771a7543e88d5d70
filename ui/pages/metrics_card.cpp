// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/metrics_card.h"

#include "ui/bridge/words.h"
#include "ui/widgets/data_table.h"

namespace foretaste::pages {
namespace {

constexpr int kDecimals = 4;  // as the API rounds them

QString figure(double value) {
    return bridge::numberText(value, kDecimals);
}

std::string nameOf(const MetricRow& row) {
    return row.name.toStdString();
}

}  // namespace

MetricModel::MetricModel(QObject* parent)
    : ResourceTableModel(
          {{tr("Metric"),
            [](const MetricRow& row) { return bridge::metricTitle(nameOf(row)); },
            false,
            {},
            {},
            [](const MetricRow& row) { return bridge::metricMeaning(nameOf(row)); }},
           {tr("Value"), [](const MetricRow& row) { return figure(row.own.value); }, true},
           {tr("95 %"),
            [](const MetricRow& row) {
                return row.own.halfWidth > 0 ? QStringLiteral("± %1").arg(figure(row.own.halfWidth))
                                             : QStringLiteral("–");
            },
            true},
           {tr("Popularity"), [](const MetricRow& row) { return figure(row.baseline.value); },
            true},
           {tr("Ratio"),
            [](const MetricRow& row) {
                return row.baseline.value > 0 ? QStringLiteral("%1×").arg(bridge::numberText(
                                                    row.own.value / row.baseline.value, 2))
                                              : QStringLiteral("–");
            },
            true}},
          [](const MetricRow& row) { return row.name; }, parent) {}

MetricsCard::MetricsCard(QWidget* parent)
    : Card(tr("All metrics"), tr("rest on one for its meaning"), parent),
      model_(new MetricModel(this)) {
    constexpr int kMetrics = 8;
    auto* table = new widgets::DataTable(title());
    table->setObjectName(QStringLiteral("metricsTable"));
    table->setModel(model_);
    table->setStretchColumn(MetricModel::Name);
    table->setFitRows(kMetrics);
    body()->addWidget(table);
    body()->addStretch(1);
}

std::vector<MetricRow> metricRows(const service::TrainingReport& report) {
    std::vector<MetricRow> rows;
    for (const auto& [name, estimate] : report.metrics) {
        MetricRow row{bridge::text(name), estimate, {}};
        if (const auto base = report.baseline.find(name); base != report.baseline.end())
            row.baseline = base->second;
        rows.push_back(row);
    }
    // By name "at 10" and "at 25" come before "at 5".
    const auto key = [](const MetricRow& row) {
        const auto cut = row.name.lastIndexOf(u'_');
        return std::pair(row.name.left(cut), row.name.mid(cut + 1).toInt());
    };
    std::sort(rows.begin(), rows.end(),
              [&](const MetricRow& a, const MetricRow& b) { return key(a) < key(b); });
    return rows;
}

void MetricsCard::setReport(const service::TrainingReport& report) {
    model_->setRows(metricRows(report));
}

}  // namespace foretaste::pages
