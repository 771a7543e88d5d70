// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/common.h"
#include "core/store/row_view.h"

namespace foretaste::service {

struct CreateDatasetRequest {
    std::string name, schemaArn, datasetGroupArn, datasetType;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name, kName);
        visit.required("schemaArn", self.schemaArn, kArn);
        visit.required("datasetGroupArn", self.datasetGroupArn, kArn);
        visit.required("datasetType", self.datasetType, kText256);
        visit.optional("tags", self.tags, kTags);
    }
};

struct UpdateDatasetRequest {
    std::string datasetArn, schemaArn;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("datasetArn", self.datasetArn, kArn);
        visit.required("schemaArn", self.schemaArn, kArn);
    }
};

/// The newest replacement of a dataset's schema; the old one holds until it is ACTIVE.
struct DatasetUpdateSummary {
    std::string schemaArn;
    Status status = Status::CreatePending;
    std::string failureReason;
    Timestamp creationDateTime, lastUpdatedDateTime;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("schemaArn", self.schemaArn);
        visit.required("status", self.status);
        visit.optional("failureReason", self.failureReason);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
    }
};

struct Dataset {
    static constexpr ResourceKind kKind = ResourceKind::Dataset;
    std::string name, datasetArn, datasetGroupArn, datasetType, schemaArn;
    Status status = Status::CreatePending;
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::optional<DatasetUpdateSummary> latestDatasetUpdate;
    const std::string& arn() const { return datasetArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("datasetGroupArn", self.datasetGroupArn);
        visit.required("schemaArn", self.schemaArn);
        visit.optional("latestDatasetUpdate", self.latestDatasetUpdate);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("datasetArn", self.datasetArn);
        visit.required("datasetType", self.datasetType);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
    }
};

/// What a dataset holds now: the bulk rows of its newest import and the records put one by one.
struct DatasetStatistics {
    std::int64_t bulkRows = 0, putRows = 0;
    std::int64_t users = 0, items = 0;    ///< distinct, over bulk rows
    std::int64_t oldest = 0, newest = 0;  ///< epoch seconds, Interactions only
    std::int64_t bytes = 0;
};

using store::RowQuery;

/// One page of bulk rows as text in the order of the schema's fields.
struct DatasetRows {
    std::vector<std::string> columns;
    std::vector<std::vector<std::optional<std::string>>> rows;
    std::int64_t total = 0;  ///< rows that the query selects
};

}  // namespace foretaste::service
