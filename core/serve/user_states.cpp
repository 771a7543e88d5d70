// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/serve/user_states.h"

namespace foretaste::serve {

UserStates::UserStates(Loader loader, std::size_t capacity)
    : loader_(std::move(loader)), capacity_(capacity) {}

std::shared_ptr<const UserState> UserStates::of(std::string_view userId) {
    std::uint64_t changesBefore = 0;
    {
        std::lock_guard lock(mutex_);
        if (const auto found = entries_.find(userId); found != entries_.end()) {
            recent_.splice(recent_.begin(), recent_, found->second);
            return found->second->state;
        }
        changesBefore = changes_;
    }
    auto state = std::make_shared<const UserState>(loader_(userId));
    std::lock_guard lock(mutex_);
    if (changes_ != changesBefore || entries_.contains(userId)) return state;
    recent_.push_front({std::string(userId), state});
    entries_.emplace(recent_.front().userId, recent_.begin());
    if (recent_.size() > capacity_) {
        entries_.erase(recent_.back().userId);
        recent_.pop_back();
    }
    return state;
}

void UserStates::forget(std::string_view userId) {
    std::lock_guard lock(mutex_);
    ++changes_;
    const auto found = entries_.find(userId);
    if (found == entries_.end()) return;
    const auto entry = found->second;
    entries_.erase(found);
    recent_.erase(entry);
}

void UserStates::forgetAll() {
    std::lock_guard lock(mutex_);
    ++changes_;
    entries_.clear();
    recent_.clear();
}

}  // namespace foretaste::serve
