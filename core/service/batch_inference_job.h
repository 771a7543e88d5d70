// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "core/service/batch_job.h"
#include "core/service/campaign.h"
#include "core/service/common.h"

namespace foretaste::service {

// Recommendations for many users or items at once. The input is JSON lines (service.md 8.1), one
// file or all whose paths begin alike; beside its neighbours in the output folder each gets a file
// of its name with ".out", one line a line:
//
//     {"userId": "17", "filterValues": {"GENRE": "\"Drama\""}}
//     {"input": {...}, "output": {"recommendedItems": ["8", "3"], "scores": [0.3, 0.1]},
//      "error": null}
//
// A line that cannot be answered has an empty list and the reason in `error`; it fails no job.
// Users are taken as they are when the job runs, events put since the training included.

enum class BatchInferenceJobMode { BatchInference, ThemeGeneration };
template <>
struct EnumNames<BatchInferenceJobMode> {
    static constexpr std::pair<BatchInferenceJobMode, std::string_view> values[] = {
        {BatchInferenceJobMode::BatchInference, "BATCH_INFERENCE"},
        {BatchInferenceJobMode::ThemeGeneration, "THEME_GENERATION"}};
};

struct BatchInferenceJobConfig {
    std::map<std::string, std::string> itemExplorationConfig;
    std::map<std::string, double> rankingInfluence;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("itemExplorationConfig", self.itemExplorationConfig, kParameters);
        visit.optional("rankingInfluence", self.rankingInfluence,
                       Rule{.key = &kInfluence, .entry = &kShare});
    }
};

struct FieldsForThemeGeneration {
    std::string itemName;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("itemName", self.itemName, Rule{1, 150, forms::isColumn, "a column's name"});
    }
};

struct ThemeGenerationConfig {
    FieldsForThemeGeneration fieldsForThemeGeneration;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("fieldsForThemeGeneration", self.fieldsForThemeGeneration);
    }
};

struct CreateBatchInferenceJobRequest {
    std::string jobName, solutionVersionArn, filterArn;
    std::optional<std::int64_t> numResults;  ///< 25 where not given
    BatchJobInput jobInput;
    BatchJobOutput jobOutput;
    std::string roleArn;
    std::optional<BatchInferenceJobConfig> batchInferenceJobConfig;
    std::vector<Tag> tags;
    BatchInferenceJobMode batchInferenceJobMode = BatchInferenceJobMode::BatchInference;
    std::optional<ThemeGenerationConfig> themeGenerationConfig;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("jobName", self.jobName, kName);
        visit.required("solutionVersionArn", self.solutionVersionArn, kArn);
        visit.optional("filterArn", self.filterArn, kArn);
        visit.optional("numResults", self.numResults, kBatchResults);
        visit.required("jobInput", self.jobInput);
        visit.required("jobOutput", self.jobOutput);
        visit.optional("roleArn", self.roleArn, kRoleArn);
        visit.optional("batchInferenceJobConfig", self.batchInferenceJobConfig);
        visit.optional("tags", self.tags, kTags);
        visit.optional("batchInferenceJobMode", self.batchInferenceJobMode);
        visit.optional("themeGenerationConfig", self.themeGenerationConfig);
    }
};

struct BatchInferenceJob {
    static constexpr ResourceKind kKind = ResourceKind::BatchInferenceJob;
    std::string jobName, batchInferenceJobArn, filterArn, failureReason, solutionVersionArn;
    std::int64_t numResults = 0;
    BatchJobInput jobInput;
    BatchJobOutput jobOutput;
    std::optional<BatchInferenceJobConfig> batchInferenceJobConfig;
    std::string roleArn;
    BatchInferenceJobMode batchInferenceJobMode = BatchInferenceJobMode::BatchInference;
    Status status = Status::CreatePending;
    Timestamp creationDateTime, lastUpdatedDateTime;
    const std::string& arn() const { return batchInferenceJobArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.optional("filterArn", self.filterArn);
        visit.required("numResults", self.numResults);
        visit.required("jobInput", self.jobInput);
        visit.required("jobOutput", self.jobOutput);
        visit.optional("batchInferenceJobConfig", self.batchInferenceJobConfig);
        visit.optional("roleArn", self.roleArn);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("batchInferenceJobArn", self.batchInferenceJobArn);
        visit.required("jobName", self.jobName);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("failureReason", self.failureReason);
        visit.required("solutionVersionArn", self.solutionVersionArn);
        visit.required("batchInferenceJobMode", self.batchInferenceJobMode);
    }
};

}  // namespace foretaste::service
