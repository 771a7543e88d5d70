// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/dataset/training_data.h"

namespace foretaste::recipes {

/// The categories of each item over all categorical columns, weighed by how rare they are.
class ItemCategories {
public:
    explicit ItemCategories(const dataset::ItemCatalogue& items);

    /// Cosine of two items' categories, 0 to 1; 0 where one of them has none.
    double likeness(std::int32_t a, std::int32_t b) const;
    /// Calls visit(item) for items with a category of this one, those of rare categories first;
    /// about `most` of them: of a category with more it takes items at even distances.
    template <class Visit>
    void forAlike(std::int32_t item, std::size_t most, Visit visit) const {
        std::size_t visited = 0;
        for (const auto category : of(item)) {
            const auto& members = members_[static_cast<std::size_t>(category)];
            const auto step = members.size() / most + 1;
            for (std::size_t i = 0; i < members.size(); i += step, ++visited) visit(members[i]);
            if (visited >= most) return;
        }
    }

private:
    /// Rarest first.
    const std::vector<std::int32_t>& of(std::int32_t item) const {
        return categories_[static_cast<std::size_t>(item)];
    }

    std::vector<std::vector<std::int32_t>> categories_;  ///< [items], rarest first
    std::vector<std::vector<std::int32_t>> members_;     ///< [categories]
    std::vector<double> weights_;                        ///< [categories]: squared
    std::vector<double> lengths_;                        ///< [items]
};

}  // namespace foretaste::recipes
