// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/sims.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/maths.h"
#include "core/base/text.h"
#include "core/recipes/co_interactions.h"
#include "core/recipes/recipe_facts.h"

namespace foretaste::recipes {
namespace {

constexpr const char* kName = "aws-sims";
constexpr const char *kDiscount = "popularity_discount_factor",
                     *kLeastShared = "min_cointeraction_count";
constexpr std::size_t kQuestions = 500;

double given(const TrainingRequest& request, const std::string& name, double otherwise) {
    const auto found = request.hyperparameters.find(name);
    if (found != request.hyperparameters.end()) base::parseNumber(found->second, otherwise);
    return otherwise;
}

Between sharesOf(const TrainingRequest& request, const std::string& of) {
    return {given(request, base::concat("min_", of, "_percentile"), 0),
            given(request, base::concat("max_", of, "_percentile"), 1)};
}

struct Way {
    double discount = 0.5;
    int leastShared = 1;
};

/// The one that was asked for, or all that are tried.
std::vector<Way> waysOf(const TrainingRequest& request) {
    std::vector<double> discounts{0.5, 0.25, 0.35, 0.65};
    std::vector<int> leasts{2, 1, 3};
    if (request.hyperparameters.contains(kDiscount)) discounts = {given(request, kDiscount, 0)};
    if (request.hyperparameters.contains(kLeastShared))
        leasts = {static_cast<int>(given(request, kLeastShared, 0))};
    std::vector<Way> ways;
    for (const auto discount : discounts)
        for (const auto least : leasts) ways.push_back({discount, least});
    return ways;
}

}  // namespace

const RecipeFacts& Sims::facts() const {
    return factsOf(kName);
}

TrainingResult Sims::train(const TrainingRequest& request, const base::JobContext& job) const {
    const auto users = sharesOf(request, "user_history_length");
    const auto items = sharesOf(request, "item_interaction_count");
    const CoInteractions data(request, users, items);
    const Candidates candidates = [&](std::int32_t item, Tally& shared) {
        data.countShared(item, shared);
    };
    std::vector<double> logs;  // of how many users met an item
    for (const auto count : data.userCounts())
        logs.push_back(base::logOf(static_cast<double>(std::max<std::int64_t>(count, 1))));
    const auto ways = waysOf(request);
    std::vector<Likeness> likenesses;
    for (const auto& way : ways)
        likenesses.push_back([&logs, way](std::int32_t from, std::int32_t to, int shared) {
            if (shared < std::max(way.leastShared, 1)) return 0.0;
            return shared * base::expOf(-way.discount * (logs[static_cast<std::size_t>(from)] +
                                                         logs[static_cast<std::size_t>(to)]));
        });
    std::size_t chosen = 0;
    if (ways.size() > 1) {
        job.report({.fraction = 0, .phase = "choosing parameters"});
        const auto ranks = reciprocalRanks(data.questions(kQuestions, request.seed), data.items(),
                                           candidates, likenesses);
        chosen =
            static_cast<std::size_t>(std::max_element(ranks.begin(), ranks.end()) - ranks.begin());
    }
    TrainingResult result;
    result.model = std::make_unique<NeighbourModel>(
        facts(), request.data.items.ids, request.data.eventTypes, data.userCounts(),
        neighboursOf(data.items(), candidates, likenesses[chosen], request.threads, job));
    result.chosen = {{kDiscount, base::numberText(ways[chosen].discount)},
                     {kLeastShared, base::numberText(ways[chosen].leastShared)},
                     {"min_user_history_length_percentile", base::numberText(users.least)},
                     {"max_user_history_length_percentile", base::numberText(users.most)},
                     {"min_item_interaction_count_percentile", base::numberText(items.least)},
                     {"max_item_interaction_count_percentile", base::numberText(items.most)}};
    return result;
}

std::unique_ptr<Model> Sims::update(const Model&, const dataset::TrainingData&,
                                    const base::JobContext&) const {
    throw base::ServiceError(base::ErrorCode::InvalidInput,
                             base::concat(kName, " has no training mode UPDATE. Use FULL."));
}

std::unique_ptr<Model> Sims::load(const std::filesystem::path& file) const {
    return NeighbourModel::load(file, facts());
}

}  // namespace foretaste::recipes
