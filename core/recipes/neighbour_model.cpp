// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/neighbour_model.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/maths.h"
#include "core/base/text.h"
#include "core/recipes/model_file.h"

namespace foretaste::recipes {
namespace {

/// Puts neighbours before all that is merely popular: no logarithm of a count comes near it.
constexpr float kFirst = 100;
/// Puts the item itself behind everything.
constexpr float kLast = -1000;
/// Above it a float no longer tells whole numbers apart.
constexpr std::size_t kMostItems = 1U << 24U;

}  // namespace

void Neighbours::add(const std::vector<std::pair<float, std::int32_t>>& ordered) {
    for (const auto& [value, item] : ordered) {
        items.push_back(item);
        alike.push_back(value);
    }
    offsets.push_back(static_cast<std::int64_t>(items.size()));
}

NeighbourModel::NeighbourModel(const RecipeFacts& facts, std::vector<std::string> ids,
                               std::vector<std::string> eventTypes, std::vector<std::int64_t> users,
                               Neighbours neighbours)
    : facts_(facts),
      ids_(std::move(ids)),
      eventTypes_(std::move(eventTypes)),
      users_(std::move(users)),
      neighbours_(std::move(neighbours)) {
    if (ids_.size() > kMostItems)
        throw base::ServiceError(base::ErrorCode::InvalidInput,
                                 base::concat("The recipe ", facts_.name, " takes at most ",
                                              kMostItems, " items; here are ", ids_.size()));
    for (const auto count : users_)
        bias_.push_back(static_cast<float>(base::logOf(std::max(0.5, static_cast<double>(count)))));
}

std::vector<HistoryEffect> NeighbourModel::history(std::span<const float> state) const {
    if (state[0] < 0) return {};
    const auto item = static_cast<std::size_t>(state[0]);
    std::vector<HistoryEffect> effects{{static_cast<std::int32_t>(item), 0, kLast}};
    for (auto i = static_cast<std::size_t>(neighbours_.offsets[item]);
         i < static_cast<std::size_t>(neighbours_.offsets[item + 1]); ++i)
        effects.push_back(
            {neighbours_.items[i], 0,
             kFirst + static_cast<float>(base::logOf(static_cast<double>(neighbours_.alike[i])))});
    return effects;
}

void NeighbourModel::save(const std::filesystem::path& file) const {
    auto tensors = newModelFile(facts_.name);
    tensors.addTexts("items", ids_);
    tensors.addTexts("event_types", eventTypes_);
    tensors.addIntegers("users", users_);
    tensors.addIntegers("neighbour_offsets", neighbours_.offsets);
    tensors.addIntegers("neighbours", std::vector<std::int64_t>(neighbours_.items.begin(),
                                                                neighbours_.items.end()));
    tensors.addFloats("alike", {neighbours_.alike.size()}, neighbours_.alike);
    tensors.save(file);
}

std::unique_ptr<Model> NeighbourModel::load(const std::filesystem::path& file,
                                            const RecipeFacts& facts) {
    const auto tensors = openModelFile(file, facts.name);
    auto ids = tensors.texts("items");
    auto users = tensors.integers("users", ids.size());
    Neighbours neighbours;
    neighbours.offsets = tensors.integers("neighbour_offsets", ids.size() + 1);
    const auto& offsets = neighbours.offsets;
    const auto isWhole = [&] {
        return offsets.front() == 0 && std::is_sorted(offsets.begin(), offsets.end());
    };
    const auto count = isWhole() ? static_cast<std::size_t>(offsets.back()) : 0;
    const auto items = tensors.integers("neighbours", count);
    neighbours.alike = tensors.floats("alike", count);
    const auto most = static_cast<std::int64_t>(ids.size());
    if (!isWhole() || std::any_of(items.begin(), items.end(),
                                  [&](auto item) { return item < 0 || item >= most; }))
        throw base::IoError(base::concat("The model file '", base::pathText(file),
                                         "' is damaged: its neighbours are no items of it. Train "
                                         "the version again."));
    for (const auto item : items) neighbours.items.push_back(static_cast<std::int32_t>(item));
    return std::make_unique<NeighbourModel>(facts, std::move(ids), tensors.texts("event_types"),
                                            std::move(users), std::move(neighbours));
}

}  // namespace foretaste::recipes
