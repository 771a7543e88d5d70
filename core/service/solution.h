// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/solution_config.h"

namespace foretaste::service {

struct CreateSolutionRequest {
    std::string name;
    std::optional<bool> performHPO, performAutoML, performAutoTraining, performIncrementalUpdate;
    std::string recipeArn, datasetGroupArn, eventType;
    std::optional<SolutionConfig> solutionConfig;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name, kName);
        visit.optional("performHPO", self.performHPO);
        visit.optional("performAutoML", self.performAutoML);
        visit.optional("performAutoTraining", self.performAutoTraining);
        visit.optional("performIncrementalUpdate", self.performIncrementalUpdate);
        visit.optional("recipeArn", self.recipeArn, kArn);
        visit.required("datasetGroupArn", self.datasetGroupArn, kArn);
        visit.optional("eventType", self.eventType, kText256);
        visit.optional("solutionConfig", self.solutionConfig);
        visit.optional("tags", self.tags, kTags);
    }
};

/// What of a solution may change after it was made; what is not given stays.
struct SolutionUpdateConfig {
    std::optional<AutoTrainingConfig> autoTrainingConfig;
    std::optional<EventsConfig> eventsConfig;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("autoTrainingConfig", self.autoTrainingConfig);
        visit.optional("eventsConfig", self.eventsConfig);
    }
};

struct UpdateSolutionRequest {
    std::string solutionArn;
    std::optional<bool> performAutoTraining, performIncrementalUpdate;
    std::optional<SolutionUpdateConfig> solutionUpdateConfig;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("solutionArn", self.solutionArn, kArn);
        visit.optional("performAutoTraining", self.performAutoTraining);
        visit.optional("performIncrementalUpdate", self.performIncrementalUpdate);
        visit.optional("solutionUpdateConfig", self.solutionUpdateConfig);
    }
};

/// The newest UpdateSolution.
struct SolutionUpdateSummary {
    std::optional<SolutionUpdateConfig> solutionUpdateConfig;
    Status status = Status::Active;
    std::optional<bool> performAutoTraining, performIncrementalUpdate;
    Timestamp creationDateTime, lastUpdatedDateTime;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("solutionUpdateConfig", self.solutionUpdateConfig);
        visit.required("status", self.status);
        visit.optional("performAutoTraining", self.performAutoTraining);
        visit.optional("performIncrementalUpdate", self.performIncrementalUpdate);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
    }
};

enum class TrainingMode { Full, Update, AutoTrain };
template <>
struct EnumNames<TrainingMode> {
    static constexpr std::pair<TrainingMode, std::string_view> values[] = {
        {TrainingMode::Full, "FULL"},
        {TrainingMode::Update, "UPDATE"},
        {TrainingMode::AutoTrain, "AUTOTRAIN"}};
};

struct SolutionVersionSummary {
    std::string solutionVersionArn;
    Status status = Status::CreatePending;
    TrainingMode trainingMode = TrainingMode::Full;
    std::string trainingType;
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::string failureReason;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("solutionVersionArn", self.solutionVersionArn);
        visit.required("status", self.status);
        visit.required("trainingMode", self.trainingMode);
        visit.required("trainingType", self.trainingType);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("failureReason", self.failureReason);
    }
};

struct Solution {
    static constexpr ResourceKind kKind = ResourceKind::Solution;
    std::string name, solutionArn;
    bool performHPO = false, performAutoML = false, performAutoTraining = true,
         performIncrementalUpdate = false;
    std::string recipeArn, datasetGroupArn, eventType;
    std::optional<SolutionConfig> solutionConfig;
    Status status = Status::CreatePending;
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::optional<SolutionVersionSummary> latestSolutionVersion;  ///< filled in when described
    std::optional<SolutionUpdateSummary> latestSolutionUpdate;
    const std::string& arn() const { return solutionArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("performHPO", self.performHPO);
        visit.required("performAutoML", self.performAutoML);
        visit.required("performAutoTraining", self.performAutoTraining);
        visit.required("performIncrementalUpdate", self.performIncrementalUpdate);
        visit.required("datasetGroupArn", self.datasetGroupArn);
        visit.optional("eventType", self.eventType);
        visit.optional("solutionConfig", self.solutionConfig);
        visit.optional("latestSolutionVersion", self.latestSolutionVersion);
        visit.optional("latestSolutionUpdate", self.latestSolutionUpdate);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("solutionArn", self.solutionArn);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("recipeArn", self.recipeArn);
    }
};

}  // namespace foretaste::service
