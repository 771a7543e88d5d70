// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/item_clusters.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "core/base/random.h"
#include "core/kernels/kernels.h"

namespace foretaste::serve {
namespace {

constexpr std::size_t kBatch = 1024;           ///< rows that are compared with all centres at once
constexpr std::size_t kSampledPerCentre = 64;  ///< rows that centres are learnt from
constexpr int kRounds = 8;

using Items = std::span<const std::int32_t>;

class Centres {
public:
    /// Learns `count` centres from a sample of the items.
    Centres(const recipes::ItemTable& table, Items items, std::size_t count, base::Random random,
            const base::JobContext& job)
        : table_(table), count_(count) {
        std::vector<std::int32_t> sample(items.begin(), items.end());
        random.shuffle(sample);
        sample.resize(std::min(sample.size(), count * kSampledPerCentre));
        rows_.resize(count * table.dim);
        for (std::size_t centre = 0; centre < count; ++centre)
            std::copy_n(rowOf(sample[centre]), table.dim, rows_.data() + centre * table.dim);
        for (int round = 0; round < kRounds; ++round) {
            job.throwIfStopped();
            move(sample, nearest(sample, job));
        }
    }

    /// The number of the nearest centre to each item.
    std::vector<std::uint32_t> nearest(Items items, const base::JobContext& job) const {
        // |x - c|^2 is least where x.c - |c|^2 / 2 is largest.
        std::vector<float> shift(count_);
        for (std::size_t centre = 0; centre < count_; ++centre) {
            const float* row = rows_.data() + centre * table_.dim;
            for (std::size_t d = 0; d < table_.dim; ++d) shift[centre] -= row[d] * row[d] / 2;
        }
        std::vector<std::uint32_t> found(items.size());
        std::vector<float> rows(kBatch * table_.dim), near(kBatch * count_);
        for (std::size_t first = 0; first < items.size(); first += kBatch) {
            job.throwIfStopped();
            const auto count = std::min(kBatch, items.size() - first);
            for (std::size_t i = 0; i < count; ++i)
                std::copy_n(rowOf(items[first + i]), table_.dim, rows.data() + i * table_.dim);
            kernels::active().gemmNT(count, count_, table_.dim, rows.data(), rows_.data(),
                                     near.data(), false);
            kernels::active().addToRows(count, count_, shift.data(), near.data());
            for (std::size_t i = 0; i < count; ++i) {
                const auto row = near.begin() + static_cast<std::ptrdiff_t>(i * count_);
                found[first + i] = static_cast<std::uint32_t>(
                    std::max_element(row, row + static_cast<std::ptrdiff_t>(count_)) - row);
            }
        }
        return found;
    }

private:
    const float* rowOf(std::int32_t item) const {
        return table_.vectors.data() + static_cast<std::size_t>(item) * table_.dim;
    }

    /// To the mean of the items that are nearest; a centre without any stays.
    void move(Items items, const std::vector<std::uint32_t>& nearest) {
        std::vector<float> sums(rows_.size(), 0.0F);
        std::vector<std::size_t> members(count_, 0);
        for (std::size_t i = 0; i < items.size(); ++i) {
            ++members[nearest[i]];
            kernels::active().addScaled(table_.dim, 1, rowOf(items[i]),
                                        sums.data() + nearest[i] * table_.dim);
        }
        for (std::size_t centre = 0; centre < count_; ++centre) {
            if (members[centre] == 0) continue;
            const float share = 1 / static_cast<float>(members[centre]);
            for (std::size_t d = 0; d < table_.dim; ++d)
                rows_[centre * table_.dim + d] = share * sums[centre * table_.dim + d];
        }
    }

    const recipes::ItemTable& table_;
    std::size_t count_;
    std::vector<float> rows_;  ///< [count x dim]
};

/// Items in `count` parts by the nearest of as many centres; parts may be empty.
std::vector<std::vector<std::int32_t>> split(const recipes::ItemTable& table, Items items,
                                             std::size_t count, base::Random random,
                                             const base::JobContext& job) {
    if (count == 1) return {{items.begin(), items.end()}};
    std::vector<std::vector<std::int32_t>> parts(count);
    const auto nearest = Centres(table, items, count, random, job).nearest(items, job);
    for (std::size_t i = 0; i < items.size(); ++i) parts[nearest[i]].push_back(items[i]);
    return parts;
}

}  // namespace

ItemClusters clusterItems(const recipes::ItemTable& table, std::size_t size,
                          const base::JobContext& job) {
    constexpr std::uint64_t kSeed = 1;
    std::vector<std::int32_t> all(table.items);
    std::iota(all.begin(), all.end(), 0);
    const auto partsOf = [&](std::size_t items) { return std::max<std::size_t>(1, items / size); };
    const auto groups =
        static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(partsOf(all.size())))));
    ItemClusters clusters;
    clusters.items.reserve(all.size());
    clusters.first.push_back(0);
    const auto byBias = [&](std::int32_t a, std::int32_t b) {
        const auto left = table.bias[static_cast<std::size_t>(a)];
        const auto right = table.bias[static_cast<std::size_t>(b)];
        return left != right ? left > right : a < b;
    };
    std::uint64_t stream = 0;
    for (const auto& group : split(table, all, groups, base::Random(kSeed, stream), job))
        if (!group.empty())
            for (auto& part :
                 split(table, group, partsOf(group.size()), base::Random(kSeed, ++stream), job)) {
                if (part.empty()) continue;
                std::sort(part.begin(), part.end(), byBias);
                clusters.items.insert(clusters.items.end(), part.begin(), part.end());
                clusters.first.push_back(clusters.items.size());
            }
    return clusters;
}

}  // namespace foretaste::serve
