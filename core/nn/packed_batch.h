// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace foretaste::nn {

/// A moment between two knots of the time axis.
struct TimePosition {
    std::uint32_t knot = 0;  ///< the knot before it
    float share = 0;         ///< how far it is towards the next knot, 0 to 1
};

/// One event as the network reads it.
struct InputEvent {
    std::uint32_t item = 0;
    std::uint32_t eventType = 0;
    std::uint32_t gap = 0;  ///< bucket of the time since the event before
    float value = 0;        ///< standardised; 0: none
    TimePosition time;
    std::int64_t timestamp = 0;  ///< epoch seconds

    /// As `item`: one that the network does not know.
    static constexpr std::uint32_t kNoItem = UINT32_MAX;
};

/// A prediction to be learnt: the item that comes next, and when the question is asked.
struct Target {
    std::int32_t item = -1;  ///< -1: nothing is learnt here
    TimePosition time;
    float change = 0;  ///< added to the item's logit: takes back a correction made to all
};

/// An item that the user met before a question is asked, by its last event.
struct SeenItem {
    std::uint32_t item = 0;
    std::uint32_t distance = 0;  ///< bucket of how many events ago
    std::uint32_t age = 0;       ///< bucket of how long ago
};

/// Sequences packed without padding, time step by time step. Sequences stand in falling order of
/// their number of inputs; step t holds the inputs number t of the first counts[t] sequences.
struct PackedBatch {
    std::size_t sequences = 0;
    std::vector<std::uint32_t> counts;  ///< [steps], not rising, counts[0] <= sequences
    std::vector<InputEvent> inputs;     ///< [sum of counts]
    /// [sequences + inputs]: before any input, one a sequence; then after each input.
    std::vector<Target> targets;
    std::vector<std::uint64_t> seenOffsets;  ///< [targets + 1] into `seen`
    std::vector<SeenItem> seen;              ///< before each question, no item twice

    std::span<const SeenItem> seenBefore(std::size_t target) const {
        return {seen.data() + seenOffsets[target], seen.data() + seenOffsets[target + 1]};
    }
};

}  // namespace foretaste::nn
