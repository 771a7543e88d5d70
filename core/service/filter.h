// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"

namespace foretaste::service {

struct CreateFilterRequest {
    std::string name, datasetGroupArn, filterExpression;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name, kName);
        visit.required("datasetGroupArn", self.datasetGroupArn, kArn);
        visit.required("filterExpression", self.filterExpression, Rule{1, 2500});
        visit.optional("tags", self.tags, kTags);
    }
};

struct Filter {
    static constexpr ResourceKind kKind = ResourceKind::Filter;
    std::string name, filterArn, datasetGroupArn, failureReason, filterExpression;
    Status status = Status::CreatePending;
    Timestamp creationDateTime, lastUpdatedDateTime;
    const std::string& arn() const { return filterArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("filterExpression", self.filterExpression);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("filterArn", self.filterArn);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.required("datasetGroupArn", self.datasetGroupArn);
        visit.optional("failureReason", self.failureReason);
        visit.required("status", self.status);
    }
};

}  // namespace foretaste::service
