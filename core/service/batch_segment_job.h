// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/batch_job.h"
#include "core/service/common.h"

namespace foretaste::service {

// The users who are most likely to want an item, or items of a kind, for each line of a file
// (service.md 8.2):
//
//     {"itemId": "8"}                                            aws-item-affinity
//     {"itemAttributes": "ITEMS.GENRES = \"Comedy\" AND ..."}    aws-item-attribute-affinity
//     {"input": {...}, "output": {"recommendedUsers": ["5", "91"]}, "error": null}

struct CreateBatchSegmentJobRequest {
    std::string jobName, solutionVersionArn, filterArn;
    std::optional<std::int64_t> numResults;  ///< 25 where not given
    BatchJobInput jobInput;
    BatchJobOutput jobOutput;
    std::string roleArn;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("jobName", self.jobName, kName);
        visit.required("solutionVersionArn", self.solutionVersionArn, kArn);
        visit.optional("filterArn", self.filterArn, kArn);
        visit.optional("numResults", self.numResults, kBatchResults);
        visit.required("jobInput", self.jobInput);
        visit.required("jobOutput", self.jobOutput);
        visit.optional("roleArn", self.roleArn, kRoleArn);
        visit.optional("tags", self.tags, kTags);
    }
};

struct BatchSegmentJob {
    static constexpr ResourceKind kKind = ResourceKind::BatchSegmentJob;
    std::string jobName, batchSegmentJobArn, failureReason, solutionVersionArn;
    std::int64_t numResults = 0;
    BatchJobInput jobInput;
    BatchJobOutput jobOutput;
    std::string roleArn;
    Status status = Status::CreatePending;
    Timestamp creationDateTime, lastUpdatedDateTime;
    const std::string& arn() const { return batchSegmentJobArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("numResults", self.numResults);
        visit.required("jobInput", self.jobInput);
        visit.required("jobOutput", self.jobOutput);
        visit.optional("roleArn", self.roleArn);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("batchSegmentJobArn", self.batchSegmentJobArn);
        visit.required("jobName", self.jobName);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("failureReason", self.failureReason);
        visit.required("solutionVersionArn", self.solutionVersionArn);
    }
};

}  // namespace foretaste::service
