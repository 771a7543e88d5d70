// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/filter/bitmap.h"
#include "core/recipes/recipe.h"
#include "core/serve/coded_items.h"
#include "core/serve/top_list.h"

namespace foretaste::serve {

/// log of a sum of e^score, which grows score by score. Sums run in the order of the calls.
class LogSum {
public:
    void add(float score) { add(std::span(&score, 1), score); }
    /// `top`: the largest of them.
    void add(std::span<const float> scores, float top);
    double value() const;  ///< -infinity: nothing was added
    /// What terms are taken relative to: no score that was added is above. -infinity: none was.
    float top() const { return top_; }

private:
    double sum_ = 0;
    float top_ = -std::numeric_limits<float>::infinity();
};

/// Finds the best items of a model for a query, exactly: all items are scanned in 8-bit codes, and
/// whichever may belong to the best by the bound of what codes can be off is computed in floats.
/// Immutable; any thread may call.
class ItemScan {
public:
    /// Up to so many items e^score is summed over all in codes that leave an error below .1 %.
    /// Beyond, codes are coarser, and where few items are allowed a sample stands for all others.
    static constexpr std::size_t kSummedPrecisely = 100'000;
    static constexpr std::size_t kSampled = 32'768;

    /// The table's rows must outlive it.
    explicit ItemScan(const recipes::ItemTable& table);

    /// Offers `best` all items that belong there, of those that are not `apart` and, where
    /// `allowed` is given, allowed; adds e^score of all that are not apart to `sum`. Scores are
    /// query . vector + bias. Bits behind the table's items are not looked at.
    void scan(std::span<const float> query, const filter::Bitmap& apart,
              const filter::Bitmap* allowed, TopList& best, LogSum& sum) const;

    /// Whether `sum` is an estimate.
    bool estimatesSum() const { return all_.size() > kSummedPrecisely; }
    /// Adds query . vector + bias to scores of [items].
    void addScores(std::span<const float> query, std::span<const std::int32_t> items,
                   float* scores) const;

private:
    /// Which items of a block may be in the list, a bit each.
    static std::uint64_t wanted(std::size_t block, const filter::Bitmap& apart,
                                const filter::Bitmap* allowed);
    /// Looks at the allowed ones of a few items alone.
    void walk(std::span<const float> query, const filter::Bitmap& apart,
              const filter::Bitmap& allowed, TopList& best, LogSum& sum) const;
    void addSampled(std::span<const float> query, const filter::Bitmap& without, LogSum& sum) const;

    recipes::ItemTable table_;
    CodedItems all_;
    std::vector<std::int32_t> sampledItems_;
    CodedItems sampled_;  ///< the bias of each grown by log of how many items it stands for
};

}  // namespace foretaste::serve
