// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/recipe_facts.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"

namespace foretaste::recipes {
namespace {

Parameter integer(std::string name, ParameterGroup group, std::string standard, double minimum,
                  double maximum, bool tunable, std::string help) {
    return {
        std::move(name), ParameterKind::Integer, group, std::move(standard), minimum, maximum, {},
        tunable,         std::move(help)};
}

Parameter real(std::string name, ParameterGroup group, std::string standard, double minimum,
               double maximum, bool tunable, std::string help) {
    return {std::move(name), ParameterKind::Real, group, std::move(standard), minimum, maximum, {},
            tunable,         std::move(help)};
}

Parameter boolean(std::string name, ParameterGroup group, std::string standard, bool tunable,
                  std::string help) {
    return {std::move(name),
            ParameterKind::Boolean,
            group,
            std::move(standard),
            0,
            1,
            {"true", "false"},
            tunable,
            std::move(help)};
}

constexpr auto kAlgorithm = ParameterGroup::Algorithm;
constexpr auto kFeaturization = ParameterGroup::Featurization;
constexpr auto kCampaign = ParameterGroup::Campaign;

Parameter width() {
    return integer(
        "hidden_dimension", kAlgorithm, "149", 32, 256, true,
        "How many numbers describe a user's taste: more can learn more and train longer.");
}

std::vector<Parameter> historyPercentiles(std::string least, std::string most) {
    return {real("min_user_history_length_percentile", kFeaturization, std::move(least), 0, 1,
                 false, "Users with shorter histories than this share of users do not train."),
            real("max_user_history_length_percentile", kFeaturization, std::move(most), 0, 1, false,
                 "Users with longer histories than this share of users do not train.")};
}

std::vector<Parameter> recurrent() {
    std::vector<Parameter> parameters{
        width(),
        integer("bptt", kAlgorithm, "32", 2, 32, true,
                "How many events back learning follows the effect of one event."),
        boolean("recency_mask", kAlgorithm, "true", true,
                "Whether what is popular at the time of an event counts.")};
    for (auto& each : historyPercentiles("0.0", "0.99")) parameters.push_back(std::move(each));
    return parameters;
}

std::vector<Parameter> recurrentWithExploration() {
    auto parameters = recurrent();
    constexpr double kYears = 36500;
    parameters.push_back(real("explorationWeight", kCampaign, "0.3", 0, 1, false,
                              "How much new items are tried: 0 never, 1 the most."));
    parameters.push_back(real("explorationItemAgeCutOff", kCampaign, "30", 1e-6, kYears, false,
                              "How many days an item counts as new."));
    return parameters;
}

std::vector<Parameter> recencyBias() {
    return {boolean("apply_recency_bias", kAlgorithm, "true", false,
                    "Whether recent interactions count more than old ones.")};
}

std::vector<Parameter> similarItems() {
    return {integer("item_id_hidden_dim", kAlgorithm, "100", 30, 200, true,
                    "How many numbers describe an item by who interacts with it."),
            integer("item_metadata_hidden_dim", kAlgorithm, "100", 30, 200, true,
                    "How many numbers describe an item by its metadata.")};
}

std::vector<Parameter> sims() {
    std::vector<Parameter> parameters{
        real("popularity_discount_factor", kAlgorithm, "0.5", 0, 1, true,
             "How much popularity is held against an item: 0 not at all, 1 the most."),
        integer("min_cointeraction_count", kAlgorithm, "3", 0, 10, true,
                "How many users must share two items before they count as alike.")};
    for (auto& each : historyPercentiles("0.005", "0.995")) parameters.push_back(std::move(each));
    parameters.push_back(real("min_item_interaction_count_percentile", kFeaturization, "0.01", 0, 1,
                              false,
                              "Items with fewer interactions than this share do not train."));
    parameters.push_back(real("max_item_interaction_count_percentile", kFeaturization, "0.9", 0, 1,
                              false, "Items with more interactions than this share do not train."));
    return parameters;
}

std::vector<Parameter> trend() {
    return {{"trend_discovery_frequency",
             ParameterKind::Choice,
             kFeaturization,
             "3 hours",
             0,
             0,
             {"30 minutes", "1 hour", "3 hours", "1 day"},
             false,
             "The length of the intervals that are compared."}};
}

std::vector<Parameter> actionPeriod() {
    return {integer("action_optimization_period", kFeaturization, "14", 7, 28, false,
                    "Over how many days a user is expected to take the action.")};
}

std::vector<Parameter> rankingInfluence() {
    return {real("rankingInfluence.POPULARITY", kCampaign, "0.0", 0, 1, false,
                 "How much popular items are preferred among similar ones."),
            real("rankingInfluence.FRESHNESS", kCampaign, "0.0", 0, 1, false,
                 "How much new items are preferred among similar ones.")};
}

RecipeFacts recipe(std::string name, RecipeType type, std::string title, std::string description,
                   std::vector<Parameter> parameters) {
    RecipeFacts facts;
    facts.algorithm = name;
    facts.name = std::move(name);
    facts.type = type;
    facts.title = std::move(title);
    facts.description = std::move(description);
    facts.parameters = std::move(parameters);
    return facts;
}

std::string featureTransformationOf(std::string_view recipe) {
    static constexpr std::pair<std::string_view, std::string_view> kPublished[] = {
        {"aws-popularity-count", "sims"},
        {"aws-sims", "sims"},
        {"aws-personalized-ranking", "JSON-percentile-filtering"},
        {"aws-hrnn", "JSON-percentile-filtering"},
        {"aws-hrnn-metadata", "featurize_metadata"},
        {"aws-hrnn-coldstart", "featurize_coldstart"},
        {"aws-item-affinity", "item-affinity"},
        {"aws-item-attribute-affinity", "item-attribute-affinity"},
        {"aws-semantic-similarity", "aws-semantic-similarity"}};
    for (const auto& [name, transformation] : kPublished)
        if (name == recipe) return std::string(transformation);
    return {};
}

std::vector<RecipeFacts> makeFacts() {
    using enum RecipeType;
    std::vector<RecipeFacts> all;
    // The first that is available is what a wizard proposes.
    all.push_back(recipe("aws-user-personalization", UserPersonalization, "User personalization",
                         "Learns from the order of each user's events what they want next, follows "
                         "every new event at once, and tries new items to find out who likes them.",
                         recurrentWithExploration()));
    all.back().available = all.back().explores = all.back().updates = all.back().scores = true;
    all.push_back(
        recipe("aws-user-personalization-v2", UserPersonalization, "User personalization v2",
               "Learns from the order of each user's events with a transformer. For large "
               "catalogues.",
               recencyBias()));
    all.back().available = all.back().updates = all.back().scores = true;
    all.push_back(
        recipe("aws-personalized-ranking-v2", PersonalizedRanking, "Personalized ranking v2",
               "Orders a given list of items for a user, with a transformer.", recencyBias()));
    all.back().available = all.back().scores = true;
    all.push_back(recipe("aws-personalized-ranking", PersonalizedRanking, "Personalized ranking",
                         "Orders a given list of items for a user, with the network of User "
                         "personalization.",
                         recurrent()));
    all.back().available = all.back().scores = true;
    all.push_back(recipe("aws-similar-items", RelatedItems, "Similar items",
                         "Items that the same people like and that are alike in their metadata.",
                         similarItems()));
    all.back().available = true;
    all.push_back(recipe("aws-sims", RelatedItems, "Item-to-item similarities (SIMS)",
                         "Items that the same people interact with.", sims()));
    all.back().available = true;
    all.push_back(recipe("aws-semantic-similarity", RelatedItems, "Semantic similarity",
                         "Items whose titles and descriptions mean alike.", rankingInfluence()));
    all.push_back(recipe("aws-popularity-count", PopularItems, "Popularity count",
                         "The same list for everybody: what most users interacted with. The line "
                         "that every other recipe has to beat.",
                         {}));
    all.back().available = all.back().scores = true;
    all.push_back(recipe("aws-trending-now", PopularItems, "Trending now",
                         "What gains interactions fastest right now.", trend()));
    all.back().available = true;
    all.back().algorithm = "aws-trending-now-custom";
    all.push_back(recipe("aws-item-affinity", UserSegmentation, "Item affinity",
                         "The users who are most likely to want an item.", {width()}));
    all.back().available = true;
    all.push_back(recipe("aws-item-attribute-affinity", UserSegmentation, "Item attribute affinity",
                         "The users who are most likely to want items of a kind.", {width()}));
    all.back().available = true;
    all.push_back(recipe("aws-next-best-action", PersonalizedActions, "Next best action",
                         "What a user is most likely to do next: join, download, renew.",
                         actionPeriod()));
    // The service keeps their names but creates none of them any more.
    all.push_back(recipe("aws-hrnn", UserPersonalization, "HRNN (legacy)",
                         "The predecessor of User personalization.", recurrent()));
    all.push_back(recipe("aws-hrnn-metadata", UserPersonalization, "HRNN with metadata (legacy)",
                         "The predecessor of User personalization, with metadata.", recurrent()));
    all.push_back(recipe("aws-hrnn-coldstart", UserPersonalization, "HRNN cold start (legacy)",
                         "The predecessor of User personalization for new items.", recurrent()));
    for (auto& facts : all) facts.featureTransformation = featureTransformationOf(facts.name);
    return all;
}

}  // namespace

std::string_view recipeTypeName(RecipeType type) {
    switch (type) {
        case RecipeType::UserPersonalization: return "USER_PERSONALIZATION";
        case RecipeType::PersonalizedRanking: return "PERSONALIZED_RANKING";
        case RecipeType::RelatedItems: return "RELATED_ITEMS";
        case RecipeType::PopularItems: return "POPULAR_ITEMS";
        case RecipeType::UserSegmentation: return "USER_SEGMENTATION";
        case RecipeType::PersonalizedActions: return "PERSONALIZED_ACTIONS";
    }
    return "";
}

const std::vector<RecipeFacts>& recipeFacts() {
    static const std::vector<RecipeFacts> facts = makeFacts();
    return facts;
}

const RecipeFacts& factsOf(std::string_view name) {
    for (const auto& facts : recipeFacts())
        if (facts.name == name) return facts;
    throw base::ServiceError(base::ErrorCode::InternalFailure,
                             base::concat("There is no recipe '", name, "'"));
}

}  // namespace foretaste::recipes
