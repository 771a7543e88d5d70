// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/serving_world.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/error.h"
#include "core/base/maths.h"
#include "core/base/random.h"
#include "core/base/text.h"

namespace foretaste::experiments {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr double kGenreVariance = 0.5, kTopicVariance = 0.3, kOwnVariance = 0.2;
constexpr float kForget = 0.15F;  ///< how far one event moves the state
constexpr float kSharpness = 12;

/// Streams of random numbers.
enum Stream : std::uint64_t { kGenres, kTopics, kItems, kPopularity, kAges, kUsers };

/// `rows` vectors whose dimension d has the variance `variance` / (1 + d), scaled to length 1 in
/// the mean.
std::vector<double> directions(std::size_t rows, std::size_t dim, double variance,
                               base::Random random) {
    double total = 0;
    for (std::size_t d = 0; d < dim; ++d) total += 1.0 / static_cast<double>(1 + d);
    std::vector<double> values;
    values.reserve(rows * dim);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t d = 0; d < dim; ++d)
            values.push_back(std::sqrt(variance / total / static_cast<double>(1 + d)) *
                             random.normal());
    return values;
}

}  // namespace

std::size_t ClusteredModel::topics() const {
    return std::max<std::size_t>(1, shape_.items / shape_.itemsPerTopic);
}

ClusteredModel::ClusteredModel(const ServingWorldShape& shape) : shape_(shape) {
    const auto dim = shape.dim, items = shape.items;
    const auto genres =
        directions(shape.genres, dim, kGenreVariance, base::Random(shape.seed, kGenres));
    const auto topics =
        directions(this->topics(), dim, kTopicVariance, base::Random(shape.seed, kTopics));
    base::Random random(shape.seed, kItems), ages(shape.seed, kAges),
        popular(shape.seed, kPopularity);

    std::vector<std::uint32_t> rank(items);
    std::iota(rank.begin(), rank.end(), 0U);
    popular.shuffle(rank);
    std::vector<std::uint32_t> topicOf(items);
    vectors_.reserve(items * dim);
    double spread = 0;
    for (std::size_t d = 0; d < dim; ++d) spread += 1.0 / static_cast<double>(1 + d);
    for (std::size_t i = 0; i < items; ++i) {
        ids_.push_back(base::concat("item-", i));
        topicOf[i] = random.below(static_cast<std::uint32_t>(this->topics()));
        const auto genre = topicOf[i] % shape.genres;
        const double popularity = 1.0 / (1.0 + rank[i]);
        const double length = 1 + 0.5 * std::sqrt(popularity);
        for (std::size_t d = 0; d < dim; ++d)
            vectors_.push_back(static_cast<float>(
                length *
                (genres[genre * dim + d] + topics[topicOf[i] * dim + d] +
                 std::sqrt(kOwnVariance / spread / static_cast<double>(1 + d)) * random.normal())));
        bias_.push_back(static_cast<float>(0.5 * base::logOf(popularity)));
        evidence_.push_back(static_cast<std::int64_t>(popularity * static_cast<double>(items)));
        const bool young = ages.uniform() < shape.youngShare;
        const auto days = static_cast<std::int64_t>(young ? ages.below(30) : 31 + ages.below(700));
        created_.push_back(kClock - days * kDay);
    }
    prior_.assign(dim + 1, 0.01F);

    topicFirst_.assign(this->topics() + 1, 0);
    for (const auto topic : topicOf) ++topicFirst_[topic + 1];
    std::partial_sum(topicFirst_.begin(), topicFirst_.end(), topicFirst_.begin());
    auto next = topicFirst_;
    byTopic_.resize(items);
    for (std::size_t i = 0; i < items; ++i)
        byTopic_[next[topicOf[i]]++] = static_cast<std::int32_t>(i);
}

const recipes::RecipeFacts& ClusteredModel::facts() const {
    return recipes::findRecipe("aws-user-personalization")->facts();
}

void ClusteredModel::start(std::span<float> state) const {
    std::fill(state.begin(), state.end(), 0.0F);
}

void ClusteredModel::advance(std::span<float> state, const recipes::ModelEvent& event) const {
    const float* vector = vectors_.data() + static_cast<std::size_t>(event.item) * shape_.dim;
    for (std::size_t d = 0; d < shape_.dim; ++d) state[d] += kForget * (vector[d] - state[d]);
}

void ClusteredModel::query(std::span<const float> state, std::span<float> query) const {
    for (std::size_t d = 0; d < shape_.dim; ++d) query[d] = kSharpness * state[d];
}

void ClusteredModel::save(const std::filesystem::path&) const {
    throw base::ServiceError(base::ErrorCode::InvalidInput,
                             "a model made for a benchmark is not kept");
}

std::vector<std::int32_t> ClusteredModel::historyOf(std::uint64_t user, std::size_t events) const {
    constexpr std::size_t kTastes = 3;
    base::Random random(shape_.seed + user, kUsers);
    std::vector<std::size_t> tastes;
    for (std::size_t i = 0; i < kTastes; ++i)
        tastes.push_back(random.below(static_cast<std::uint32_t>(topics())));
    std::vector<std::int32_t> history;
    while (history.size() < events) {
        const auto topic = tastes[random.below(kTastes)];
        const auto first = topicFirst_[topic], count = topicFirst_[topic + 1] - first;
        if (count == 0) {
            history.push_back(
                static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(shape_.items))));
            continue;
        }
        history.push_back(byTopic_[first + random.below(static_cast<std::uint32_t>(count))]);
    }
    return history;
}

}  // namespace foretaste::experiments
