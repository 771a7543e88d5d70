// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/shown_lists.h"

#include <algorithm>
#include <utility>

namespace foretaste::serve {

void ShownLists::remember(std::string recommendationId, std::vector<std::int32_t> items) {
    std::vector<bool> clicked(items.size(), false);
    List list{std::move(recommendationId), std::move(items), std::move(clicked), 0};
    std::lock_guard lock(mutex_);
    if (lists_.capacity() == 0) lists_.reserve(capacity_);  // short ids lie within the lists
    std::size_t at = lists_.size();
    if (at < capacity_) {
        lists_.push_back(std::move(list));
    } else {
        at = std::exchange(oldest_, (oldest_ + 1) % capacity_);
        numberOf_.erase(lists_[at].recommendationId);
        lists_[at] = std::move(list);
    }
    numberOf_[lists_[at].recommendationId] = at;
}

std::vector<std::int32_t> ShownLists::of(std::string_view recommendationId) const {
    std::lock_guard lock(mutex_);
    const auto found = numberOf_.find(recommendationId);
    return found == numberOf_.end() ? std::vector<std::int32_t>{} : lists_[found->second].items;
}

bool ShownLists::knows(std::string_view recommendationId) const {
    std::lock_guard lock(mutex_);
    return numberOf_.contains(recommendationId);
}

std::optional<std::size_t> ShownLists::readOn(std::string_view recommendationId,
                                              std::size_t place) {
    std::lock_guard lock(mutex_);
    const auto found = numberOf_.find(recommendationId);
    if (found == numberOf_.end()) return 0;
    auto& list = lists_[found->second];
    if (place >= list.clicked.size() || list.clicked[place]) return std::nullopt;
    list.clicked[place] = true;
    const auto from = std::min(list.readTo, place);
    list.readTo = std::max(list.readTo, place + 1);
    return from;
}

}  // namespace foretaste::serve
