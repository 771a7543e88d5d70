// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/personalized_ranking.h"

#include <algorithm>
#include <unordered_set>

#include "core/base/clock.h"
#include "core/service/answering.h"
#include "core/service/check.h"

namespace foretaste::service {

std::vector<PredictedItem> Service::Answering::order(const GetPersonalizedRankingRequest& request,
                                                     serve::StageTimes& times) const {
    const auto& recipe = facts();
    if (recipe.type != recipes::RecipeType::PersonalizedRanking)
        failInvalid(base::concat("campaignArn: the recipe ", recipe.name,
                                 " does not order given lists; deploy a version of "
                                 "aws-personalized-ranking, or ask with GetRecommendations"));
    checkContext(request.context);
    const auto columns = metadataColumns(request.metadataColumns);
    constexpr std::size_t kMostWithMetadata = 50;
    if (!columns.empty() && request.inputList.size() > kMostWithMetadata)
        failInvalid(base::concat("inputList: at most 50 items with metadataColumns, these are ",
                                 request.inputList.size()));
    const auto selection =
        select({request.filterArn, request.filterValues, request.userId, {}}, times);

    const auto& deployed = *serving().deployed;
    const auto evidence = deployed.model().evidence();
    std::vector<std::int32_t> known;
    std::vector<std::string> unknown;
    std::unordered_set<std::string_view> met;  // an item that is there twice is ordered once
    for (const auto& id : request.inputList) {
        if (!met.insert(id).second) continue;
        const auto item = deployed.itemNumber(id);
        const auto row = static_cast<std::size_t>(item.value_or(0));
        if (selection && !(item ? selection->rows.test(row) : selection->others)) continue;
        if (item && evidence[row] > 0)
            known.push_back(*item);
        else
            unknown.push_back(id);
    }

    const auto answer = runtime().order(serving(), request.userId, std::move(known), &times);
    std::vector<PredictedItem> items;
    for (const auto& place : answer.items) items.push_back(predicted(place, answer.known, columns));
    for (auto& id : unknown) items.push_back(described(std::move(id), columns));
    return items;
}

GetPersonalizedRankingResponse Service::getPersonalizedRanking(
    const GetPersonalizedRankingRequest& request) {
    const base::Stopwatch watch;
    check(request);
    const Answering answering(*state_, state_->runtimeOf(request.campaignArn));
    serve::StageTimes times;
    auto items = answering.order(request, times);
    auto recommendationId = answering.remember(items);
    answering.runtime().latency().record(watch.milliseconds(), times);
    return {std::move(items), std::move(recommendationId)};
}

}  // namespace foretaste::service
