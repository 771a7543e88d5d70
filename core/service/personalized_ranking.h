// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/recommendations.h"

namespace foretaste::service {

inline constexpr Rule kRankedList{.minSize = 1, .maxSize = 500, .entry = &kId};

struct GetPersonalizedRankingRequest {
    std::string campaignArn;
    std::vector<std::string> inputList;  ///< at most 500 items, 50 with metadata
    std::string userId;
    std::map<std::string, std::string> context;
    std::string filterArn;
    std::map<std::string, std::string> filterValues;
    std::map<std::string, std::vector<std::string>> metadataColumns;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("campaignArn", self.campaignArn, kArn);
        visit.required("inputList", self.inputList, kRankedList);
        visit.required("userId", self.userId, kText256);
        visit.optional("context", self.context, kContext);
        visit.optional("filterArn", self.filterArn, kArn);
        visit.optional("filterValues", self.filterValues, kFilterValues);
        visit.optional("metadataColumns", self.metadataColumns, Rule{0, 1});
    }
};

struct GetPersonalizedRankingResponse {
    /// The best first; at the end, without scores, items that nobody interacted with before the
    /// training, in the order in which they came.
    std::vector<PredictedItem> personalizedRanking;
    std::string recommendationId;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("personalizedRanking", self.personalizedRanking);
        visit.required("recommendationId", self.recommendationId);
    }
};

}  // namespace foretaste::service
