// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace foretaste::serve {

/// An item with what orders it.
struct ScoredItem {
    std::int32_t item = 0;
    float score = 0;

    /// Higher first; equal scores keep the catalogue's order, so that lists repeat.
    friend bool operator<(const ScoredItem& a, const ScoredItem& b) {
        return a.score != b.score ? a.score > b.score : a.item < b.item;
    }
};

/// Keeps the best of the items that it is offered, at most `count`; NaN is never among them.
class TopList {
public:
    explicit TopList(std::size_t count) : count_(count) {}

    /// An item whose score is below cannot enter; one that equals it can, if its number is lower.
    float threshold() const {
        if (heap_.size() < count_) return -std::numeric_limits<float>::infinity();
        return count_ == 0 ? std::numeric_limits<float>::infinity() : heap_.front().score;
    }
    void offer(ScoredItem offered) {
        if (std::isnan(offered.score)) return;
        if (heap_.size() < count_) {
            heap_.push_back(offered);
        } else if (count_ > 0 && offered < heap_.front()) {
            std::pop_heap(heap_.begin(), heap_.end());
            heap_.back() = offered;
        } else {
            return;
        }
        std::push_heap(heap_.begin(), heap_.end());
    }
    /// The best first.
    std::vector<ScoredItem> sorted() const {
        auto items = heap_;
        std::sort_heap(items.begin(), items.end());
        return items;
    }

private:
    std::size_t count_;
    std::vector<ScoredItem> heap_;  ///< the worst in front
};

}  // namespace foretaste::serve
