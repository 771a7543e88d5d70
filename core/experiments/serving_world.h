// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/recipes/recipe.h"

namespace foretaste::experiments {

/// How the items of a serving benchmark lie: in genres, which hold topics, which hold items.
struct ServingWorldShape {
    std::size_t items = 100'000, dim = 64;
    std::size_t genres = 48, itemsPerTopic = 400;
    double youngShare = 0.01;  ///< of the items: created within the last 30 days
    std::uint64_t seed = 42;
};

/// A model with item vectors as training leaves them, without the training: directions come from
/// genre (half of the variance), topic (three tenths) and item (the rest), dimension d with a
/// variance that falls as 1 / (1 + d), lengths around 1 with popular items longer; popularity is
/// Zipf's (exponent 1, shuffled), its logarithm the bias. A state is the running mean of the
/// vectors of the items met, which holds taste in a few topics; the query is the state, scaled so
/// that a softmax over the items is as sharp as a trained one.
class ClusteredModel : public recipes::Model {
public:
    explicit ClusteredModel(const ServingWorldShape& shape);

    const recipes::RecipeFacts& facts() const override;
    const std::vector<std::string>& itemIds() const override { return ids_; }
    const std::vector<std::string>& eventTypes() const override { return eventTypes_; }
    recipes::ItemTable items() const override {
        return {shape_.items, shape_.dim, vectors_, bias_};
    }
    std::size_t stateSize() const override { return shape_.dim; }
    void start(std::span<float> state) const override;
    void advance(std::span<float> state, const recipes::ModelEvent& event) const override;
    void query(std::span<const float> state, std::span<float> query) const override;
    std::vector<recipes::HistoryEffect> history(std::span<const float>) const override {
        return {};
    }
    std::span<const float> priorVariance() const override { return prior_; }
    std::span<const std::int64_t> evidence() const override { return evidence_; }
    void save(const std::filesystem::path& file) const override;  ///< throws: it is never kept

    /// Epoch seconds; the world's clock is kClock.
    const std::vector<std::int64_t>& created() const { return created_; }
    static constexpr std::int64_t kClock = 1'700'000'000;
    /// Items that user `user` met, the oldest first: of three topics.
    std::vector<std::int32_t> historyOf(std::uint64_t user, std::size_t events) const;

private:
    std::size_t topics() const;

    ServingWorldShape shape_;
    std::vector<std::string> ids_, eventTypes_{"view"};
    std::vector<float> vectors_, bias_, prior_;
    std::vector<std::int64_t> evidence_, created_;
    std::vector<std::int32_t> byTopic_;    ///< items, those of one topic side by side
    std::vector<std::size_t> topicFirst_;  ///< [topics + 1] into byTopic_
};

}  // namespace foretaste::experiments
