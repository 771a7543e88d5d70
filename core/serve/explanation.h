// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/serve/deployment.h"

namespace foretaste::serve {

/// What one item of a history does to another item's chance: the model is run again without it
/// (leave-one-out; Li, Monroe, Jurafsky 2016, "Understanding neural networks through representation
/// erasure", section 3).
struct Influence {
    std::int32_t item = 0;         ///< of the history
    std::int64_t timestamp = 0;    ///< of its newest event
    double effect = 0;             ///< log of the chance with it over that without it
    std::size_t placeWithout = 0;  ///< from 1, among all items
    double likeness = 0;  ///< cosine of the two items' vectors; 0 where the recipe has none
};

/// Why an item stands where it stands in the list of the model alone: before feedback, exploration
/// and filters.
struct Explanation {
    std::size_t place = 0;           ///< from 1, among all items
    double relevance = 0;            ///< softmax over all items
    std::vector<Influence> history;  ///< the strongest first
};

/// `history`: what the user did, oldest first. The newest `mostItems` different items of it are
/// left out one after the other; each takes as long as a list from a history that has to be read.
Explanation explain(const Deployment& deployed, std::span<const recipes::ModelEvent> history,
                    std::int32_t item, std::size_t mostItems);

}  // namespace foretaste::serve
