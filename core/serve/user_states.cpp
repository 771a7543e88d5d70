// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/user_states.h"

namespace foretaste::serve {

template <class Known>
UserCache<Known>::UserCache(Loader loader, std::size_t capacity)
    : loader_(std::move(loader)), capacity_(capacity) {}

template <class Known>
std::uint64_t& UserCache<Known>::changesOf(std::string_view userId) {
    return changes_[std::hash<std::string_view>()(userId) % changes_.size()];
}

template <class Known>
std::shared_ptr<const Known> UserCache<Known>::of(std::string_view userId) {
    std::uint64_t changesBefore = 0;
    {
        std::lock_guard lock(mutex_);
        if (const auto found = entries_.find(userId); found != entries_.end()) {
            recent_.splice(recent_.begin(), recent_, found->second);
            return found->second->known;
        }
        changesBefore = changesOf(userId);
    }
    auto known = std::make_shared<const Known>(loader_(userId));
    std::lock_guard lock(mutex_);
    if (changesOf(userId) != changesBefore || entries_.contains(userId)) return known;
    recent_.push_front({std::string(userId), known});
    entries_.emplace(recent_.front().userId, recent_.begin());
    if (recent_.size() > capacity_) {
        entries_.erase(recent_.back().userId);
        recent_.pop_back();
    }
    return known;
}

template <class Known>
void UserCache<Known>::forget(std::string_view userId) {
    std::lock_guard lock(mutex_);
    ++changesOf(userId);
    const auto found = entries_.find(userId);
    if (found == entries_.end()) return;
    const auto entry = found->second;
    entries_.erase(found);
    recent_.erase(entry);
}

template <class Known>
void UserCache<Known>::forgetAll() {
    std::lock_guard lock(mutex_);
    for (auto& changes : changes_) ++changes;
    entries_.clear();
    recent_.clear();
}

template class UserCache<UserState>;
template class UserCache<filter::User>;

}  // namespace foretaste::serve
