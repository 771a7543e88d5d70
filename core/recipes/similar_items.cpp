// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/similar_items.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/recipes/co_interactions.h"
#include "core/recipes/item_categories.h"
#include "core/recipes/recipe_facts.h"

namespace foretaste::recipes {
namespace {

constexpr const char* kName = "aws-similar-items";
constexpr double kMetadataShares[] = {0.05, 0, 0.1, 0.2, 0.35, 0.5};
/// Where metadata cannot be weighed against behaviour, or turned out to be worth nothing, it still
/// orders the neighbours of items that nobody has met.
constexpr double kLeastShare = 0.01;
constexpr double kDoubt = 2;  ///< shared users that count for nothing
constexpr std::size_t kQuestions = 500, kMostByMetadata = 2000;

}  // namespace

const RecipeFacts& SimilarItems::facts() const {
    return factsOf(kName);
}

TrainingResult SimilarItems::train(const TrainingRequest& request,
                                   const base::JobContext& job) const {
    const CoInteractions data(request, {}, {});
    const ItemCategories categories(request.data.items);
    const Candidates candidates = [&](std::int32_t item, Tally& shared) {
        data.countShared(item, shared);
        categories.forAlike(item, kMostByMetadata, [&](auto other) { shared.add(other, 0); });
    };
    const auto& users = data.userCounts();
    std::vector<double> roots;
    for (const auto count : users)
        roots.push_back(std::sqrt(static_cast<double>(std::max<std::int64_t>(count, 1))));
    const auto most = *std::max_element(roots.begin(), roots.end());
    const auto likenessAt = [&](double share) {
        return [&, share](std::int32_t from, std::int32_t to, int shared) {
            const double both = std::max(shared, 0);
            const auto a = static_cast<std::size_t>(from), b = static_cast<std::size_t>(to);
            // Of items that are equally alike the one that more people know goes first.
            constexpr double kTie = 1e-3;
            const double alike =
                (1 - share) * both / (roots[a] * roots[b]) * both / (both + kDoubt) +
                share * categories.likeness(from, to);
            return alike * (1 + kTie * roots[b] / most);
        };
    };
    std::vector<Likeness> ways;
    for (const auto share : kMetadataShares) ways.emplace_back(likenessAt(share));
    job.report({.fraction = 0, .phase = "weighing metadata"});
    const auto ranks =
        reciprocalRanks(data.questions(kQuestions, request.seed), data.items(), candidates, ways);
    const auto best = std::max_element(ranks.begin(), ranks.end()) - ranks.begin();
    const auto share = std::max(kMetadataShares[best], kLeastShare);

    TrainingResult result;
    result.model = std::make_unique<NeighbourModel>(
        facts(), request.data.items.ids, request.data.eventTypes, users,
        neighboursOf(data.items(), candidates, likenessAt(share), request.threads, job));
    constexpr const char* kNone = "none: neighbours are counted, not embedded";
    result.chosen = {{"share of metadata", base::numberText(share)},
                     {"item_id_hidden_dim", kNone},
                     {"item_metadata_hidden_dim", kNone}};
    return result;
}

std::unique_ptr<Model> SimilarItems::update(const Model&, const dataset::TrainingData&,
                                            const base::JobContext&) const {
    throw base::ServiceError(base::ErrorCode::InvalidInput,
                             base::concat(kName, " has no training mode UPDATE. Use FULL."));
}

std::unique_ptr<Model> SimilarItems::load(const std::filesystem::path& file) const {
    return NeighbourModel::load(file, facts());
}

}  // namespace foretaste::recipes
