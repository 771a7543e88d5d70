// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/deployment.h"

#include <algorithm>
#include <numeric>

#include "core/base/maths.h"
#include "core/kernels/kernels.h"

namespace foretaste::serve {
namespace {

/// Higher first; equal values keep the catalogue's order, so that lists repeat.
struct Better {
    const std::vector<float>& values;
    bool operator()(std::int32_t a, std::int32_t b) const {
        const float x = values[static_cast<std::size_t>(a)],
                    y = values[static_cast<std::size_t>(b)];
        return x != y ? x > y : a < b;
    }
};

std::vector<std::int32_t> best(const std::vector<float>& values, std::size_t count,
                               const filter::Bitmap* allowed) {
    std::vector<std::int32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    if (allowed)
        std::erase_if(order,
                      [&](auto item) { return !allowed->test(static_cast<std::size_t>(item)); });
    count = std::min(count, order.size());
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(count);
    if (count < order.size()) std::nth_element(order.begin(), middle, order.end(), Better{values});
    order.resize(count);
    std::sort(order.begin(), order.end(), Better{values});
    return order;
}

/// log of the sum of e^value.
double logSumExp(const std::vector<float>& values) {
    const float top = *std::max_element(values.begin(), values.end());
    return static_cast<double>(top) +
           base::logOf(kernels::active().sumExp(values.data(), values.size(), top));
}

}  // namespace

Deployment::Deployment(std::shared_ptr<const recipes::Model> model,
                       std::vector<std::int64_t> created)
    : model_(std::move(model)), created_(std::move(created)) {
    const auto& ids = model_->itemIds();
    auto index = std::make_shared<Index>();
    index->reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        index->emplace(ids[i], static_cast<std::int32_t>(i));
    numberOf_ = std::move(index);
}

std::shared_ptr<const Deployment> Deployment::withAdded(const dataset::ItemCatalogue& items) const {
    auto deployed = std::make_shared<Deployment>(*this);
    deployed->created_.resize(model_->itemIds().size());
    deployed->created_.insert(deployed->created_.end(), items.created.begin(), items.created.end());
    deployed->addedIds_ = items.ids;
    deployed->addedNumberOf_.clear();
    for (const auto& id : items.ids)
        deployed->addedNumberOf_.emplace(
            id,
            static_cast<std::int32_t>(model_->itemIds().size() + deployed->addedNumberOf_.size()));
    deployed->added_ = model_->predict(items);
    return deployed;
}

const std::string& Deployment::itemId(std::int32_t item) const {
    const auto& ids = model_->itemIds();
    const auto number = static_cast<std::size_t>(item);
    return number < ids.size() ? ids[number] : addedIds_[number - ids.size()];
}

std::optional<std::int32_t> Deployment::itemNumber(std::string_view id) const {
    if (const auto found = numberOf_->find(id); found != numberOf_->end()) return found->second;
    if (const auto found = addedNumberOf_.find(id); found != addedNumberOf_.end())
        return found->second;
    return std::nullopt;
}

std::int16_t Deployment::eventTypeNumber(std::string_view name) const {
    const auto& types = model_->eventTypes();
    const auto found = std::find(types.begin(), types.end(), name);
    return found == types.end() ? std::int16_t{-1}
                                : static_cast<std::int16_t>(found - types.begin());
}

/// The model's own score of every item; fills in the query that the state stands for.
std::vector<float> Deployment::scoresOf(std::span<const float> state,
                                        std::span<float> query) const {
    const auto table = model_->items();
    model_->query(state, query);
    std::vector<float> scores(table.bias.begin(), table.bias.end());
    scores.insert(scores.end(), added_.bias.begin(), added_.bias.end());
    if (table.dim > 0) {
        const auto& kernels = kernels::active();
        kernels.addScores(table.vectors.data(), table.items, table.dim, query.data(),
                          scores.data());
        kernels.addScores(added_.vectors.data(), added_.bias.size(), table.dim, query.data(),
                          scores.data() + table.items);
    }
    model_->addHistory(state, std::span(scores).first(table.items));
    return scores;
}

const float* Deployment::vectorOf(std::size_t item) const {
    const auto table = model_->items();
    return item < table.items ? table.vectors.data() + item * table.dim
                              : added_.vectors.data() + (item - table.items) * table.dim;
}

std::int64_t Deployment::evidenceOf(std::size_t item) const {
    const auto evidence = model_->evidence();
    return item < evidence.size() ? evidence[item] : 0;
}

std::vector<explore::Candidate> Deployment::candidates(const Exploration& exploration,
                                                       std::span<const float> scores,
                                                       const filter::Bitmap* allowed) const {
    const auto known = exploration.policy.known();
    auto nextKnown = known.begin();
    std::vector<explore::Candidate> found;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto item = static_cast<std::int32_t>(i);
        const bool isKnown = nextKnown != known.end() && *nextKnown == item;
        if (isKnown) ++nextKnown;
        const bool young = explore::isEligible(created_[i], exploration.clock,
                                               exploration.config.itemAgeCutOffDays);
        if (!young && !isKnown) continue;
        explore::Candidate candidate;
        candidate.item = item;
        candidate.vector = vectorOf(i);
        candidate.evidence = evidenceOf(i);
        candidate.young = young;
        candidate.allowed = !allowed || allowed->test(i);
        candidate.score = scores[i];
        found.push_back(candidate);
    }
    return found;
}

