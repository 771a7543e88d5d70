// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/parallel.h"
#include "core/nn/sequence_network.h"
#include "core/recipes/sequence_inputs.h"

namespace foretaste::recipes {

/// A user whose newest events tell how well a network does.
struct ValidationUser {
    std::uint32_t user = 0;
    std::uint64_t inputEnd = 0;  ///< the first event that is truth
};

/// Mean NDCG@10 over `users` (at least one), each after at most `history` events. `items`: those of
/// the softmax, composed.
double validationNdcg(const EventSource& source, const std::vector<ValidationUser>& users,
                      std::size_t history, const nn::SequenceNetwork<float>& network,
                      const std::vector<float>& weights, const nn::ItemVectors<float>& items,
                      base::Team& team);

}  // namespace foretaste::recipes
