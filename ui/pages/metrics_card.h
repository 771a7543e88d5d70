// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"
#include "ui/models/resource_table_model.h"
#include "ui/widgets/card.h"

namespace foretaste::pages {

/// One metric of a version beside the baseline's.
struct MetricRow {
    QString name;  ///< the API's
    evaluate::Estimate own, baseline;
};

/// Every metric of a report, those of one kind by the length of their lists.
std::vector<MetricRow> metricRows(const service::TrainingReport& report);

class MetricModel : public models::ResourceTableModel<MetricRow> {
    Q_OBJECT
public:
    enum { Name, Value, Interval, Baseline, Ratio };
    explicit MetricModel(QObject* parent = nullptr);
};

/// All metrics of a version in a table, with their meaning as tool tips.
class MetricsCard : public widgets::Card {
    Q_OBJECT
public:
    explicit MetricsCard(QWidget* parent = nullptr);
    void setReport(const service::TrainingReport& report);

private:
    MetricModel* model_;
};

}  // namespace foretaste::pages
