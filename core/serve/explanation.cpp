// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/explanation.h"

#include <algorithm>
#include <cmath>

#include "core/base/maths.h"

namespace foretaste::serve {
namespace {

constexpr std::int32_t kNone = -1;

struct Standing {
    double logChance = 0;
    std::size_t place = 0;
};

/// Where the item stands after a history without all events of one item.
Standing standingOf(const Deployment& deployed, std::span<const recipes::ModelEvent> history,
                    std::int32_t item, std::int32_t without) {
    const auto& model = deployed.model();
    std::vector<float> state(model.stateSize());
    model.start(state);
    for (const auto& event : history)
        if (event.item != without && !state.empty()) model.advance(state, event);
    const auto scores = deployed.scores(state);
    const auto own = scores[static_cast<std::size_t>(item)];
    std::size_t place = 1;
    for (std::size_t other = 0; other < scores.size(); ++other)
        place +=
            scores[other] > own || (scores[other] == own && other < static_cast<std::size_t>(item));
    return {static_cast<double>(own) - logSumExp(scores), place};
}

double cosine(std::span<const float> a, std::span<const float> b) {
    double product = 0, lengthA = 0, lengthB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += static_cast<double>(a[i]) * static_cast<double>(b[i]);
        lengthA += static_cast<double>(a[i]) * static_cast<double>(a[i]);
        lengthB += static_cast<double>(b[i]) * static_cast<double>(b[i]);
    }
    const double lengths = std::sqrt(lengthA * lengthB);
    return lengths > 0 ? product / lengths : 0;
}

}  // namespace

Explanation explain(const Deployment& deployed, std::span<const recipes::ModelEvent> history,
                    std::int32_t item, std::size_t mostItems) {
    const auto whole = standingOf(deployed, history, item, kNone);
    Explanation explanation{whole.place, base::expOf(whole.logChance), {}};
    if (deployed.model().stateSize() == 0) return explanation;
    for (auto event = history.rbegin(); event != history.rend(); ++event) {
        if (explanation.history.size() == mostItems) break;
        const auto met = [&](const Influence& each) { return each.item == event->item; };
        if (std::any_of(explanation.history.begin(), explanation.history.end(), met)) continue;
        const auto without = standingOf(deployed, history, item, event->item);
        explanation.history.push_back(
            {event->item, event->timestamp, whole.logChance - without.logChance, without.place,
             cosine(deployed.vector(item), deployed.vector(event->item))});
    }
    std::stable_sort(explanation.history.begin(), explanation.history.end(),
                     [](const Influence& a, const Influence& b) {
                         return std::abs(a.effect) > std::abs(b.effect);
                     });
    return explanation;
}

}  // namespace foretaste::serve
