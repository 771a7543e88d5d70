// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"

namespace foretaste::service {

struct CreateDatasetGroupRequest {
    std::string name, roleArn, kmsKeyArn;
    Domain domain = Domain::None;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name, kName);
        visit.optional("roleArn", self.roleArn, kRoleArn);
        visit.optional("kmsKeyArn", self.kmsKeyArn, kKmsArn);
        visit.optional("domain", self.domain);
        visit.optional("tags", self.tags, kTags);
    }
};

struct CreateDatasetGroupResponse {
    std::string datasetGroupArn;
    Domain domain = Domain::None;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("datasetGroupArn", self.datasetGroupArn, kArn);
        visit.optional("domain", self.domain);
    }
};

struct DatasetGroup {
    static constexpr ResourceKind kKind = ResourceKind::DatasetGroup;
    std::string name, datasetGroupArn;
    Status status = Status::CreatePending;
    std::string roleArn, kmsKeyArn;
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::string failureReason;
    Domain domain = Domain::None;
    const std::string& arn() const { return datasetGroupArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.optional("roleArn", self.roleArn);
        visit.optional("kmsKeyArn", self.kmsKeyArn);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("datasetGroupArn", self.datasetGroupArn);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("failureReason", self.failureReason);
        visit.optional("domain", self.domain);
    }
};

}  // namespace foretaste::service
