// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/item_categories.h"

#include <algorithm>
#include <cmath>

#include "core/base/maths.h"

namespace foretaste::recipes {

ItemCategories::ItemCategories(const dataset::ItemCatalogue& items) : categories_(items.size()) {
    std::int32_t first = 0;
    for (const auto& column : items.features.categorical) {
        members_.resize(members_.size() + column.values.size());
        for (std::size_t item = 0; item < items.size(); ++item)
            for (const auto code : column.of(item)) {
                auto& mine = categories_[item];
                if (std::find(mine.begin(), mine.end(), first + code) != mine.end()) continue;
                mine.push_back(first + code);
                members_[static_cast<std::size_t>(first + code)].push_back(
                    static_cast<std::int32_t>(item));
            }
        first = static_cast<std::int32_t>(members_.size());
    }
    for (const auto& members : members_) {
        const double frequency = base::logOf(static_cast<double>(items.size() + 1) /
                                             static_cast<double>(members.size() + 1));
        weights_.push_back(frequency * frequency);
    }
    for (auto& mine : categories_) {
        std::sort(mine.begin(), mine.end(), [&](auto a, auto b) {
            const auto x = members_[static_cast<std::size_t>(a)].size(),
                       y = members_[static_cast<std::size_t>(b)].size();
            return x != y ? x < y : a < b;
        });
        double sum = 0;
        for (const auto category : mine) sum += weights_[static_cast<std::size_t>(category)];
        lengths_.push_back(std::sqrt(sum));
    }
}

double ItemCategories::likeness(std::int32_t a, std::int32_t b) const {
    const double length =
        lengths_[static_cast<std::size_t>(a)] * lengths_[static_cast<std::size_t>(b)];
    if (length <= 0) return 0;
    const auto& others = of(b);
    double shared = 0;
    for (const auto category : of(a))
        if (std::find(others.begin(), others.end(), category) != others.end())
            shared += weights_[static_cast<std::size_t>(category)];
    return shared / length;
}

}  // namespace foretaste::recipes
