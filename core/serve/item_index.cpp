// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/item_index.h"

#include <algorithm>
#include <cmath>

#include "core/base/maths.h"

namespace foretaste::serve {
namespace {

using kernels::kScanBlock;

/// log(e^a + e^b); either may be -infinity.
float joined(float a, float b) {
    const float top = std::max(a, b), low = std::min(a, b);
    if (!(low > -HUGE_VALF)) return top;
    return top + static_cast<float>(base::logOf(1 + base::expOf(static_cast<double>(low - top))));
}

}  // namespace

ItemIndex::ItemIndex(const recipes::ItemTable& table, const ItemClusters& clusters)
    : dim_(table.dim), firstBlock_{0} {
    const std::span items(clusters.items);
    for (std::size_t cluster = 0; cluster < clusters.count(); ++cluster) {
        const auto own = items.subspan(clusters.first[cluster],
                                       clusters.first[cluster + 1] - clusters.first[cluster]);
        addStatistics(table, own);
        addBlocks(table, own);
    }
}

void ItemIndex::addStatistics(const recipes::ItemTable& table,
                              std::span<const std::int32_t> items) {
    std::vector<double> sum(dim_, 0.0), squares(dim_, 0.0);
    for (const auto item : items) {
        const float* row = table.vectors.data() + static_cast<std::size_t>(item) * dim_;
        for (std::size_t d = 0; d < dim_; ++d) {
            const auto value = static_cast<double>(row[d]);
            sum[d] += value;
            squares[d] += value * value;
        }
    }
    const auto count = static_cast<double>(items.size());
    for (std::size_t d = 0; d < dim_; ++d) {
        const double mean = sum[d] / count;
        means_.push_back(static_cast<float>(mean));
        variances_.push_back(static_cast<float>(std::max(0.0, squares[d] / count - mean * mean)));
    }
}

void ItemIndex::addBlocks(const recipes::ItemTable& table, std::span<const std::int32_t> items) {
    const auto biasOf = [&](std::int32_t item) {
        return table.bias[static_cast<std::size_t>(item)];
    };
    const auto first = firstBlock_.back();
    const auto blocks = (items.size() + kScanBlock - 1) / kScanBlock;
    places_.insert(places_.end(), items.begin(), items.end());
    places_.resize((first + blocks) * kScanBlock, kNone);
    highestBias_.resize(first + blocks);
    biasFrom_.resize(first + blocks);
    float sum = -HUGE_VALF;
    for (auto block = blocks; block-- > 0;) {
        const auto end = std::min(items.size(), (block + 1) * kScanBlock);
        for (auto i = block * kScanBlock; i < end; ++i) sum = joined(sum, biasOf(items[i]));
        highestBias_[first + block] = biasOf(items[block * kScanBlock]);
        biasFrom_[first + block] = sum;
    }
    firstBlock_.push_back(first + blocks);
}

std::size_t ItemIndex::clusterOf(std::size_t block) const {
    const auto next = std::upper_bound(firstBlock_.begin(), firstBlock_.end(), block);
    return static_cast<std::size_t>(next - firstBlock_.begin()) - 1;
}

std::vector<ItemIndex::View> ItemIndex::viewsOf(std::span<const float> query) const {
    const auto& maths = kernels::active();
    std::vector<float> squares(query.begin(), query.end()), mean(clusters(), 0.0F),
        variance(clusters(), 0.0F);
    for (auto& each : squares) each *= each;
    maths.addScores(means_.data(), clusters(), dim_, query.data(), mean.data());
    maths.addScores(variances_.data(), clusters(), dim_, squares.data(), variance.data());
    std::vector<View> views(clusters());
    for (std::size_t cluster = 0; cluster < views.size(); ++cluster)
        views[cluster] = {mean[cluster], std::sqrt(variance[cluster])};
    return views;
}

}  // namespace foretaste::serve
