// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"

namespace foretaste::service {

/// Which rows an export takes: those of imports, those put one by one, or both.
enum class IngestionMode { Bulk, Put, All };
template <>
struct EnumNames<IngestionMode> {
    static constexpr std::pair<IngestionMode, std::string_view> values[] = {
        {IngestionMode::Bulk, "BULK"}, {IngestionMode::Put, "PUT"}, {IngestionMode::All, "ALL"}};
};

struct DatasetExportJobOutput {
    S3DataConfig s3DataDestination;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("s3DataDestination", self.s3DataDestination);
    }
};

struct CreateDatasetExportJobRequest {
    std::string jobName, datasetArn;
    IngestionMode ingestionMode = IngestionMode::Put;
    std::string roleArn;
    DatasetExportJobOutput jobOutput;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("jobName", self.jobName, kName);
        visit.required("datasetArn", self.datasetArn, kArn);
        visit.optional("ingestionMode", self.ingestionMode);
        visit.optional("roleArn", self.roleArn, kRoleArn);
        visit.required("jobOutput", self.jobOutput);
        visit.optional("tags", self.tags, kTags);
    }
};

struct DatasetExportJob {
    static constexpr ResourceKind kKind = ResourceKind::DatasetExportJob;
    std::string jobName, datasetExportJobArn, datasetArn;
    IngestionMode ingestionMode = IngestionMode::Put;
    std::string roleArn;
    Status status = Status::CreatePending;
    DatasetExportJobOutput jobOutput;
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::string failureReason;
    const std::string& arn() const { return datasetExportJobArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("datasetArn", self.datasetArn);
        visit.required("ingestionMode", self.ingestionMode);
        visit.optional("roleArn", self.roleArn);
        visit.required("jobOutput", self.jobOutput);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("datasetExportJobArn", self.datasetExportJobArn);
        visit.required("jobName", self.jobName);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("failureReason", self.failureReason);
    }
};

}  // namespace foretaste::service