std::vector<RankedItem> Deployment::rank(std::span<const float> state, std::size_t count,
                                         const Exploration& exploration, base::Random random,
                                         const filter::Bitmap* allowed) const {
    if (count == 0 || size() == 0) return {};
    std::vector<float> query(model_->items().dim);
    auto relevance = scoresOf(state, query);
    auto uncertain = candidates(exploration, relevance, allowed);

    // Those that no feedback concerns have the model's score, and are ranked by it.
    filter::Bitmap concerned(size());
    for (const auto& each : uncertain) concerned.set(static_cast<std::size_t>(each.item));
    auto certain = ~concerned;
    if (allowed) certain &= *allowed;
    auto list = best(relevance, count, &certain);
    std::vector<float> others;
    for (const auto item : list) others.push_back(relevance[static_cast<std::size_t>(item)]);
    exploration.policy.explore({query, exploration.user, count, exploration.config.weight, others},
                               uncertain, random);

    auto values = relevance;
    for (const auto& each : uncertain) {
        const auto i = static_cast<std::size_t>(each.item);
        relevance[i] = each.mean;
        values[i] = each.value;
        if (each.allowed) list.push_back(each.item);
    }
    const bool explores = exploration.config.weight > 0 && !uncertain.empty();
    float lastGreedy = 0;  // what the last place takes without exploration
    const auto cut = [&](const std::vector<float>& by) {
        std::sort(list.begin(), list.end(), Better{by});
    };
    if (explores && !list.empty()) {
        cut(relevance);
        lastGreedy = relevance[static_cast<std::size_t>(list[std::min(count, list.size()) - 1])];
    }
    cut(values);
    if (list.size() > count) list.resize(count);

    const double total = logSumExp(values);
    const double relevanceTotal = explores ? logSumExp(relevance) : total;
    std::vector<RankedItem> ranked;
    ranked.reserve(list.size());
    for (const auto item : list) {
        const auto i = static_cast<std::size_t>(item);
        ranked.push_back({item, base::expOf(static_cast<double>(values[i]) - total),
                          base::expOf(static_cast<double>(relevance[i]) - relevanceTotal),
                          explores && relevance[i] < lastGreedy});
    }
    return ranked;
}

void Deployment::learn(explore::ExplorationPolicy& policy, const explore::ExplorationConfig& config,
                       std::int64_t clock, std::span<const float> state, std::string_view user,
                       std::span<const std::int32_t> list, std::size_t from,
                       std::size_t clicked) const {
    const auto table = model_->items();
    std::vector<float> query(table.dim), history(table.items, 0.0F);
    model_->query(state, query);
    model_->addHistory(state, history);
    std::vector<explore::ShownItem> shown;
    for (const auto item : list) {
        const auto i = static_cast<std::size_t>(item);
        const bool trained = i < table.items;
        float score = trained ? table.bias[i] + history[i] : added_.bias[i - table.items];
        if (table.dim > 0)
            kernels::active().addScores(vectorOf(i), 1, table.dim, query.data(), &score);
        shown.push_back({item, vectorOf(i), evidenceOf(i),
                         explore::isEligible(created_[i], clock, config.itemAgeCutOffDays), score});
    }
    policy.learn({query, user, shown, from, clicked});
}

std::vector<RankedItem> Deployment::order(std::span<const float> state,
                                          std::vector<std::int32_t> items) const {
    if (items.empty()) return {};
    std::vector<float> query(model_->items().dim);
    const auto all = scoresOf(state, query);
    std::sort(items.begin(), items.end(), Better{all});
    std::vector<float> values;
    for (const auto item : items) values.push_back(all[static_cast<std::size_t>(item)]);
    const double total = logSumExp(values);
    std::vector<RankedItem> ranked;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const double score = base::expOf(static_cast<double>(values[i]) - total);
        ranked.push_back({items[i], score, score, false});
    }
    return ranked;
}

}  // namespace foretaste::serve
