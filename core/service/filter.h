// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

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

/// An expression tried on the group's items, without a filter being made.
struct FilterTrial {
    std::string datasetGroupArn, filterExpression;
    std::map<std::string, std::string> filterValues;
    std::string userId;  ///< needed where the expression looks at the user
};

struct FilterTrialResult {
    std::int64_t items = 0;               ///< of the Items dataset
    std::optional<std::int64_t> passing;  ///< nothing while a placeholder has no value
    std::vector<std::string> examples;    ///< ids of the first that pass, at most 5
    bool needsUser = false;               ///< it looks at the user's record or history
    std::vector<std::string> placeholders;
};

/// A field that conditions may look at.
struct FilterField {
    std::string name;  ///< "Items.GENRES", "CurrentUser.AGE"
    bool number = false;
    /// Of a text field of items: the commonest first, at most 200.
    std::vector<std::string> values;
};

}  // namespace foretaste::service
