// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/codec.h"
#include "core/service/data_insights.h"
#include "core/service/dataset_import_job.h"
#include "core/service/solution_version.h"

namespace foretaste::service {

// Reports are not part of the API; the catalogue keeps them as JSON beside their resource, and the
// command line prints them.

Json writeReport(const ImportReport& report);
ImportReport readImportReport(const Json& json);

Json writeReport(const TrainingReport& report);
TrainingReport readTrainingReport(const Json& json);

Json writeReport(const DataInsights& insights);

Json writeMetrics(const evaluate::Metrics& metrics);

}  // namespace foretaste::service
