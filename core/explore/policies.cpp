// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/policies.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>

namespace foretaste::explore {

void BeliefPolicy::explore(const PolicyRequest& request, std::span<Candidate> candidates,
                           base::Random random) const {
    std::shared_lock lock(mutex_);
    std::vector<double> deviation(candidates.size());
    const double prior = beliefs_->priorVariance(request.query);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        auto& each = candidates[i];
        const auto moments = beliefs_->knows(each.item)
                                 ? beliefs_->moments(request.query, each.item, each.evidence)
                                 : Beliefs::unknown(prior, each.evidence);
        each.value = each.mean = each.score + static_cast<float>(moments.shift);
        deviation[i] = std::sqrt(std::max(0.0, moments.variance));
    }
    if (request.weight > 0) explore(request, candidates, deviation, random);
}

void BeliefPolicy::learn(const Feedback& feedback) {
    std::unique_lock lock(mutex_);
    std::vector<PlaceScore> list;
    for (const auto& shown : feedback.list) {
        const auto moments = beliefs_->moments(feedback.query, shown.item, shown.evidence);
        list.push_back(
            {static_cast<double>(shown.score) + moments.shift, shown.young ? moments.variance : 0});
    }
    const auto evidence = cascade_.read(list, feedback.from, feedback.clicked);
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const auto& shown = feedback.list[feedback.from + i];
        if (shown.young && evidence[i].curvature > 0)
            beliefs_->observe(feedback.query, shown.item, shown.evidence, evidence[i].slope,
                              evidence[i].curvature);
    }
    for (const auto& shown : feedback.list) ++impressions_[shown.item];
    note(feedback);
}

double BeliefPolicy::impressions(std::int32_t item) const {
    const auto found = impressions_.find(item);
    return found == impressions_.end() ? 0 : static_cast<double>(found->second);
}

std::vector<std::int32_t> BeliefPolicy::known() const {
    std::shared_lock lock(mutex_);
    return beliefs_->items();
}

void EpsilonGreedy::explore(const PolicyRequest& request, std::span<Candidate> candidates,
                            std::span<const double>, base::Random random) const {
    std::vector<float> greedy(request.others.begin(), request.others.end());
    std::vector<Candidate*> pool;
    for (auto& each : candidates) {
        if (!each.allowed) continue;
        greedy.push_back(each.mean);
        if (each.young) pool.push_back(&each);
    }
    std::sort(greedy.begin(), greedy.end(), std::greater<>());
    const auto places = std::min(request.places, greedy.size());
    for (std::size_t place = 0; place < places && !pool.empty(); ++place) {
        if (random.uniform() >= request.weight * chance_) continue;
        const auto drawn = random.below(static_cast<std::uint32_t>(pool.size()));
        // Just above what would be at this place.
        pool[drawn]->value = std::nextafter(greedy[place], std::numeric_limits<float>::infinity());
        pool.erase(pool.begin() + drawn);
    }
}

void LinUcb::explore(const PolicyRequest& request, std::span<Candidate> candidates,
                     std::span<const double> deviation, base::Random) const {
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (candidates[i].young)
            candidates[i].value += static_cast<float>(request.weight * alpha_ * deviation[i]);
}

void Thompson::explore(const PolicyRequest& request, std::span<Candidate> candidates,
                       std::span<const double> deviation, base::Random random) const {
    const auto key = random.next();
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (candidates[i].young) {
            // A stream an item: its draw does not depend on what else may be drawn.
            base::Random own(key, static_cast<std::uint64_t>(candidates[i].item));
            const double tried = std::sqrt(1 + impressions(candidates[i].item) / kTrial);
            candidates[i].value +=
                static_cast<float>(request.weight * scale_ * deviation[i] / tried * own.normal());
        }
    holdBack(request, candidates);
}

/// More items than may be tried in one list go back to their means, those that drew least first.
void Thompson::holdBack(const PolicyRequest& request, std::span<Candidate> candidates) {
    std::vector<float> greedy(request.others.begin(), request.others.end());
    for (const auto& each : candidates)
        if (each.allowed) greedy.push_back(each.mean);
    if (greedy.size() <= request.places) return;  // the list holds all there is
    const auto last = greedy.begin() + static_cast<std::ptrdiff_t>(request.places) - 1;
    std::nth_element(greedy.begin(), last, greedy.end(), std::greater<>());
    std::vector<Candidate*> tried;
    for (auto& each : candidates)
        if (each.allowed && each.mean < *last && each.value > *last) tried.push_back(&each);
    const auto most = static_cast<std::size_t>(
        std::ceil(std::min(1.0, kMostTried * request.weight * request.weight) *
                  static_cast<double>(request.places)));
    std::sort(tried.begin(), tried.end(), [](const auto* a, const auto* b) {
        return a->value != b->value ? a->value > b->value : a->item < b->item;
    });
    for (auto i = most; i < tried.size(); ++i) tried[i]->value = tried[i]->mean;
}

void Ren::explore(const PolicyRequest& request, std::span<Candidate> candidates,
                  std::span<const double>, base::Random) const {
    const double lambdaU = std::sqrt(10.0) * lambdaD_;
    const auto dim = request.query.size();
    const auto found = inverses_.find(request.user);
    for (auto& each : candidates) {
        if (!each.young) continue;
        double novelty = 0;  // v' (I + D'D)^-1 v
        for (std::size_t d = 0; d < dim; ++d) {
            const auto v = static_cast<double>(each.vector[d]);
            if (found == inverses_.end()) {
                novelty += v * v;
                continue;
            }
            double row = 0;
            for (std::size_t e = 0; e < dim; ++e)
                row += static_cast<double>(found->second[d * dim + e]) *
                       static_cast<double>(each.vector[e]);
            novelty += v * row;
        }
        const double n = static_cast<double>(each.evidence) + impressions(each.item);
        each.value +=
            static_cast<float>(request.weight * (lambdaD_ * std::sqrt(std::max(0.0, novelty)) +
                                                 lambdaU / std::sqrt(std::max(n, 1.0))));
    }
}

/// Sherman and Morrison's formula keeps the inverse up to date, in O(dim^2) an item shown.
void Ren::note(const Feedback& feedback) {
    const auto dim = feedback.query.size();
    auto found = inverses_.find(feedback.user);
    if (found == inverses_.end()) {
        std::vector<float> identity(dim * dim, 0.0F);
        for (std::size_t d = 0; d < dim; ++d) identity[d * dim + d] = 1;
        found = inverses_.emplace(std::string(feedback.user), std::move(identity)).first;
    }
    auto& inverse = found->second;
    std::vector<float> reach(dim);
    for (const auto& shown : feedback.list) {
        float length = 1;
        for (std::size_t d = 0; d < dim; ++d) {
            reach[d] = 0;
            for (std::size_t e = 0; e < dim; ++e)
                reach[d] += inverse[d * dim + e] * shown.vector[e];
            length += shown.vector[d] * reach[d];
        }
        for (std::size_t d = 0; d < dim; ++d)
            for (std::size_t e = 0; e < dim; ++e)
                inverse[d * dim + e] -= reach[d] * reach[e] / length;
    }
}

}  // namespace foretaste::explore
