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
        const float x = values[static_cast<std::size_t>(a)], y = values[static_cast<std::size_t>(b)];
        return x != y ? x > y : a < b;
    }
};

std::vector<std::int32_t> best(const std::vector<float>& values, std::size_t count) {
    std::vector<std::int32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
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
    numberOf_.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        numberOf_.emplace(ids[i], static_cast<std::int32_t>(i));
}

std::optional<std::int32_t> Deployment::itemNumber(std::string_view id) const {
    const auto found = numberOf_.find(id);
    if (found == numberOf_.end()) return std::nullopt;
    return found->second;
}

std::int16_t Deployment::eventTypeNumber(std::string_view name) const {
    const auto& types = model_->eventTypes();
    const auto found = std::find(types.begin(), types.end(), name);
    return found == types.end() ? std::int16_t{-1}
                                : static_cast<std::int16_t>(found - types.begin());
}

std::vector<RankedItem> Deployment::rank(std::span<const float> query, std::size_t count,
                                         const explore::ExplorationConfig& exploration,
                                         std::int64_t clock, const ItemCounters& counters,
                                         base::Random random) const {
    const auto table = model_->items();
    count = std::min(count, table.items);
    if (count == 0) return {};

    std::vector<float> relevance(table.bias.begin(), table.bias.end());
    if (table.dim > 0)
        kernels::active().addScores(table.vectors.data(), table.items, table.dim, query.data(),
                                    relevance.data());

    const auto prior = model_->priorVariance();
    const bool explores = exploration.weight > 0 && !prior.empty();
    std::vector<float> values = relevance;
    if (explores) {
        const explore::ThompsonSampler sampler(query, prior);
        const auto evidence = model_->evidence();
        for (std::size_t i = 0; i < values.size(); ++i)
            if (explore::isEligible(created_[i], clock, exploration.itemAgeCutOffDays))
                values[i] = static_cast<float>(
                    sampler.draw(static_cast<double>(values[i]), evidence[i] + counters.of(i),
                                 exploration.weight, random));
    }

    const auto list = best(values, count);
    const double total = logSumExp(values);
    const double relevanceTotal = explores ? logSumExp(relevance) : total;
    float lastGreedy = 0;  // the value that the last place takes without exploration
    if (explores)
        lastGreedy = relevance[static_cast<std::size_t>(best(relevance, count).back())];

    std::vector<RankedItem> ranked;
    ranked.reserve(count);
    for (const auto item : list) {
        const auto i = static_cast<std::size_t>(item);
        ranked.push_back({item, base::expOf(static_cast<double>(values[i]) - total),
                          base::expOf(static_cast<double>(relevance[i]) - relevanceTotal),
                          explores && relevance[i] < lastGreedy});
    }
    return ranked;
}

}  // namespace foretaste::serve
