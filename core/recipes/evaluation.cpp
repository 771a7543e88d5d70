// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/evaluation.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "core/recipes/scoring.h"

namespace foretaste::recipes {
namespace {

constexpr std::size_t kDepth = 25;

/// The best items of one user; equal scores keep the catalogue's order.
std::vector<std::int32_t> topItems(const std::vector<float>& scores) {
    std::vector<std::int32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0);
    const auto depth = static_cast<std::ptrdiff_t>(std::min(kDepth, scores.size()));
    std::partial_sort(order.begin(), order.begin() + depth, order.end(),
                      [&](std::int32_t a, std::int32_t b) {
                          const auto x = scores[static_cast<std::size_t>(a)];
                          const auto y = scores[static_cast<std::size_t>(b)];
                          return x != y ? x > y : a < b;
                      });
    order.resize(static_cast<std::size_t>(depth));
    return order;
}

}  // namespace

ModelNumbers numbersOf(const Model& model, const dataset::TrainingData& data) {
    std::unordered_map<std::string_view, std::int32_t> numberOf;
    for (std::size_t i = 0; i < model.itemIds().size(); ++i)
        numberOf.emplace(model.itemIds()[i], static_cast<std::int32_t>(i));
    ModelNumbers numbers;
    for (const auto& id : data.items.ids) {
        const auto found = numberOf.find(id);
        numbers.items.push_back(found == numberOf.end() ? -1 : found->second);
    }
    const auto& types = model.eventTypes();
    for (const auto& type : data.eventTypes) {
        const auto found = std::find(types.begin(), types.end(), type);
        numbers.eventTypes.push_back(found == types.end()
                                         ? std::int16_t{-1}
                                         : static_cast<std::int16_t>(found - types.begin()));
    }
    return numbers;
}

void takeHistory(const Model& model, const dataset::TrainingData& data, const ModelNumbers& numbers,
                 std::uint32_t user, std::uint32_t length, std::span<float> state) {
    model.start(state);
    const auto begin = data.offsets[user];
    for (auto event = begin; event < begin + length; ++event) {
        const auto item = numbers.items[static_cast<std::size_t>(data.item[event])];
        const auto type = data.eventType[event];
        if (item >= 0)
            model.advance(state,
                          {item, data.timestamp[event],
                           type < 0 ? type : numbers.eventTypes[static_cast<std::size_t>(type)],
                           data.eventValue[event]});
    }
}

Evaluation evaluateHoldOut(const Model& model, const dataset::TrainingData& data,
                           const dataset::HoldOut& holdOut, base::Team& team,
                           const base::JobContext& job) {
    const auto items = model.itemIds().size();
    const auto numbers = numbersOf(model, data);
    const auto users = holdOut.testUsers.size();
    std::vector<std::vector<std::int32_t>> lists(users);
    team.forRange(users, [&](std::size_t first, std::size_t last, int) {
        std::vector<float> state(model.stateSize());
        for (std::size_t i = first; i < last; ++i) {
            job.throwIfStopped();
            takeHistory(model, data, numbers, holdOut.testUsers[i], holdOut.inputLength[i], state);
            lists[i] = topItems(scoresOf(model, state));
        }
    });

    evaluate::MetricsCollector collector(items);
    for (std::size_t i = 0; i < users; ++i) {
        const auto user = holdOut.testUsers[i];
        std::vector<std::int32_t> relevant;
        for (auto event = data.offsets[user] + holdOut.inputLength[i];
             event < data.offsets[user + 1]; ++event)
            relevant.push_back(numbers.items[static_cast<std::size_t>(data.item[event])]);
        collector.add(lists[i], relevant);
    }
    Evaluation evaluation;
    evaluation.metrics = collector.result();
    evaluation.protocol = {"10 % of users held out, the newest 10 % of each as targets",
                           "equal times keep file order",
                           "seen items not removed",
                           users,
                           items,
                           holdOut.seed};
    return evaluation;
}

}  // namespace foretaste::recipes
