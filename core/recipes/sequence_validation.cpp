// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/sequence_validation.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "core/base/maths.h"
#include "core/kernels/kernels.h"

namespace foretaste::recipes {
namespace {

constexpr std::size_t kNdcgDepth = 10;

/// `scores`: of the items of the softmax.
double ndcgOf(const EventSource& source, const ValidationUser& user, const float* scores,
              std::size_t items) {
    const auto& data = source.data;
    std::unordered_set<std::int32_t> truth;
    for (auto event = user.inputEnd; event < data.offsets[user.user + 1]; ++event)
        truth.insert(data.item[event]);
    const auto discount = [](std::size_t place) {
        return 1 / base::logOf(static_cast<double>(place) + 2);
    };
    double gain = 0, ideal = 0;
    for (std::size_t place = 0; place < std::min(truth.size(), kNdcgDepth); ++place)
        ideal += discount(place);
    std::vector<std::size_t> places;
    for (const auto item : truth) {
        const auto warm = source.itemNumber[static_cast<std::size_t>(item)];
        if (warm < 0) continue;
        const float score = scores[warm];
        std::size_t place = 0;
        for (std::size_t other = 0; other < items && place < kNdcgDepth; ++other)
            if (scores[other] > score ||
                (scores[other] == score && other < static_cast<std::size_t>(warm)))
                ++place;
        if (place < kNdcgDepth) places.push_back(place);
    }
    std::sort(places.begin(), places.end());  // additions in an order that does not change
    for (const auto place : places) gain += discount(place);
    return gain / ideal;
}

/// The rows of the last questions of a batch's sequences.
std::vector<std::size_t> lastQuestions(const nn::PackedBatch& batch) {
    std::vector<std::size_t> rows(batch.sequences);
    std::size_t row = batch.sequences;
    for (const auto count : batch.counts)
        for (std::size_t sequence = 0; sequence < count; ++sequence) rows[sequence] = row++;
    return rows;
}

}  // namespace

double validationNdcg(const EventSource& source, const std::vector<ValidationUser>& users,
                      std::size_t history, const nn::SequenceNetwork<float>& network,
                      const std::vector<float>& weights, const nn::ItemVectors<float>& items,
                      base::Team& team) {
    constexpr std::size_t kAtOnce = 64;
    const auto& k = kernels::active();
    const auto segmentOf = [&](const ValidationUser& user) {
        const auto begin = source.data.offsets[user.user];
        const auto first = user.inputEnd - std::min<std::uint64_t>(history, user.inputEnd - begin);
        return Segment{begin, first, user.inputEnd, user.inputEnd + 1};
    };
    std::vector<double> values(users.size(), 0.0);
    team.forRange(users.size(), [&](std::size_t begin, std::size_t end, int) {
        std::vector<float> scores(kAtOnce * items.items);
        for (auto first = begin; first < end; first += kAtOnce) {
            const auto n = std::min(kAtOnce, end - first);
            std::vector<std::size_t> asked(n);
            std::iota(asked.begin(), asked.end(), first);
            std::stable_sort(asked.begin(), asked.end(), [&](std::size_t a, std::size_t b) {
                return segmentOf(users[a]).inputs() > segmentOf(users[b]).inputs();
            });
            std::vector<Segment> segments;
            for (const auto user : asked) segments.push_back(segmentOf(users[user]));
            auto batch = pack(source, segments);
            // Only the last question of each is asked, whatever its answer.
            const auto rowOf = lastQuestions(batch);
            for (const auto row : rowOf) batch.targets[row].item = 0;
            const auto queries = network.queries(weights, items, batch);
            k.gemmNT(n, items.items, items.dim, queries.data(), items.vectors.data(), scores.data(),
                     false);
            k.addToRows(n, items.items, items.bias.data(), scores.data());
            // Queries come in the order of their rows.
            std::vector<std::size_t> order(n);
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::sort(order.begin(), order.end(),
                      [&](std::size_t a, std::size_t b) { return rowOf[a] < rowOf[b]; });
            for (std::size_t i = 0; i < n; ++i) {
                float* row = scores.data() + i * items.items;
                network.addSeen(weights, batch.seenBefore(rowOf[order[i]]), row);
                const auto user = asked[order[i]];
                values[user] = ndcgOf(source, users[user], row, items.items);
            }
        }
    });
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace foretaste::recipes
