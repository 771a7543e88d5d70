// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/service/personalized_ranking.h"
#include "core/service/recommendations.h"
#include "core/service/state.h"

namespace foretaste::service {

/// What the operations that ask a campaign share: the campaign as it is when the request comes, the
/// checks of what requests have in common, and how an item is written into the answer. All throw
/// ServiceError naming the member at fault.
class Service::Answering {
public:
    Answering(State& state, std::shared_ptr<CampaignRuntime> runtime);

    CampaignRuntime& runtime() const { return *runtime_; }
    const Serving& serving() const { return *serving_; }
    const recipes::RecipeFacts& facts() const { return serving_->deployed->model().facts(); }
    /// As requests know it: the recipe's name, or that of the use case of a recommender.
    std::string_view recipeName() const;
    /// Whether the recipe follows single users, and so may be given a context.
    bool isPersonal() const;

    /// Contextual metadata is held against the Interactions schema; the models here do not learn
    /// from it yet, so it changes no list.
    void checkContext(const std::map<std::string, std::string>& context) const;
    /// The columns to return; empty where none are asked for.
    std::vector<std::string> metadataColumns(
        const std::map<std::string, std::vector<std::string>>& requested) const;
    /// What the filter lets pass; nothing where no filter is named. `times`, here and below: where
    /// the time spent is added.
    std::optional<filter::Selection> select(const FilterUse& use, serve::StageTimes& times) const;

    /// How a list is drawn: equal numbers give equal lists.
    struct Draw {
        explore::ExplorationConfig exploration;
        std::uint64_t number = 0;
    };
    /// What GetRecommendations and GetPersonalizedRanking answer with. The requests' members have
    /// been held against their rules; whom they ask is not looked at.
    std::vector<PredictedItem> list(const GetRecommendationsRequest& request, const Draw& draw,
                                    serve::StageTimes& times) const;
    std::vector<PredictedItem> order(const GetPersonalizedRankingRequest& request,
                                     serve::StageTimes& times) const;

    PredictedItem described(std::string itemId, const std::vector<std::string>& columns) const;
    /// With score and reasons; a list for a user or an item of which nothing is known says so.
    PredictedItem predicted(const serve::RankedItem& place, bool known,
                            const std::vector<std::string>& columns) const;
    /// Remembers a list under the recommendationId that is returned.
    std::string remember(const std::vector<PredictedItem>& list) const;

private:
    const std::shared_ptr<const ItemBook>& book() const;

    State& state_;
    std::shared_ptr<CampaignRuntime> runtime_;
    std::shared_ptr<const Serving> serving_;
    mutable std::shared_ptr<const ItemBook> book_;  ///< once something has asked for it
};

}  // namespace foretaste::service
