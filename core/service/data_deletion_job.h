// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"

namespace foretaste::service {

/// The states of a data deletion job, which are its own (service.md 1.2).
enum class DeletionStatus { Pending, InProgress, Completed, Failed };
template <>
struct EnumNames<DeletionStatus> {
    static constexpr std::pair<DeletionStatus, std::string_view> values[] = {
        {DeletionStatus::Pending, "PENDING"},
        {DeletionStatus::InProgress, "IN_PROGRESS"},
        {DeletionStatus::Completed, "COMPLETED"},
        {DeletionStatus::Failed, "FAILED"}};
};

/// The same in the words of all other resources.
constexpr Status asStatus(DeletionStatus status) {
    switch (status) {
        case DeletionStatus::Pending: return Status::CreatePending;
        case DeletionStatus::InProgress: return Status::CreateInProgress;
        case DeletionStatus::Completed: return Status::Active;
        case DeletionStatus::Failed: break;
    }
    return Status::CreateFailed;
}

struct CreateDataDeletionJobRequest {
    std::string jobName, datasetGroupArn;
    DataSource dataSource;  ///< CSVs with a column USER_ID: whom to delete
    std::string roleArn;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("jobName", self.jobName, kName);
        visit.required("datasetGroupArn", self.datasetGroupArn, kArn);
        visit.required("dataSource", self.dataSource);
        visit.optional("roleArn", self.roleArn, kRoleArn);
        visit.optional("tags", self.tags, kTags);
    }
};

struct DataDeletionJob {
    static constexpr ResourceKind kKind = ResourceKind::DataDeletionJob;
    std::string jobName, dataDeletionJobArn, datasetGroupArn;
    DataSource dataSource;
    std::string roleArn;
    DeletionStatus status = DeletionStatus::Pending;
    std::optional<std::int64_t> numDeleted;  ///< rows, once it is completed
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::string failureReason;
    const std::string& arn() const { return dataDeletionJobArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("dataSource", self.dataSource);
        visit.optional("roleArn", self.roleArn);
        visit.optional("numDeleted", self.numDeleted);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("dataDeletionJobArn", self.dataDeletionJobArn);
        visit.required("datasetGroupArn", self.datasetGroupArn);
        visit.required("jobName", self.jobName);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("failureReason", self.failureReason);
    }
};

}  // namespace foretaste::service
