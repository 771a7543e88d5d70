// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/random.h"

namespace foretaste::recipes {

/// The items that compete in the softmax of one step.
struct Competition {
    std::vector<std::int32_t> items;  ///< numbers, ascending
    std::vector<float> logChance;     ///< [items]: of being among them; empty where all compete
};

Competition everyItem(std::size_t items);

/// Sampled softmax with the logQ correction (Bengio, Senecal 2008; Yi et al. 2019): the items of a
/// step's own events compete, and others in proportion to a power of how often they occur. What an
/// item adds to the normaliser is divided by its chance of being there, so that the sampled sum
/// estimates the full one.
class CompetitionSampler {
public:
    /// `evidence` [items]: events of each, at least one. Draws about `sampled` items a step beside
    /// those of its `batch` events.
    CompetitionSampler(const std::vector<std::int64_t>& evidence, std::size_t sampled,
                       std::size_t batch);

    /// `present`: the items of the step's events, repeats allowed.
    Competition draw(const std::vector<std::int32_t>& present, base::Random random) const;

private:
    std::vector<double> chance_;    ///< [items]: of being sampled
    std::vector<float> logChance_;  ///< [items]: of being sampled or present
};

}  // namespace foretaste::recipes
