// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/recommendations.h"

#include <algorithm>
#include <cmath>

#include "core/base/clock.h"
#include "core/service/answering.h"
#include "core/service/check.h"

namespace foretaste::service {
namespace {

void checkPromotions(const std::vector<Promotion>& promotions) {
    if (promotions.empty()) return;
    const auto& promotion = promotions.front();
    if (promotion.filterArn.empty())
        failInvalid("promotions[0].filterArn is missing: the filter that picks promoted items");
    if (!promotion.percentPromotedItems)
        failInvalid("promotions[0].percentPromotedItems is missing: 1 to 100");
}

/// One place of the list.
struct Place {
    serve::RankedItem item;
    bool promoted = false;
};

/// Puts promoted items in places drawn at random; both kinds keep their order (service.md 6.6).
std::vector<Place> scattered(const std::vector<serve::RankedItem>& promoted,
                             const std::vector<serve::RankedItem>& others, base::Random random) {
    std::vector<char> isPromoted(promoted.size() + others.size(), 0);
    std::fill_n(isPromoted.begin(), promoted.size(), 1);
    random.shuffle(isPromoted);
    std::vector<Place> places;
    auto nextPromoted = promoted.begin(), nextOther = others.begin();
    for (const char promotion : isPromoted)
        places.push_back({promotion ? *nextPromoted++ : *nextOther++, promotion != 0});
    return places;
}

}  // namespace

std::shared_ptr<CampaignRuntime> Service::State::runtimeAsked(
    const GetRecommendationsRequest& request) {
    if (request.campaignArn.empty() == request.recommenderArn.empty())
        failInvalid(request.campaignArn.empty()
                        ? "campaignArn is missing: give it, or recommenderArn"
                        : "campaignArn and recommenderArn: give one of them, not both");
    return runtimeOf(request.campaignArn.empty() ? request.recommenderArn : request.campaignArn);
}

std::vector<PredictedItem> Service::Answering::list(const GetRecommendationsRequest& request,
                                                    const Draw& draw,
                                                    serve::StageTimes& times) const {
    checkPromotions(request.promotions);

    const auto& recipe = facts();
    if (recipe.type == recipes::RecipeType::PersonalizedRanking)
        failInvalid(base::concat("campaignArn: the recipe ", recipe.name,
                                 " orders a given list; ask with GetPersonalizedRanking"));
    const auto* useCase = runtime().useCase();
    if ((isPersonal() || (useCase && !useCase->leavesOut.empty())) && request.userId.empty())
        failInvalid(base::concat("userId is missing: the recipe ", recipeName(), " needs it"));
    const bool isRelated = recipe.type == recipes::RecipeType::RelatedItems;
    if (isRelated && request.itemId.empty())
        failInvalid(base::concat("itemId is missing: the recipe ", recipeName(),
                                 " recommends items that go with one"));
    if (!request.promotions.empty() && useCase && useCase->recipe == "aws-trending-now")
        failInvalid(base::concat("promotions: the recipe ", recipeName(), " takes none"));
    checkContext(request.context);
    const auto columns = metadataColumns(request.metadataColumns);

    constexpr std::int64_t kDefault = 25, kMostWithMetadata = 50;
    std::int64_t asked = request.numResults.value_or(kDefault);
    if (asked == 0) asked = kDefault;  // legal, meaning unpublished: read as "not given"
    if (!columns.empty() && asked > kMostWithMetadata)
        failInvalid(base::concat("numResults: at most 50 with metadataColumns, asked for ", asked));
    const auto count = static_cast<std::size_t>(asked);

    const auto selection =
        select({request.filterArn, request.filterValues, request.userId, request.itemId}, times);
    const auto answer = [&](std::size_t places, const filter::Bitmap* allowed) {
        if (isRelated) return runtime().related(serving(), request.itemId, places, allowed, &times);
        return runtime().answer(serving(), request.userId, places, draw.exploration, draw.number,
                                allowed, &times);
    };
    const auto& deployed = *serving().deployed;
    std::vector<serve::RankedItem> promoted;
    auto allowed = selection ? std::optional(selection->rows) : std::nullopt;
    const auto leaveOut = [&](std::int32_t item) {
        if (!allowed) allowed = ~filter::Bitmap(deployed.size());
        allowed->unset(static_cast<std::size_t>(item));
    };
    if (!request.promotions.empty()) {
        const auto& promotion = request.promotions.front();
        const auto candidates = select(
            {promotion.filterArn, promotion.filterValues, request.userId, request.itemId}, times);
        constexpr double kPercent = 100;
        const auto share = static_cast<double>(*promotion.percentPromotedItems) / kPercent;
        promoted = answer(static_cast<std::size_t>(std::lround(share * static_cast<double>(asked))),
                          &candidates->rows)
                       .items;
        for (const auto& place : promoted) leaveOut(place.item);
    }
    if (const auto own = isRelated ? deployed.itemNumber(request.itemId) : std::nullopt)
        leaveOut(*own);
    const auto others = answer(count - promoted.size(), allowed ? &*allowed : nullptr);

    std::vector<PredictedItem> items;
    for (const auto& place : scattered(promoted, others.items, runtime().randomFor(draw.number))) {
        auto item = predicted(place.item, others.known, columns);
        if (place.promoted) {
            item.promotionName = request.promotions.front().name;
            item.reason = {"Promoted item"};
        }
        items.push_back(std::move(item));
    }
    return items;
}

GetRecommendationsResponse Service::getRecommendations(const GetRecommendationsRequest& request) {
    const base::Stopwatch watch;
    check(request);
    const Answering answering(*state_, state_->runtimeAsked(request));
    auto& runtime = answering.runtime();
    serve::StageTimes times;
    auto items = answering.list(request, {runtime.exploration(), runtime.nextRequest()}, times);
    auto recommendationId = answering.remember(items);
    runtime.latency().record(watch.milliseconds(), times);
    return {std::move(items), std::move(recommendationId)};
}

GetRecommendationsResponse Service::previewRecommendations(const GetRecommendationsRequest& request,
                                                           const ExplorationPreview& preview) {
    if (!(preview.explorationWeight >= 0 && preview.explorationWeight <= 1))
        failInvalid(base::concat("explorationWeight: ", preview.explorationWeight,
                                 " is not within 0 to 1"));
    if (!(preview.explorationItemAgeCutOff > 0))
        failInvalid(base::concat("explorationItemAgeCutOff: ", preview.explorationItemAgeCutOff,
                                 " is not over 0"));
    check(request);
    const Answering answering(*state_, state_->runtimeAsked(request));
    serve::StageTimes unused;
    return {
        answering.list(request, {{preview.explorationWeight, preview.explorationItemAgeCutOff}, 0},
                       unused),
        {}};
}

}  // namespace foretaste::service
