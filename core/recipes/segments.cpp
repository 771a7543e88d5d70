// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/segments.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "core/base/maths.h"
#include "core/kernels/kernels.h"
#include "core/recipes/scoring.h"

namespace foretaste::recipes {
namespace {

/// Floats between one user's state and the next; a recipe that knows no user has empty ones.
std::size_t strideOf(const Model& model) {
    return std::max<std::size_t>(model.stateSize(), 1);
}

constexpr float kImpossible = -std::numeric_limits<float>::infinity();

/// log of the sum of e^score over all items, or over some of them.
float logSumExp(const std::vector<float>& scores) {
    if (scores.empty()) return kImpossible;
    const float top = *std::max_element(scores.begin(), scores.end());
    return top + static_cast<float>(
                     base::logOf(kernels::active().sumExp(scores.data(), scores.size(), top)));
}

evaluate::Estimate estimateOf(const std::vector<double>& values) {
    evaluate::Estimate estimate;
    if (values.empty()) return estimate;
    const auto count = static_cast<double>(values.size());
    estimate.value = std::accumulate(values.begin(), values.end(), 0.0) / count;
    if (values.size() < 2) return estimate;
    double squares = 0;
    for (const double each : values) squares += (each - estimate.value) * (each - estimate.value);
    estimate.halfWidth = base::normalQuantile(0.975) * std::sqrt(squares / (count - 1) / count);
    return estimate;
}

}  // namespace

std::vector<float> statesAfter(const Model& model, const dataset::TrainingData& data,
                               const std::vector<std::uint32_t>& users,
                               const std::vector<std::uint32_t>& lengths, base::Team& team,
                               const base::JobContext& job) {
    const auto numbers = numbersOf(model, data);
    const auto size = model.stateSize();
    const auto stride = strideOf(model);
    std::vector<float> states(users.size() * stride);
    team.forRange(users.size(), [&](std::size_t first, std::size_t last, int) {
        for (std::size_t i = first; i < last && !job.stopRequested(); ++i)
            takeHistory(model, data, numbers, users[i], lengths[i],
                        std::span(states).subspan(i * stride, size));
    });
    job.throwIfStopped();
    return states;
}

std::vector<float> segmentScores(const Model& model, const std::vector<float>& states,
                                 const std::vector<ItemSet>& sets, base::Team& team,
                                 const base::JobContext& job) {
    const auto size = model.stateSize();
    const auto stride = strideOf(model);
    const auto users = states.size() / stride;
    std::vector<float> result(sets.size() * users);
    team.forRange(users, [&](std::size_t first, std::size_t last, int) {
        std::vector<float> some;
        for (std::size_t user = first; user < last && !job.stopRequested(); ++user) {
            const auto scores = scoresOf(model, std::span(states).subspan(user * stride, size));
            const float all = logSumExp(scores);
            for (std::size_t set = 0; set < sets.size(); ++set) {
                some.clear();
                for (const auto item : sets[set])
                    some.push_back(scores[static_cast<std::size_t>(item)]);
                result[set * users + user] = logSumExp(some) - all;
            }
        }
    });
    job.throwIfStopped();
    return result;
}

Evaluation evaluateSegments(const Model& model, const dataset::TrainingData& data,
                            const dataset::HoldOut& holdOut, base::Team& team,
                            const base::JobContext& job) {
    const auto users = holdOut.testUsers.size();
    const auto numbers = numbersOf(model, data);
    std::map<std::int32_t, std::vector<std::size_t>> takers;  // of each item: who went on to it
    for (std::size_t i = 0; i < users; ++i) {
        const auto begin = data.offsets[holdOut.testUsers[i]] + holdOut.inputLength[i];
        for (auto event = begin; event < data.offsets[holdOut.testUsers[i] + 1]; ++event)
            if (const auto item = numbers.items[static_cast<std::size_t>(data.item[event])];
                item >= 0)
                if (auto& who = takers[item]; who.empty() || who.back() != i) who.push_back(i);
    }
    const auto states = statesAfter(model, data, holdOut.testUsers, holdOut.inputLength, team, job);
    const auto depth = std::max<std::size_t>(users / 100, 1);
    std::vector<double> hits, recall;
    std::vector<bool> reached(users, false);
    constexpr std::size_t kBlock = 256;
    std::vector<std::uint32_t> order(users);
    for (auto next = takers.begin(); next != takers.end();) {
        std::vector<ItemSet> sets;
        const auto begin = next;
        for (; next != takers.end() && sets.size() < kBlock; ++next) sets.push_back({next->first});
        const auto scores = segmentScores(model, states, sets, team, job);
        std::size_t set = 0;
        for (auto each = begin; each != next; ++each, ++set) {
            const auto* ofSet = scores.data() + set * users;
            std::iota(order.begin(), order.end(), 0U);
            std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(depth),
                              order.end(), [&](std::uint32_t a, std::uint32_t b) {
                                  return ofSet[a] != ofSet[b] ? ofSet[a] > ofSet[b] : a < b;
                              });
            double found = 0;
            for (std::size_t place = 0; place < depth; ++place) {
                reached[order[place]] = true;
                found += std::count(each->second.begin(), each->second.end(), order[place]) > 0;
            }
            hits.push_back(found);
            recall.push_back(found / static_cast<double>(each->second.size()));
        }
    }
    Evaluation evaluation;
    evaluation.metrics["hits_at_1_percent"] = estimateOf(hits);
    evaluation.metrics["recall_at_1_percent"] = estimateOf(recall);
    evaluation.metrics["coverage"].value =
        users == 0 ? 0
                   : static_cast<double>(std::count(reached.begin(), reached.end(), true)) /
                         static_cast<double>(users);
    evaluation.protocol = {
        "10 % of users held out, the newest 10 % of each as targets; for each "
        "item the users who went on to it",
        "equal times keep file order",
        "seen items not removed",
        users,
        takers.size(),
        holdOut.seed};
    return evaluation;
}

}  // namespace foretaste::recipes
