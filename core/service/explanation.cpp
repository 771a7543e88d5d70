// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/explanation.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/maths.h"
#include "core/serve/explanation.h"
#include "core/service/answering.h"

namespace foretaste::service {
namespace {

/// Of all categorical columns.
std::set<std::string> categoriesOf(const ItemBook& book, std::string_view itemId) {
    std::set<std::string> categories;
    const auto entry = book.find(itemId);
    for (const auto& column : book.columns())
        if (column.field.categorical)
            for (auto& value : filter::valuesOf(column.field, cellText(entry, column.field.name)))
                categories.insert(std::move(value));
    return categories;
}

std::vector<std::string> shared(const std::set<std::string>& a, const std::set<std::string>& b) {
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

std::int64_t popularityPlace(std::span<const std::int64_t> interactions, std::int64_t own) {
    return 1 + std::count_if(interactions.begin(), interactions.end(),
                             [own](std::int64_t each) { return each > own; });
}

}  // namespace

RecommendationExplanation Service::explainRecommendation(const ExplanationRequest& request) {
    const Answering answering(*state_, state_->runtimeOf(request.campaignArn));
    const auto& deployed = *answering.serving().deployed;
    const auto& model = deployed.model();
    auto& runtime = answering.runtime();
    const auto item = deployed.itemNumber(request.itemId);
    if (!item)
        failInvalid(base::concat("itemId: the campaign serves no item '", request.itemId, "'"));
    const bool isRelated = answering.facts().type == recipes::RecipeType::RelatedItems;
    if (isRelated && request.relatedTo.empty())
        failInvalid(base::concat("relatedTo is missing: the recipe ", answering.facts().name,
                                 " recommends items that go with one"));

    std::vector<recipes::ModelEvent> history;
    if (!isRelated)
        history = runtime.eventsOf(deployed, request.userId);
    else if (const auto asked = deployed.itemNumber(request.relatedTo))
        history.push_back({.item = *asked, .timestamp = runtime.clock()});
    constexpr std::size_t kMostItems = 20;
    const auto found = serve::explain(deployed, history, *item, kMostItems);

    RecommendationExplanation explanation;
    explanation.items = static_cast<std::int64_t>(deployed.size());
    explanation.historyItems = static_cast<std::int64_t>(found.history.size());
    const auto greedy = isRelated ? runtime.related(answering.serving(), request.relatedTo,
                                                    deployed.size(), nullptr, nullptr)
                                  : runtime.answer(answering.serving(), request.userId,
                                                   deployed.size(), {.weight = 0}, 0);
    const auto at = std::find_if(greedy.items.begin(), greedy.items.end(),
                                 [&](const serve::RankedItem& each) { return each.item == *item; });
    explanation.place = 1 + (at - greedy.items.begin());
    explanation.relevance = at->relevance;
    explanation.feedback = base::logOf(at->relevance / found.relevance);

    const auto evidence = model.evidence();
    const auto number = static_cast<std::size_t>(*item);
    if (number < evidence.size()) explanation.interactions = evidence[number];
    explanation.popularityPlace = popularityPlace(evidence, explanation.interactions);

    const auto book = state_->itemBook(runtime.datasetGroupArn());
    const auto own = categoriesOf(*book, request.itemId);
    for (const auto& each : found.history) {
        const auto& id = deployed.itemId(each.item);
        explanation.history.push_back({id, each.timestamp, each.effect,
                                       static_cast<std::int64_t>(each.placeWithout), each.likeness,
                                       shared(own, categoriesOf(*book, id))});
    }
    if (const auto entry = book->find(request.itemId)) {
        std::vector<float> state(model.stateSize()), query(model.items().dim);
        model.start(state);
        for (const auto& event : history)
            if (!state.empty()) model.advance(state, event);
        model.query(state, query);
        const auto catalogue = dataset::catalogueOf(
            *entry.table, {static_cast<std::int64_t>(entry.row)}, runtime.clock());
        for (auto& part : model.metadataParts(catalogue, query)) {
            auto value = part.category.empty() ? cellText(entry, part.column) : part.category;
            explanation.metadata.push_back({std::move(part.column), std::move(value), part.score});
        }
        std::stable_sort(explanation.metadata.begin(), explanation.metadata.end(),
                         [](const MetadataReason& a, const MetadataReason& b) {
                             return std::abs(a.effect) > std::abs(b.effect);
                         });
    }
    return explanation;
}

}  // namespace foretaste::service
