// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "core/filter/bitmap.h"
#include "core/recipes/recipe.h"
#include "core/serve/coded_items.h"
#include "core/serve/item_index.h"
#include "core/serve/top_list.h"

namespace foretaste::serve {

/// log of a sum of e^score, which grows score by score. Sums run in the order of the calls.
class LogSum {
public:
    void add(float score) { add(std::span(&score, 1), score); }
    /// `top`: no score is above.
    void add(std::span<const float> scores, float top);
    double value() const;  ///< -infinity: nothing was added
    /// What terms are taken relative to: no score that was added is above. -infinity: none was.
    float top() const { return top_; }

private:
    double sum_ = 0;
    float top_ = -std::numeric_limits<float>::infinity();
};

/// Finds the best items of a model for a query: items are scanned in 8-bit codes, and whichever may
/// belong to the best by the bound of what codes can be off is computed in floats. Without an index
/// that is all items, and the best are exact. Immutable; any thread may call.
class ItemScan {
public:
    /// Up to so many items codes leave an error below .1 % in the sum of e^score. Beyond, codes are
    /// coarser, which is twice as fast and leaves a few percent.
    static constexpr std::size_t kSummedPrecisely = 100'000;

    /// Of all items. The table's rows must outlive it.
    explicit ItemScan(const recipes::ItemTable& table);
    /// With an index: clusters are left out that hold none of the best by a margin, which is set so
    /// that half of the queries [.. x dim], at least two, lose no more than one in 200 of their
    /// best; the other half tell recall().
    ItemScan(const recipes::ItemTable& table, const ItemClusters& clusters,
             std::span<const float> queries);

    /// Offers `best` all items that belong there, of those that are not `apart` and, where
    /// `allowed` is given, allowed; adds e^score of all that are not apart to `sum`. Scores are
    /// query . vector + bias. Bits behind the table's items are not looked at.
    void scan(std::span<const float> query, std::span<const std::int32_t> apart,
              const filter::Bitmap* allowed, TopList& best, LogSum& sum) const;

    bool isIndexed() const { return index_.has_value(); }
    /// The share of the 25 best that is found; 1 without an index.
    double recall() const { return recall_; }
    /// Whether `sum` is an estimate.
    bool estimatesSum() const { return isIndexed() || table_.items > kSummedPrecisely; }
    /// Adds query . vector + bias to scores of [items].
    void addScores(std::span<const float> query, std::span<const std::int32_t> items,
                   float* scores) const;

private:
    struct Search;
    void look(std::size_t block, Search& search) const;
    void lookAtAll(Search& search) const;
    void lookByIndex(Search& search) const;
    /// Offers the allowed ones, where they are few.
    void walk(std::span<const float> query, const filter::Bitmap& apart,
              const filter::Bitmap& allowed, TopList& best) const;
    void setMargin(std::span<const float> queries);
    std::vector<ScoredItem> bestOf(std::span<const float> query, bool exactly) const;

    recipes::ItemTable table_;
    std::optional<ItemIndex> index_;
    CodedItems coded_;
    std::vector<std::int32_t> placeOf_;  ///< [items] among the coded
    float margin_ = 0;                   ///< deviations above a cluster's mean
    double recall_ = 1;
};

}  // namespace foretaste::serve
