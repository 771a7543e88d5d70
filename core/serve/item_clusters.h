// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/progress.h"
#include "core/recipes/recipe.h"

namespace foretaste::serve {

/// Items by cluster: those whose vectors lie together lie side by side.
struct ItemClusters {
    std::vector<std::int32_t> items;  ///< every item once; within a cluster the highest bias first
    std::vector<std::size_t> first;   ///< [clusters + 1] into items

    std::size_t count() const { return first.empty() ? 0 : first.size() - 1; }
};

/// Clusters of about `size` items each, by k-means (Lloyd 1982) on a sample, in two levels: first
/// as many groups as the square root of the clusters, then each group by itself. That compares an
/// item with a few dozen centres rather than with thousands. Equal tables give equal clusters.
/// Throws Stopped.
ItemClusters clusterItems(const recipes::ItemTable& table, std::size_t size,
                          const base::JobContext& job = {});

}  // namespace foretaste::serve
