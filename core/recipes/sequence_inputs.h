// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/dataset/training_data.h"
#include "core/nn/packed_batch.h"

namespace foretaste::recipes {

/// How raw events become what the sequence network reads.
struct InputEncoding {
    std::vector<std::int64_t> knots;  ///< of the time axis, epoch seconds, rising; may be empty
    double valueMean = 0, valueDeviation = 1;

    static constexpr std::uint32_t kGaps = 32;
    static constexpr std::uint32_t kRemembered = 200;  ///< events in which an item counts as seen
    static constexpr std::uint32_t kDistances = 8;

    /// Bucket 0: no event before; 1: the same second; from 2 on one for each doubling.
    static std::uint32_t gapBucket(std::int64_t seconds);
    /// 0: the last event; then one bucket for each doubling. `eventsAgo`: 1 to kRemembered.
    static std::uint32_t distanceBucket(std::uint64_t eventsAgo);
    nn::TimePosition timePosition(std::int64_t timestamp) const;
    float standardised(float value) const;  ///< within +-4; 0 where there is none
    /// `previous`: the time of the event before, valid where `hasPrevious`.
    nn::InputEvent input(std::uint32_t item, std::int64_t timestamp, std::int16_t eventType,
                         float eventValue, bool hasPrevious, std::int64_t previous) const;
};

/// Measured over the events of `users`. `knots`: how many at most; 0: the time is not used.
InputEncoding measureEncoding(const dataset::TrainingData& data,
                              std::span<const std::uint32_t> users, std::size_t knots);

/// A stretch of one user's events. The events from `first` to `last` are read; those from
/// `learnFrom` on are also predicted.
struct Segment {
    std::uint64_t userBegin = 0;  ///< the user's first event
    std::uint64_t first = 0, learnFrom = 0, last = 0;

    std::size_t targets() const { return static_cast<std::size_t>(last - learnFrom); }
    std::size_t inputs() const { return static_cast<std::size_t>(last - first) - 1; }
};

/// Cuts the events [begin, end) of one user into segments of at most `length` inputs. All but the
/// first begin with some events that are read but not learnt again, so that the state is warm.
void cutSegments(std::uint64_t begin, std::uint64_t end, std::size_t length,
                 std::vector<Segment>& segments);

/// For each event the same user's next event with the same item; the number of events where there
/// is none.
std::vector<std::uint64_t> nextWithSameItem(const dataset::TrainingData& data);

/// What segments are packed from.
struct EventSource {
    const dataset::TrainingData& data;
    const InputEncoding& encoding;
    const std::vector<std::int32_t>& itemNumber;  ///< [catalogue]: in the softmax; -1: not there
    const std::vector<float>& logChance;          ///< see Competition
    const std::vector<std::uint64_t>& nextWithSameItem;  ///< [events]
};

/// Packs segments for the network.
nn::PackedBatch pack(const EventSource& source, std::vector<Segment> segments);

}  // namespace foretaste::recipes
