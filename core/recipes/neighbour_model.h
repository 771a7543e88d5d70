// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/recipes/recipe.h"

namespace foretaste::recipes {

/// For every item those that are alike, the most alike first.
struct Neighbours {
    static constexpr std::size_t kMost = 100;  ///< kept of an item
    std::vector<std::int64_t> offsets{0};      ///< [items + 1] into the columns below
    std::vector<std::int32_t> items;           ///< numbers of the catalogue
    std::vector<float> alike;                  ///< above 0; comparable within one item's only

    /// Appends the next item's.
    void add(const std::vector<std::pair<float, std::int32_t>>& ordered);
};

/// What recipes for related items train: the neighbours of each item. A state holds the item that
/// came last and its query puts the item's neighbours first, popular items behind them; an item
/// that the model does not know gets the popular ones alone (service.md 3.3), and none is its own
/// neighbour.
class NeighbourModel : public Model {
public:
    /// `users` [items]: how many different users met the item.
    NeighbourModel(const RecipeFacts& facts, std::vector<std::string> ids,
                   std::vector<std::string> eventTypes, std::vector<std::int64_t> users,
                   Neighbours neighbours);

    const RecipeFacts& facts() const override { return facts_; }
    const std::vector<std::string>& itemIds() const override { return ids_; }
    const std::vector<std::string>& eventTypes() const override { return eventTypes_; }
    ItemTable items() const override { return {ids_.size(), 0, {}, bias_}; }
    std::size_t stateSize() const override { return 1; }
    void start(std::span<float> state) const override { state[0] = -1; }
    void advance(std::span<float> state, const ModelEvent& event) const override {
        state[0] = static_cast<float>(event.item);
    }
    void query(std::span<const float>, std::span<float>) const override {}
    std::vector<HistoryEffect> history(std::span<const float> state) const override;
    std::span<const float> priorVariance() const override { return {}; }
    std::span<const std::int64_t> evidence() const override { return users_; }

    void save(const std::filesystem::path& file) const override;
    /// Throws base::IoError.
    static std::unique_ptr<Model> load(const std::filesystem::path& file, const RecipeFacts& facts);

private:
    const RecipeFacts& facts_;
    std::vector<std::string> ids_, eventTypes_;
    std::vector<std::int64_t> users_;
    std::vector<float> bias_;  ///< [items]: log of how many users
    Neighbours neighbours_;
};

}  // namespace foretaste::recipes
