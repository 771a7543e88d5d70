// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/import.h"
#include "core/service/common.h"

namespace foretaste::service {

enum class ImportMode { Full, Incremental };
template <>
struct EnumNames<ImportMode> {
    static constexpr std::pair<ImportMode, std::string_view> values[] = {
        {ImportMode::Full, "FULL"}, {ImportMode::Incremental, "INCREMENTAL"}};
};

struct CreateDatasetImportJobRequest {
    std::string jobName, datasetArn;
    DataSource dataSource;
    std::string roleArn;
    std::vector<Tag> tags;
    ImportMode importMode = ImportMode::Full;
    std::optional<bool> publishAttributionMetricsToS3;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("jobName", self.jobName, kName);
        visit.required("datasetArn", self.datasetArn, kArn);
        visit.required("dataSource", self.dataSource);
        visit.optional("roleArn", self.roleArn, kRoleArn);
        visit.optional("tags", self.tags, kTags);
        visit.optional("importMode", self.importMode);
        visit.optional("publishAttributionMetricsToS3", self.publishAttributionMetricsToS3);
    }
};

struct DatasetImportJob {
    static constexpr ResourceKind kKind = ResourceKind::DatasetImportJob;
    std::string jobName, datasetImportJobArn, datasetArn;
    DataSource dataSource;
    std::string roleArn;
    Status status = Status::CreatePending;
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::string failureReason;
    ImportMode importMode = ImportMode::Full;
    std::optional<bool> publishAttributionMetricsToS3;
    const std::string& arn() const { return datasetImportJobArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("datasetArn", self.datasetArn);
        visit.required("dataSource", self.dataSource);
        visit.optional("roleArn", self.roleArn);
        visit.optional("publishAttributionMetricsToS3", self.publishAttributionMetricsToS3);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("jobName", self.jobName);
        visit.required("datasetImportJobArn", self.datasetImportJobArn);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("failureReason", self.failureReason);
        visit.optional("importMode", self.importMode);
    }
};

using ImportReport = ingest::ImportReport;

}  // namespace foretaste::service
