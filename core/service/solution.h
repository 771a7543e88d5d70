// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "core/service/common.h"

namespace foretaste::recipes {
struct RecipeFacts;
}

namespace foretaste::service {

enum class ObjectiveSensitivity { None, Low, Medium, High, Off };
template <>
struct EnumNames<ObjectiveSensitivity> {
    static constexpr std::pair<ObjectiveSensitivity, std::string_view> values[] = {
        {ObjectiveSensitivity::Low, "LOW"},
        {ObjectiveSensitivity::Medium, "MEDIUM"},
        {ObjectiveSensitivity::High, "HIGH"},
        {ObjectiveSensitivity::Off, "OFF"}};
};

struct OptimizationObjective {
    std::string itemAttribute;
    ObjectiveSensitivity objectiveSensitivity = ObjectiveSensitivity::None;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("itemAttribute", self.itemAttribute, Rule{0, 150});
        visit.optional("objectiveSensitivity", self.objectiveSensitivity);
    }
};

struct TrainingDataConfig {
    std::map<std::string, std::vector<std::string>> excludedDatasetColumns;
    std::map<std::string, std::vector<std::string>> includedDatasetColumns;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("excludedDatasetColumns", self.excludedDatasetColumns, Rule{0, 3});
        visit.optional("includedDatasetColumns", self.includedDatasetColumns, Rule{0, 3});
    }
};

struct AutoTrainingConfig {
    std::string schedulingExpression;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("schedulingExpression", self.schedulingExpression,
                       Rule{0, 16, forms::isSchedule, "rate(N days), N from 1 to 30"});
    }
};

struct SolutionConfig {
    std::string eventValueThreshold;
    std::map<std::string, std::string> algorithmHyperParameters, featureTransformationParameters;
    std::optional<OptimizationObjective> optimizationObjective;
    std::optional<TrainingDataConfig> trainingDataConfig;
    std::optional<AutoTrainingConfig> autoTrainingConfig;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("eventValueThreshold", self.eventValueThreshold, kText256);
        visit.optional("algorithmHyperParameters", self.algorithmHyperParameters, kParameters);
        visit.optional("featureTransformationParameters", self.featureTransformationParameters,
                       kParameters);
        visit.optional("optimizationObjective", self.optimizationObjective);
        visit.optional("trainingDataConfig", self.trainingDataConfig);
        visit.optional("autoTrainingConfig", self.autoTrainingConfig);
    }
};

/// Holds a configuration against a recipe, and refuses what the engine would otherwise ignore. Throws
/// ServiceError (InvalidInput) naming the member or hyperparameter.
void checkSolutionConfig(const SolutionConfig& config, const recipes::RecipeFacts& facts);

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
