// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/use_case.h"

namespace foretaste::service {

const std::vector<UseCase>& useCases() {
    using enum Domain;
    static const std::vector<UseCase> all{
        {"aws-ecomm-popular-items-by-views", Ecommerce, "Most viewed",
         "The items that most customers have viewed.", "aws-popularity-count", "View", ""},
        {"aws-ecomm-popular-items-by-purchases", Ecommerce, "Best sellers",
         "The items that most customers have bought.", "aws-popularity-count", "Purchase", ""},
        {"aws-ecomm-frequently-bought-together", Ecommerce, "Frequently bought together",
         "Items that customers have bought who bought the one they look at.", "aws-sims",
         "Purchase", ""},
        {"aws-ecomm-customers-who-viewed-x-also-viewed", Ecommerce,
         "Customers who viewed X also viewed",
         "Items that customers have viewed who viewed the one they look at, without what they have "
         "bought.",
         "aws-sims", "View", "Purchase"},
        {"aws-ecomm-recommended-for-you", Ecommerce, "Recommended for you",
         "What a customer is most likely to want next, without what they have bought.",
         "aws-user-personalization", "", "Purchase"},
        {"aws-vod-because-you-watched-x", VideoOnDemand, "Because you watched X",
         "Titles that people have watched who watched a certain one, without what the viewer has "
         "watched.",
         "aws-sims", "Watch", "Watch"},
        {"aws-vod-more-like-x", VideoOnDemand, "More like X",
         "Titles that are like a certain one, by who is drawn to both and by their metadata, "
         "without what the viewer has watched.",
         "aws-similar-items", "", "Watch", true},
        {"aws-vod-most-popular", VideoOnDemand, "Most popular",
         "The titles that most people have watched.", "aws-popularity-count", "Watch", ""},
        {"aws-vod-trending-now",
         VideoOnDemand,
         "Trending now",
         "The titles that gained interactions fastest when the recommender was trained.",
         "aws-trending-now",
         "",
         "",
         false,
         {{"trend_discovery_frequency", "2 hours"}}},
        {"aws-vod-top-picks", VideoOnDemand, "Top picks for you",
         "What a viewer is most likely to want next, without what they have watched.",
         "aws-user-personalization", "", "Watch", true}};
    return all;
}

const UseCase* findUseCase(std::string_view nameOrArn) {
    const auto name = nameOrArn.substr(nameOrArn.rfind('/') + 1);  // npos + 1 is 0: a bare name
    for (const auto& each : useCases())
        if (each.name == name) return &each;
    return nullptr;
}

}  // namespace foretaste::service
