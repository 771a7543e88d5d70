// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/metrics.h"
#include "core/recipes/recipe.h"
#include "core/service/solution.h"

namespace foretaste::service {

struct CreateSolutionVersionRequest {
    std::string name, solutionArn;
    TrainingMode trainingMode = TrainingMode::Full;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("name", self.name, kName);
        visit.required("solutionArn", self.solutionArn, kArn);
        visit.optional("trainingMode", self.trainingMode);
        visit.optional("tags", self.tags, kTags);
    }
};

struct SolutionVersion {
    static constexpr ResourceKind kKind = ResourceKind::SolutionVersion;
    std::string name, solutionVersionArn, solutionArn;
    bool performHPO = false, performAutoML = false, performIncrementalUpdate = false;
    std::string recipeArn, eventType, datasetGroupArn;
    std::optional<SolutionConfig> solutionConfig;
    std::optional<double> trainingHours;
    TrainingMode trainingMode = TrainingMode::Full;
    Status status = Status::CreatePending;
    std::string failureReason;
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::string trainingType = "MANUAL";
    const std::string& arn() const { return solutionVersionArn; }
    SolutionVersionSummary summary() const {
        return {solutionVersionArn,  status,       trainingMode, trainingType, creationDateTime,
                lastUpdatedDateTime, failureReason};
    }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.optional("name", self.name);
        visit.required("solutionArn", self.solutionArn);
        visit.required("performHPO", self.performHPO);
        visit.required("performAutoML", self.performAutoML);
        visit.optional("performIncrementalUpdate", self.performIncrementalUpdate);
        visit.required("recipeArn", self.recipeArn);
        visit.optional("eventType", self.eventType);
        visit.required("datasetGroupArn", self.datasetGroupArn);
        visit.optional("solutionConfig", self.solutionConfig);
        visit.optional("trainingHours", self.trainingHours);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("solutionVersionArn", self.solutionVersionArn);
        visit.required("status", self.status);
        visit.required("trainingMode", self.trainingMode);
        visit.required("trainingType", self.trainingType);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("failureReason", self.failureReason);
    }
};

struct SolutionMetrics {
    std::string solutionVersionArn;
    std::map<std::string, double> metrics;  ///< rounded to four decimals
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("solutionVersionArn", self.solutionVersionArn);
        visit.required("metrics", self.metrics);
    }
};

/// All that is known of a training beyond the API: for the training page, while it runs and after.
struct TrainingReport {
    std::vector<recipes::TrainingPoint> curve;
    int bestEpoch = 0;
    std::map<std::string, std::string> chosen;  ///< what the engine decided
    evaluate::Metrics metrics;                  ///< with 95 % intervals
    evaluate::Metrics baseline;                 ///< popularity on the identical split
    evaluate::Protocol protocol;
    std::int64_t events = 0, users = 0, items = 0, coldItems = 0;
    double seconds = 0;                 ///< training and measuring, wall clock
    std::int64_t newItems = 0;          ///< UPDATE: items that entered
    std::vector<std::string> warnings;  ///< minima of the service that the data do not meet
};

}  // namespace foretaste::service
