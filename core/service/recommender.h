// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "core/service/solution_config.h"

namespace foretaste::service {

struct RecommenderConfig {
    std::map<std::string, std::string> itemExplorationConfig;
    std::optional<std::int64_t> minRecommendationRequestsPerSecond;
    std::optional<TrainingDataConfig> trainingDataConfig;
    std::optional<bool> enableMetadataWithRecommendations;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("itemExplorationConfig", self.itemExplorationConfig, kParameters);
        visit.optional("minRecommendationRequestsPerSecond",
                       self.minRecommendationRequestsPerSecond, Rule{.minimum = 1});
        visit.optional("trainingDataConfig", self.trainingDataConfig);
        visit.optional("enableMetadataWithRecommendations", self.enableMetadataWithRecommendations);
    }
};

struct CreateRecommenderRequest {
    std::string name, datasetGroupArn, recipeArn;
    std::optional<RecommenderConfig> recommenderConfig;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name, kName);
        visit.required("datasetGroupArn", self.datasetGroupArn, kArn);
        visit.required("recipeArn", self.recipeArn, kArn);
        visit.optional("recommenderConfig", self.recommenderConfig);
        visit.optional("tags", self.tags, kTags);
    }
};

struct UpdateRecommenderRequest {
    std::string recommenderArn;
    RecommenderConfig recommenderConfig;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("recommenderArn", self.recommenderArn, kArn);
        visit.required("recommenderConfig", self.recommenderConfig);
    }
};

struct RecommenderUpdateSummary {
    RecommenderConfig recommenderConfig;
    Timestamp creationDateTime, lastUpdatedDateTime;
    Status status = Status::CreatePending;
    std::string failureReason;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("recommenderConfig", self.recommenderConfig);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.required("status", self.status);
        visit.optional("failureReason", self.failureReason);
    }
};

/// A use case of a domain dataset group: a model and what answers with it, in one resource.
struct Recommender {
    static constexpr ResourceKind kKind = ResourceKind::Recommender;
    std::string recommenderArn, datasetGroupArn, name, recipeArn;
    RecommenderConfig recommenderConfig;
    Timestamp creationDateTime, lastUpdatedDateTime;
    Status status = Status::CreatePending;
    std::string failureReason;
    std::optional<RecommenderUpdateSummary> latestRecommenderUpdate;
    std::map<std::string, double> modelMetrics;  ///< empty until it is trained
    const std::string& arn() const { return recommenderArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.optional("failureReason", self.failureReason);
        visit.optional("latestRecommenderUpdate", self.latestRecommenderUpdate);
        visit.optional("modelMetrics", self.modelMetrics);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("recommenderArn", self.recommenderArn);
        visit.required("datasetGroupArn", self.datasetGroupArn);
        visit.required("recipeArn", self.recipeArn);
        visit.required("recommenderConfig", self.recommenderConfig);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
    }
};

}  // namespace foretaste::service
