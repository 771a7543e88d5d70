// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/sequence_inputs.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace foretaste::recipes {
namespace {

constexpr float kWidestValue = 4;
/// Events that a later segment reads before it learns again.
constexpr std::uint64_t kWarmUp = 20;

}  // namespace

std::uint32_t InputEncoding::gapBucket(std::int64_t seconds) {
    if (seconds <= 0) return 1;
    const auto doublings =
        static_cast<std::uint32_t>(std::bit_width(static_cast<std::uint64_t>(seconds))) - 1;
    return std::min(2 + doublings, kGaps - 1);
}

std::uint32_t InputEncoding::distanceBucket(std::uint64_t eventsAgo) {
    return std::min(static_cast<std::uint32_t>(std::bit_width(eventsAgo)) - 1, kDistances - 1);
}

nn::TimePosition InputEncoding::timePosition(std::int64_t timestamp) const {
    if (knots.empty() || timestamp <= knots.front()) return {};
    if (timestamp >= knots.back()) return {static_cast<std::uint32_t>(knots.size() - 1), 0};
    const auto above = std::upper_bound(knots.begin(), knots.end(), timestamp);
    const auto lower = static_cast<std::size_t>(above - knots.begin()) - 1;
    const auto share = static_cast<double>(timestamp - knots[lower]) /
                       static_cast<double>(knots[lower + 1] - knots[lower]);
    return {static_cast<std::uint32_t>(lower), static_cast<float>(share)};
}

float InputEncoding::standardised(float value) const {
    if (!std::isfinite(value)) return 0;
    return std::clamp(static_cast<float>((static_cast<double>(value) - valueMean) / valueDeviation),
                      -kWidestValue, kWidestValue);
}

nn::InputEvent InputEncoding::input(std::uint32_t item, std::int64_t timestamp,
                                    std::int16_t eventType, float eventValue, bool hasPrevious,
                                    std::int64_t previous) const {
    return {item,
            static_cast<std::uint32_t>(eventType + 1),
            hasPrevious ? gapBucket(timestamp - previous) : 0,
            standardised(eventValue),
            timePosition(timestamp),
            timestamp};
}

InputEncoding measureEncoding(const dataset::TrainingData& data,
                              std::span<const std::uint32_t> users, std::size_t knots) {
    InputEncoding encoding;
    std::vector<std::int64_t> times;
    double sum = 0, squares = 0, count = 0;
    for (const auto user : users)
        for (auto event = data.offsets[user]; event < data.offsets[user + 1]; ++event) {
            times.push_back(data.timestamp[event]);
            const auto value = static_cast<double>(data.eventValue[event]);
            if (!std::isfinite(value)) continue;
            sum += value;
            squares += value * value;
            ++count;
        }
    if (count > 0) {
        encoding.valueMean = sum / count;
        const double variance = squares / count - encoding.valueMean * encoding.valueMean;
        if (variance > 1e-12) encoding.valueDeviation = std::sqrt(variance);
    }
    if (knots >= 2 && !times.empty()) {
        std::sort(times.begin(), times.end());
        for (std::size_t knot = 0; knot < knots; ++knot)
            encoding.knots.push_back(times[(times.size() - 1) * knot / (knots - 1)]);
        encoding.knots.erase(std::unique(encoding.knots.begin(), encoding.knots.end()),
                             encoding.knots.end());
        if (encoding.knots.size() < 2) encoding.knots.clear();
    }
    return encoding;
}

void cutSegments(std::uint64_t begin, std::uint64_t end, std::size_t length,
                 std::vector<Segment>& segments) {
    auto learnFrom = begin;
    while (learnFrom < end) {
        const auto first =
            learnFrom == begin ? begin : learnFrom - std::min(kWarmUp, learnFrom - begin);
        const auto last = std::min<std::uint64_t>(end, first + length + 1);
        segments.push_back({begin, first, learnFrom, last});
        learnFrom = last;
    }
}

std::vector<std::uint64_t> nextWithSameItem(const dataset::TrainingData& data) {
    const std::uint64_t none = data.eventCount();
    std::vector<std::uint64_t> next(data.eventCount(), none);
    std::vector<std::uint64_t> latest(data.items.size(), none);
    for (std::size_t user = 0; user < data.userCount(); ++user) {
        const auto end = data.offsets[user + 1];
        for (auto event = end; event-- > data.offsets[user];) {
            auto& later = latest[static_cast<std::size_t>(data.item[event])];
            if (later > event && later < end) next[event] = later;
            later = event;
        }
    }
    return next;
}

nn::PackedBatch pack(const EventSource& source, std::vector<Segment> segments) {
    const auto& data = source.data;
    const auto& encoding = source.encoding;
    std::stable_sort(segments.begin(), segments.end(),
                     [](const Segment& a, const Segment& b) { return a.inputs() > b.inputs(); });
    nn::PackedBatch batch;
    const auto numberOf = [&](std::uint64_t event) {
        return source.itemNumber[static_cast<std::size_t>(data.item[event])];
    };
    batch.seenOffsets.push_back(0);
    const auto ask = [&](const Segment& segment, std::uint64_t event, std::int64_t asked) {
        nn::Target target;
        target.time = encoding.timePosition(asked);
        if (event >= segment.learnFrom) {
            target.item = numberOf(event);
            const auto from = event - std::min<std::uint64_t>(InputEncoding::kRemembered,
                                                              event - segment.userBegin);
            if (target.item >= 0 && !source.logChance.empty())
                target.change = source.logChance[static_cast<std::size_t>(target.item)];
            for (auto before = from; before < event; ++before)
                if (source.nextWithSameItem[before] >= event && numberOf(before) >= 0)
                    batch.seen.push_back(
                        {static_cast<std::uint32_t>(numberOf(before)),
                         InputEncoding::distanceBucket(event - before),
                         InputEncoding::gapBucket(asked - data.timestamp[before])});
        }
        batch.targets.push_back(target);
        batch.seenOffsets.push_back(batch.seen.size());
    };
    batch.sequences = segments.size();
    // Before any event, "now" is when the first event happened.
    for (const auto& segment : segments) ask(segment, segment.first, data.timestamp[segment.first]);
    std::size_t active = segments.size();
    for (std::size_t step = 0;; ++step) {
        while (active > 0 && segments[active - 1].inputs() <= step) --active;
        if (active == 0) break;
        batch.counts.push_back(static_cast<std::uint32_t>(active));
        for (std::size_t s = 0; s < active; ++s) {
            const auto& segment = segments[s];
            const auto event = segment.first + step;
            const bool hasPrevious = event > segment.userBegin;
            batch.inputs.push_back(encoding.input(static_cast<std::uint32_t>(numberOf(event)),
                                                  data.timestamp[event], data.eventType[event],
                                                  data.eventValue[event], hasPrevious,
                                                  hasPrevious ? data.timestamp[event - 1] : 0));
            ask(segment, event + 1, data.timestamp[event]);
        }
    }
    return batch;
}

}  // namespace foretaste::recipes
