// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/kernels/kernels.h"
#include "core/serve/item_clusters.h"

namespace foretaste::serve {

/// Where the best items for a query can lie: what is known of each cluster's scores without looking
/// at its items. An inverted file (Jegou, Douze, Schmid 2011, section IV), whose clusters are not
/// probed by a fixed number but by how high their scores may reach: by the mean and the variance of
/// their vectors along the query, and by the bias of their items, which lie in blocks of falling
/// bias.
class ItemIndex {
public:
    ItemIndex(const recipes::ItemTable& table, const ItemClusters& clusters);

    static constexpr std::int32_t kNone = -1;
    /// Items in the order in which they are to be scanned: each cluster has blocks of its own,
    /// whose places behind its last item hold kNone. Can be taken once.
    std::vector<std::int32_t> takePlaces() { return std::move(places_); }

    std::size_t clusters() const { return firstBlock_.size() - 1; }
    std::size_t firstBlock(std::size_t cluster) const { return firstBlock_[cluster]; }
    std::size_t endBlock(std::size_t cluster) const { return firstBlock_[cluster + 1]; }
    std::size_t clusterOf(std::size_t block) const;
    float highestBias(std::size_t block) const { return highestBias_[block]; }

    /// A cluster as a query sees it: how query . vector lies over its items.
    struct View {
        float mean = 0, deviation = 0;
    };
    std::vector<View> viewsOf(std::span<const float> query) const;  ///< [clusters]

    /// log of the sum of e^score over the items of a cluster from `block` on, as it is where scores
    /// are normally distributed.
    float logSumFrom(const View& view, std::size_t block) const {
        return view.mean + view.deviation * view.deviation / 2 + biasFrom_[block];
    }

private:
    void addStatistics(const recipes::ItemTable& table, std::span<const std::int32_t> items);
    void addBlocks(const recipes::ItemTable& table, std::span<const std::int32_t> items);

    std::size_t dim_;
    std::vector<std::int32_t> places_;      ///< [blocks x kScanBlock]
    std::vector<std::size_t> firstBlock_;   ///< [clusters + 1]
    std::vector<float> means_, variances_;  ///< [clusters x dim]
    std::vector<float> highestBias_;        ///< [blocks]
    std::vector<float> biasFrom_;  ///< [blocks] log of the sum of e^bias, to the cluster's end
};

}  // namespace foretaste::serve
