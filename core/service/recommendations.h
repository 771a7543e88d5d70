// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "core/service/common.h"
#include "core/store/dataset_files.h"

namespace foretaste::service {

/// What the members that requests for items have in common may hold.
inline constexpr Rule kContextName{1, 150, forms::isParameter, "letters, digits and '_'"};
inline constexpr Rule kPlaceholderName{1, 50, forms::isParameter, "letters, digits and '_'"};
inline constexpr Rule kValue{0, 1000};
inline constexpr Rule kContext{.maxSize = 150, .key = &kContextName, .entry = &kValue};
inline constexpr Rule kFilterValues{.maxSize = 25, .key = &kPlaceholderName, .entry = &kValue};

/// Items that take a share of the places whatever their rank.
struct Promotion {
    std::string name;
    std::optional<std::int64_t> percentPromotedItems;
    std::string filterArn;  ///< picks them; the request's own filter does not concern them
    std::map<std::string, std::string> filterValues;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("name", self.name, kName);
        visit.optional("percentPromotedItems", self.percentPromotedItems,
                       Rule{.minimum = 1, .maximum = 100});
        visit.optional("filterArn", self.filterArn, kArn);
        visit.optional("filterValues", self.filterValues, kFilterValues);
    }
};

struct GetRecommendationsRequest {
    std::string campaignArn, itemId, userId;
    std::optional<std::int64_t> numResults;  ///< 25 where not given, at most 500
    std::map<std::string, std::string> context;
    std::string filterArn;
    std::map<std::string, std::string> filterValues;
    std::string recommenderArn;
    std::vector<Promotion> promotions;  ///< at most one
    std::map<std::string, std::vector<std::string>> metadataColumns;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("campaignArn", self.campaignArn, kArn);
        visit.optional("itemId", self.itemId, kText256);
        visit.optional("userId", self.userId, kText256);
        visit.optional("numResults", self.numResults, Rule{.minimum = 0, .maximum = 500});
        visit.optional("context", self.context, kContext);
        visit.optional("filterArn", self.filterArn, kArn);
        visit.optional("filterValues", self.filterValues, kFilterValues);
        visit.optional("recommenderArn", self.recommenderArn, kArn);
        visit.optional("promotions", self.promotions, Rule{0, 1});
        visit.optional("metadataColumns", self.metadataColumns, Rule{0, 1});
    }
};

/// How a list would be explored instead; the names and ranges are the service's.
struct ExplorationPreview {
    double explorationWeight = 0.3;        ///< 0 to 1
    double explorationItemAgeCutOff = 30;  ///< days, over 0
};

struct PredictedItem {
    std::string itemId;
    std::optional<double> score;
    std::string promotionName;  ///< of a promoted item
    std::map<std::string, std::string> metadata;
    std::vector<std::string> reason;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("itemId", self.itemId);
        visit.optional("score", self.score);
        visit.optional("promotionName", self.promotionName);
        visit.optional("metadata", self.metadata);
        visit.optional("reason", self.reason);
    }
};

struct GetRecommendationsResponse {
    std::vector<PredictedItem> itemList;
    std::string recommendationId;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("itemList", self.itemList);
        visit.required("recommendationId", self.recommendationId);
    }
};

/// An item as a card: what its record says, for screens. `title` is the itemName column, else TITLE
/// or NAME, else the id.
struct ItemCard {
    std::string itemId, title;
    std::vector<std::string> categories;  ///< of GENRES or the first categorical column
    std::map<std::string, std::string> attributes;
    std::int64_t created = 0;  ///< epoch seconds; 0: not known
};

/// A user to pick from.
struct UserCard {
    std::string userId;
    std::int64_t events = 0;
};

using store::HistoryEvent;

}  // namespace foretaste::service
