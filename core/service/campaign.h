// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "core/service/common.h"

namespace foretaste::service {

inline constexpr Rule kInfluence{
    1, 10, [](std::string_view text) { return text == "POPULARITY" || text == "FRESHNESS"; },
    "POPULARITY or FRESHNESS"};
inline constexpr Rule kShare{.minimum = 0, .maximum = 1};

struct CampaignConfig {
    std::map<std::string, std::string>
        itemExplorationConfig;  ///< explorationWeight, explorationItemAgeCutOff
    std::optional<bool> enableMetadataWithRecommendations, syncWithLatestSolutionVersion;
    std::map<std::string, double> rankingInfluence;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("itemExplorationConfig", self.itemExplorationConfig, kParameters);
        visit.optional("enableMetadataWithRecommendations", self.enableMetadataWithRecommendations);
        visit.optional("syncWithLatestSolutionVersion", self.syncWithLatestSolutionVersion);
        visit.optional("rankingInfluence", self.rankingInfluence,
                       Rule{.key = &kInfluence, .entry = &kShare});
    }
};

struct CreateCampaignRequest {
    std::string name, solutionVersionArn;
    std::optional<std::int64_t> minProvisionedTPS;
    std::optional<CampaignConfig> campaignConfig;
    std::vector<Tag> tags;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name, kName);
        visit.required("solutionVersionArn", self.solutionVersionArn, kArn);
        visit.optional("minProvisionedTPS", self.minProvisionedTPS, Rule{.minimum = 1});
        visit.optional("campaignConfig", self.campaignConfig);
        visit.optional("tags", self.tags, kTags);
    }
};

struct UpdateCampaignRequest {
    std::string campaignArn, solutionVersionArn;
    std::optional<std::int64_t> minProvisionedTPS;
    std::optional<CampaignConfig> campaignConfig;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("campaignArn", self.campaignArn, kArn);
        visit.optional("solutionVersionArn", self.solutionVersionArn, kArn);
        visit.optional("minProvisionedTPS", self.minProvisionedTPS, Rule{.minimum = 1});
        visit.optional("campaignConfig", self.campaignConfig);
    }
};

struct CampaignUpdateSummary {
    std::string solutionVersionArn;
    std::int64_t minProvisionedTPS = 1;
    std::optional<CampaignConfig> campaignConfig;
    Status status = Status::CreatePending;
    std::string failureReason;
    Timestamp creationDateTime, lastUpdatedDateTime;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("solutionVersionArn", self.solutionVersionArn);
        visit.required("minProvisionedTPS", self.minProvisionedTPS);
        visit.optional("campaignConfig", self.campaignConfig);
        visit.required("status", self.status);
        visit.optional("failureReason", self.failureReason);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
    }
};

struct Campaign {
    static constexpr ResourceKind kKind = ResourceKind::Campaign;
    std::string name, campaignArn, solutionVersionArn;
    std::int64_t minProvisionedTPS = 1;
    std::optional<CampaignConfig> campaignConfig;
    Status status = Status::CreatePending;
    std::string failureReason;
    Timestamp creationDateTime, lastUpdatedDateTime;
    std::optional<CampaignUpdateSummary> latestCampaignUpdate;
    const std::string& arn() const { return campaignArn; }
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        describeSummary(visit, self);
        visit.required("solutionVersionArn", self.solutionVersionArn);
        visit.required("minProvisionedTPS", self.minProvisionedTPS);
        visit.optional("campaignConfig", self.campaignConfig);
        visit.optional("latestCampaignUpdate", self.latestCampaignUpdate);
    }
    template <class Visitor, class Self>
    static void describeSummary(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.required("campaignArn", self.campaignArn);
        visit.required("status", self.status);
        visit.required("creationDateTime", self.creationDateTime);
        visit.required("lastUpdatedDateTime", self.lastUpdatedDateTime);
        visit.optional("failureReason", self.failureReason);
    }
};

/// How fast a campaign has answered since it was deployed or since the program started.
struct LatencyReport {
    std::int64_t requests = 0;
    double p50Ms = 0, p95Ms = 0, p99Ms = 0, maxMs = 0;
    std::vector<double> recentMs;  ///< the newest requests, at most 2,048, in no order
    /// By stage of serve::kStageNames: the requests that had it.
    struct Stage {
        std::string name;
        std::int64_t requests = 0;
        double p50Ms = 0, p95Ms = 0, p99Ms = 0;
    };
    std::vector<Stage> stages;
    /// Whether the sum over all items, of which a score is a share, is estimated.
    bool scoresEstimated = false;
    /// Of the 25 best items the share that an index finds; none: all items are looked at.
    std::optional<double> indexRecall;
};

/// What exploration does at each weight, measured on a sample of users without logging impressions.
struct ExplorationPoint {
    double weight = 0;
    double coldShare = 0;      ///< of the places in the lists, items younger than the cut-off
    double relevanceKept = 0;  ///< mean model probability of the list over that at weight 0
};
struct ExplorationReport {
    std::vector<ExplorationPoint> points;
    std::int64_t eligibleItems = 0;                          ///< younger than the cut-off
    std::int64_t users = 0;                                  ///< asked for
    std::vector<std::pair<std::string, double>> shareByAge;  ///< at the campaign's own weight
};

}  // namespace foretaste::service
